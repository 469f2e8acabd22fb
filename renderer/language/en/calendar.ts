/** The calendar and the shelf of drafts. */
export const calendar = {
  title: 'Calendar',
  newPost: 'New post',
  view: 'View',
  month: 'Month',
  week: 'Week',
  list: 'List',
  today: 'Today',
  previous: 'Earlier',
  next: 'Later',
  drafts: 'Drafts without a time',
  noDrafts: 'No draft waits',
  noDraftsText: 'A post without a time stays here until you give it one.',
  moved: 'Moved to {{when}}',
  slotOver: 'That time is over',
  slotOverText: 'The new post starts with the next free half hour: {{when}}.',
  keyboardHint: 'Enter opens a post; its time can be changed there.'
} as const
