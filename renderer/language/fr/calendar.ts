import type { Catalogue } from '../catalogue.ts'
import type { calendar as english } from '../en/calendar.ts'

export const calendar: Catalogue<typeof english> = {
  title: 'Calendrier',
  newPost: 'Nouvelle publication',
  view: 'Vue',
  month: 'Mois',
  week: 'Semaine',
  list: 'Liste',
  today: 'Aujourd’hui',
  previous: 'Plus tôt',
  next: 'Plus tard',
  drafts: 'Brouillons sans date',
  noDrafts: 'Aucun brouillon n’attend',
  noDraftsText: 'Une publication sans date reste ici jusqu’à ce que vous lui en donniez une.',
  moved: 'Déplacé au {{when}}',
  slotOver: 'Cette heure est déjà passée',
  slotOverText: 'La nouvelle publication commence à la prochaine demi-heure libre : {{when}}.',
  keyboardHint: 'Entrée ouvre une publication ; son heure s’y change.'
}
