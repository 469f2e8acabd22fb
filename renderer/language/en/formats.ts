/** Reels, stories and documents: choosing them, and what their previews say. */
export const formats = {
  name: { post: 'Post', reel: 'Reel', story: 'Story', document: 'Document' },
  title: 'What the post is',
  choose: 'What the post is on {{handle}}',
  reelNote: '{{network}} shows it among the reels: one upright video, with its words.',
  storyNote: '{{network}} shows it for {{length}}: one picture or one upright video, without words. Stickers, links and polls on it are for people alone: those are set in the network’s own app.',
  documentNote: '{{network}} shows it as a document that is leafed through: Vigie makes a PDF with the pictures as its pages, and the title stands above them. Whoever sees it can download the file, with the descriptions of the pictures in it.',
  pages_one: '{{count}} page',
  pages_other: '{{count}} pages',
  page: '{{number}} / {{count}}',
  noPages: 'The pictures of the post become its pages.',
  leafThrough: 'Pages of the document',
  pageBefore: 'Page before',
  pageNext: 'Next page',
  answer: 'Send a message',
  covered: 'Covered by the network',
  coveredNote: 'The hatched strips are covered by the network: nothing that matters should stand there.',
  until: 'story, until {{when}}'
} as const
