import type { Catalogue } from '../catalogue.ts'
import type { calendar as english } from '../en/calendar.ts'

export const calendar: Catalogue<typeof english> = {
  title: 'Calendrier',
  repeat: { title: 'La déplacer quand même ?', text: 'Le même texte va au même compte à moins d’un jour de là : {{when}}. « {{what}} » reste où elle était, sauf si c’est voulu.', confirm: 'La déplacer' },
  approval: { none: 'Accord : pas demandé', asked: 'Accord : attendu', approved: 'Accord donné', refused: 'Accord : refusé', taken_back: 'Accord : modifié depuis' },
  newPost: 'Nouvelle publication',
  view: 'Vue',
  month: 'Mois',
  week: 'Semaine',
  list: 'Liste',
  today: 'Aujourd’hui',
  previous: 'Plus tôt',
  next: 'Plus tard',
  drafts: 'Brouillons à prévoir',
  dragHint: 'Glissez-en un sur un jour, ou utilisez son bouton.',
  draft: 'Brouillon',
  draftText: 'Prévu à cette heure, mais encore brouillon : il ne part pas tout seul.',
  draftOver: 'Brouillon, heure passée',
  notSent: 'Pas parti',
  draftOverText: 'L’heure prévue est passée. Il n’est pas parti : c’est encore un brouillon.',
  plan: 'Prévoir',
  planFor: 'Prévoir pour…',
  planForDraft: 'Prévoir pour… : {{excerpt}}',
  planHint: 'Heure de {{zone}}. Reste un brouillon jusqu’à sa programmation.',
  planned: 'Brouillon « {{what}} » prévu pour le {{when}}',
  undo: {
    unplan: 'le brouillon « {{what}} » n’aura plus d’heure prévue',
    unplanned: 'Le brouillon « {{what}} » n’a pas d’heure prévue',
    plan: 'le brouillon « {{what}} » reviendra au {{when}}',
    planned: 'Le brouillon « {{what}} » est prévu pour le {{when}}',
    move: 'la publication « {{what}} » reviendra au {{when}}',
    moved: 'La publication « {{what}} » est programmée pour le {{when}}'
  },
  plannedText: 'Encore un brouillon : il ne part qu’une fois programmé.',
  staysWhereItWas: 'Il reste où il était.',
  noDrafts: 'Aucun brouillon n’attend',
  noDraftsText: 'Les brouillons sans date restent ici jusqu’à ce que vous leur en donniez une.',
  moved: 'Publication « {{what}} » déplacée au {{when}}',
  slotOver: 'Cette heure est déjà passée',
  slotOverText: 'La nouvelle publication commence à la prochaine demi-heure libre : {{when}}.',
  keyboardHint: 'Entrée ouvre une publication ; son heure s’y change.'
}
