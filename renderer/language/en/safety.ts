/** What keeps publishing from accidents: the wait before something leaves, holding everything, approval. */
export const safety = {
  leaving: {
    title: 'About to leave',
    post_one: 'Post for one account',
    post_other: 'Post for {{count}} accounts',
    reply: 'Reply',
    seconds: 'leaves in {{count}} s',
    now: 'leaves now',
    takeBack: 'Undo',
    step: {
      publish_post: 'Post as {{client}}',
      reply: 'Reply as {{client}}',
      like: 'Like as {{client}}',
      unlike: 'Like withdrawn as {{client}}'
    }
  },
  settings: {
    title: 'Safety',
    text: 'Against accidents when publishing as {{client}}. Each change acts at once.',
    undo: 'Undo window',
    undoHint: 'What is published now, and replies, wait this long and can be taken back. Likes wait five seconds at most.',
    undoNone: 'None: everything leaves at once',
    undoSeconds: '{{count}} seconds'
  }
} as const
