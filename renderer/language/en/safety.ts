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
      unlike: 'Like withdrawn as {{client}}',
      repost: 'Repost as {{client}}',
      unrepost: 'Repost withdrawn as {{client}}',
      delete: 'Deletion as {{client}}',
      hide: 'Hiding as {{client}}',
      unhide: 'Showing again as {{client}}',
      mute: 'Muting as {{client}}',
      unmute: 'Muting ended as {{client}}',
      block: 'Blocking as {{client}}',
      unblock: 'Blocking ended as {{client}}',
      report: 'Report as {{client}}'
    }
  },
  hold: {
    command: 'Hold everything…',
    keywords: 'stop pause emergency crisis',
    title: 'Hold everything?',
    text: 'From this moment nothing leaves: no post, no reply, no like. What comes due is kept, and you decide about it afterwards.',
    scope: 'What is held',
    client: '{{client}} only',
    all: 'All clients',
    reason: 'Reason',
    reasonHint: 'Shown wherever something is held. It may stay empty.',
    confirm: 'Hold everything',
    began: 'Everything is on hold',
    calledBack_one: '{{count}} post is called back from its network',
    calledBack_other: '{{count}} posts are called back from their network',
    calledBackText: 'After the hold they go from this computer, which must be on with Vigie running. You can hand them over again, each from its page.',
    nothingLeft: 'Nothing was on its way.',
    onTheWire_one: '{{count}} request had already left and cannot be called back: see the outbox.',
    onTheWire_other: '{{count}} requests had already left and cannot be called back: see the outbox.'
  },
  banner: {
    all: 'Everything is on hold, at all clients',
    client: 'Nothing leaves for {{client}}',
    since: 'since {{when}}',
    text: 'What waited with a network is called back here; what comes due waits for you.',
    lift: 'Lift the hold…'
  },
  lift: {
    command: 'Lift the hold…',
    title: 'Lift the hold?',
    text: 'What is planned for later goes on by itself. The time of these has passed: say what becomes of each.',
    nothing: 'Nothing came due meanwhile. What is planned for later goes on by itself.',
    forAll: 'All of them:',
    fateOf: 'What becomes of “{{excerpt}}”',
    fate: { publish_now: 'Publish now', move: 'New time', drop: 'Do not publish' },
    newTime: 'New time',
    wasDue: 'was due {{when}}',
    confirm: 'Lift the hold',
    done: 'The hold is lifted',
    doneText: 'What is planned goes out at its time again. What was called back from a network now needs this computer; hand it over again from the post.'
  },
  away: {
    title: 'This computer was away from {{since}} to {{until}}',
    out_one: '{{count}} post or reply has gone out',
    out_other: '{{count}} posts or replies have gone out',
    asking_one: '{{count}} waits for your decision',
    asking_other: '{{count}} wait for your decision',
    line: '{{client}}: {{what}}',
    decide: 'Decide',
    read: 'Understood'
  },
  settings: {
    title: 'Safety',
    text: 'Against accidents when publishing as {{client}}. Each change acts at once.',
    undo: 'Undo window',
    undoHint: 'What is published now, and replies, wait this long and can be taken back. Likes wait five seconds at most.',
    undoNone: 'None: everything leaves at once',
    approval: 'Posts need the client’s approval',
    approvalHint: 'A post cannot be scheduled or sent before you have recorded a yes to it. Any edit afterwards takes the yes back.',
    clientChange: 'Ask when the client changes',
    clientChangeHint: 'Once, before something goes out as another client than the last time.',
    undoSeconds: '{{count}} seconds'
  }
} as const
