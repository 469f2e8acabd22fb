/** Polls: writing one below a post, how networks show it, and what an older version asked. */
export const polls = {
  add: 'Add a poll',
  title: 'Poll',
  remove: 'Remove the poll',
  choice: 'Choice {{position}}',
  addChoice: 'Add a choice',
  removeChoice: 'Remove choice {{position}}',
  length: 'People can answer for',
  multiple: 'Several choices each',
  questionIsText: 'The question is what the post says.',
  questionApart: '{{networks}}: the last paragraph is the question, what stands above it goes above the poll.',
  removed: 'The poll was removed',
  restore: 'Put it back',
  endsAfter: '{{length}} to answer',
  several: 'several choices',
  was: 'Poll in this version: {{choices}} ({{length}})',
  now: 'Poll now: {{choices}} ({{length}})',
  noneThen: 'This version has no poll.',
  noneNow: 'There is no poll now.'
} as const
