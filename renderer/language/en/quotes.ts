/** Somebody else's post in one of ours: taking it in from the inbox, where it stands in the composer, and what an older version quoted. */
export const quotes = {
  act: 'Quote in a post',
  ownPost: 'Quote in a new post',
  share: 'Share on',
  offerTitle: 'A post in the words',
  offer: 'The words hold the address of a post on {{network}}: it can stand in this one.',
  take: 'Quote it',
  title: 'Quoted post',
  said: '{{who}}, {{network}}, {{when}}',
  remove: 'Take the quoted post out',
  removed: 'The quoted post was taken out',
  restore: 'Put it back',
  open: 'See it there',
  mayBeRefused: 'Authors choose who may quote them, and a Mastodon server needs version 4.5 for it. If it cannot be quoted when the post leaves, nothing is published there and you are told.',
  was: 'Quoted in this version: {{who}}, “{{text}}”',
  now: 'Quoted now: {{who}}, “{{text}}”',
  noneThen: 'This version quotes no post.',
  noneNow: 'No post is quoted now.'
} as const
