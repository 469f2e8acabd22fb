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
  undo: 'Undo'
} as const
