/** Reels and stories: choosing them, and how their previews say what is covered. */
export const formats = {
  name: { post: 'Post', reel: 'Reel', story: 'Story' },
  title: 'What the post is',
  choose: 'What the post is on {{handle}}',
  reelNote: '{{network}} shows it among the reels: one upright video, with its words.',
  storyNote: '{{network}} shows it for {{length}}: one picture or one upright video, without words. Stickers, links and polls on it are for people alone: those are set in the network’s own app.',
  answer: 'Send a message',
  covered: 'Covered by the network',
  coveredNote: 'The hatched strips are covered by the network: nothing that matters should stand there.',
  until: 'story, until {{when}}'
} as const
