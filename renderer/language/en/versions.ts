/** Earlier states of a post's text: looking at them, and taking one back. */
export const versions = {
  open: 'Versions',
  title: 'Versions of this post',
  text_one: 'Up to {{count}} version is kept, each for 90 days.',
  text_other: 'Up to {{count}} versions are kept, each for 90 days.',
  list: 'Versions, newest first',
  emptyTitle: 'No earlier version yet',
  emptyText: 'One is kept when you come back after a pause, every ten minutes while you write, and whenever the post is scheduled or approved.',
  reason: {
    pause: 'Before a pause',
    writing: 'While writing',
    cut: 'Before a large cut',
    schedule: 'As it was scheduled',
    approval: 'Shown for approval',
    restore: 'Before another was restored'
  },
  first: 'First version',
  words: 'Words added: {{added}}, removed: {{removed}}',
  sameWords: 'Same words',
  other: { formatting: 'formatting', own_texts: 'own texts', parts: 'thread', accounts: 'accounts', images: 'images', descriptions: 'descriptions' },
  comparison: 'Compared with the present text',
  legend: 'Compared with the present text:',
  onlyThen: 'only in this version',
  onlyNow: 'only in the present text',
  same: 'This version is what the post says now.',
  heading: {
    title: 'Title',
    base: 'Text',
    part: 'Part {{part}}',
    own: '{{name}}: own text',
    ownInPart: '{{name}}: own text of part {{part}}'
  },
  noText: 'No text',
  beside: {
    formatting: 'Only links or emphasis differ.',
    own_text_began: 'In this version the account follows the common text.',
    own_text_ended: 'The account follows the common text now.'
  },
  goneAccount: 'An account that was removed',
  accountsThen: 'Only in this version, for: {{names}}',
  accountsNow: 'Only now, for: {{names}}',
  imagesThen: 'Images only in this version',
  imagesNow: 'Images only in the present text',
  described: 'Images described otherwise',
  moved: 'The images stand in another order.',
  restore: 'Restore this version',
  restoreText: 'What the post says now is kept as a version.',
  fixed: 'The post has its time: take it back before restoring a version.',
  restored: 'Version restored: {{when}}',
  undo: 'the text from before the restored version ({{when}}) comes back',
  undone: 'The text from before is back'
} as const
