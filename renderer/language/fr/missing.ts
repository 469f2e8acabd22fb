import type { Catalogue } from '../catalogue.ts'
import type { missing as english } from '../en/missing.ts'
import { rights } from './rights.ts'

export const missing: Catalogue<typeof english> = {
  open: 'Ce qui n’y est pas possible…',
  rights,
  title: 'Pas possible sur {{network}}',
  why: {
    not_yet: 'Vigie ne le fait pas encore',
    not_by_interface: '{{network}} ne l’ouvre pas aux logiciels : faites-le dans son application ou sur ses pages',
    none_there: '{{network}} n’a rien de tel'
  },
  name: {
    pictures: 'Images dans les publications',
    video: 'Vidéos dans les publications',
    schedule: 'Lui confier une publication qu’il publie à l’heure dite, Vigie fermée',
    first_comment: 'Un premier commentaire sous votre publication',
    comments: 'Lire les commentaires',
    mentions: 'Lire les mentions',
    messages: 'Messages privés',
    reviews: 'Lire les avis et y répondre',
    replies: 'Répondre',
    likes: 'Mettre une mention J’aime à ce que d’autres écrivent',
    post_figures: 'Chiffres d’une publication',
    account_figures: 'Chiffres du compte',
    cover: 'Une couverture de votre choix pour les vidéos',
    captions: 'Des sous-titres pour les vidéos',
    poll: 'Sondages',
    quote: 'Citer une publication',
    edit: 'Modifier le texte d’une publication parue',
    pin: 'Épingler une publication',
    removal: 'Supprimer une publication parue',
    repost: 'Partager la publication d’un autre',
    delete: 'Supprimer vos propres réponses',
    hide: 'Masquer les réponses des autres',
    detach: 'Retirer votre publication d’une citation',
    lock: 'Fermer une discussion aux réponses',
    mute: 'Mettre des personnes en sourdine',
    block: 'Bloquer ou bannir des personnes',
    report: 'Signaler au réseau'
  }
}
