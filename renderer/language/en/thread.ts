/** A post in several parts: writing it, and how far it is out. */
export const thread = {
  title: 'Parts of the thread',
  start: 'Make it a thread',
  add: 'Add a part',
  addComment: 'Add a first comment',
  comment: 'First comment',
  removeComment: 'Remove the first comment',
  commentRemoved: 'The first comment was removed',
  part: 'Part {{number}} of {{count}}',
  ofParts_one: 'Thread of {{count}} part',
  ofParts_other: 'Thread of {{count}} parts',
  earlier: 'Move part {{number}} forward',
  later: 'Move part {{number}} back',
  remove: 'Remove part {{number}}',
  removed: 'Part {{number}} was removed',
  restore: 'Put it back',
  inPart: 'Part {{part}}: {{problem}}',
  progress: '{{out}} of {{count}} parts out',
  goOn_one: 'Send the part that is missing',
  goOn_other: 'Send the {{count}} parts that are missing',
  wentOn: 'The thread goes on',
  dropText: 'It will not be sent, nor the parts of the thread behind it. The text stays in the post.'
} as const
