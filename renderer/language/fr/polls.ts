import type { Catalogue } from '../catalogue.ts'
import type { polls as english } from '../en/polls.ts'

export const polls: Catalogue<typeof english> = {
  add: 'Ajouter un sondage',
  title: 'Sondage',
  remove: 'Retirer le sondage',
  choice: 'Choix {{position}}',
  addChoice: 'Ajouter un choix',
  removeChoice: 'Retirer le choix {{position}}',
  length: 'On peut répondre pendant',
  multiple: 'Plusieurs choix par personne',
  questionIsText: 'La question est le texte de la publication.',
  questionApart: '{{networks}} : le dernier paragraphe est la question, ce qui le précède va au-dessus du sondage.',
  removed: 'Le sondage a été retiré',
  restore: 'Le remettre',
  endsAfter: '{{length}} pour répondre',
  several: 'plusieurs choix',
  was: 'Sondage dans cette version : {{choices}} ({{length}})',
  now: 'Sondage actuel : {{choices}} ({{length}})',
  noneThen: 'Cette version n’a pas de sondage.',
  noneNow: 'Il n’y a pas de sondage maintenant.'
}
