import type { Catalogue } from '../catalogue.ts'
import type { framing as english } from '../en/framing.ts'

export const framing: Catalogue<typeof english> = {
  title: 'Présentation : qui voit la publication ou y répond, langue, sujet, avertissement',
  of: 'Comment la publication se présente sur {{handle}}',
  change: 'Comment la publication se présente sur {{handle}} : {{words}}. Modifier',
  warning: 'Avertissement sur le contenu',
  warningHint: 'Il se lit d’abord, et l’on ouvre la publication derrière lui. Il compte dans la limite, pour chaque partie.',
  noWarning: 'sans avertissement',
  noLanguage: 'langue non précisée',
  warned: 'Avertissement : {{warning}}',
  reach: 'Qui la voit',
  reaches: { public: 'Tout le monde', quiet: 'Tout le monde, discrètement', followers: 'Les abonnés seulement' },
  reachHint: { public: 'Y compris dans les fils publics et les recherches', quiet: 'Quiconque vient la lire ; hors des fils publics', followers: 'Personne d’autre, et personne ne peut la partager' },
  replies: 'Qui peut répondre',
  repliers: { everybody: 'tout le monde', followers: 'les abonnés', followed: 'les comptes suivis', mentioned: 'les personnes mentionnées' },
  repliedBy: 'Réponses : {{who}}',
  topic: 'Sujet',
  topicHint: 'Affiché à côté du nom ; {{max}} caractères au plus, sans point ni &. D’un fil, celui de la première partie.',
  onTopic: 'Sujet : {{topic}}',
  cover: 'Masquer les images et les films',
  coverHint: 'Comme un spoiler : chacun les ouvre s’il le veut.',
  covered: 'Images masquées',
  language: 'Langue de la publication',
  button: 'Bouton, qui mène au lien de la publication',
  buttonIs: 'Bouton : {{name}}',
  buttonNames: { learn_more: 'En savoir plus', book: 'Réserver', order: 'Commander en ligne', shop: 'Acheter', sign_up: 'S’inscrire', call: 'Appeler' },
  languageNotGiven: 'Non précisée : le réseau décide',
  languageAsSet: 'Celle réglée pour le compte sur son serveur',
  showMore: 'Afficher plus'
}
