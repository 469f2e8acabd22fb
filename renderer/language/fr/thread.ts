import type { Catalogue } from '../catalogue.ts'
import type { thread as english } from '../en/thread.ts'

export const thread: Catalogue<typeof english> = {
  title: 'Parties du fil',
  start: 'En faire un fil',
  add: 'Ajouter une partie',
  addComment: 'Ajouter un premier commentaire',
  comment: 'Premier commentaire',
  removeComment: 'Retirer le premier commentaire',
  withComment: 'avec un premier commentaire',
  commentRemoved: 'Le premier commentaire a été retiré',
  post: 'Publication',
  part: 'Partie {{number}} sur {{count}}',
  ofParts_one: 'Fil de {{count}} partie',
  ofParts_other: 'Fil de {{count}} parties',
  earlier: 'Avancer la partie {{number}}',
  later: 'Reculer la partie {{number}}',
  remove: 'Retirer la partie {{number}}',
  removed: 'La partie {{number}} a été retirée',
  restore: 'La remettre',
  inComment: 'Premier commentaire : {{problem}}',
  inPart: 'Partie {{part}} : {{problem}}',
  progress: 'Parties publiées : {{out}} sur {{count}}',
  goOn_one: 'Envoyer la partie qui manque',
  goOn_other: 'Envoyer les {{count}} parties qui manquent',
  goOnComment: 'Envoyer le premier commentaire, qui manque',
  wentOn: 'Le fil reprend',
  dropWithComment: 'Elle ne sera pas envoyée, ni son premier commentaire. Le texte reste dans la publication.',
  dropText: 'Elle ne sera pas envoyée, ni les parties du fil qui la suivent. Le texte reste dans la publication.'
}
