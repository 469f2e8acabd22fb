import type { Catalogue } from '../catalogue.ts'
import type { reality as english } from '../en/reality.ts'

export const reality: Catalogue<typeof english> = {
  open: 'Aperçu et réalité',
  title: 'Aperçu et réalité : {{name}}',
  text: 'À gauche l’aperçu tel qu’il était au départ de la publication, à droite ce que le réseau en montre.',
  preview: 'Notre aperçu',
  there: 'Sur le réseau',
  readAt: 'Relu {{when}}',
  neverRead: 'Pas encore relu.',
  readNow: 'Relire maintenant',
  readNowFor: 'Relire maintenant ({{amount}})',
  asSent: 'Tout ce que le réseau communique est tel qu’envoyé.',
  isChanged: 'Quelque chose s’y présente autrement qu’à l’envoi.',
  refused: 'Le réseau l’a regardée et ne la montre à personne : quelque chose y est contraire à ses règles.',
  gone: 'La publication ne s’y trouvait plus à la dernière lecture.',
  cannot: {
    account_gone: 'Relecture impossible : le compte a été retiré.',
    unnamed: 'Relecture impossible : publiée à la main ou confirmée de vos yeux, Vigie ne sait pas de quelle publication il s’agit là-bas.',
    not_given: 'Relecture impossible : Vigie n’a aucun moyen de le faire sur ce réseau.'
  },
  element: { title: 'Titre', text: 'Texte', teaser: 'Extrait', media: 'Images et vidéos', altText: 'Description {{number}}', card: 'Carte du lien' },
  verdict: { exact: 'Tel qu’envoyé', changed: 'Modifié sur le réseau', not_told: 'Non communiqué par le réseau', made_there: 'Faite par le réseau' },
  legend: 'Marques dans le texte :',
  onlySent: 'seulement à l’envoi',
  onlyThere: 'seulement sur le réseau',
  mediaCount: 'À l’envoi : {{sent}}, là-bas : {{there}}',
  noCard: 'Il n’y a pas de carte là-bas.',
  empty: 'Vide',
  see: 'Voir en ligne'
}
