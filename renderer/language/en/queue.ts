/** The outbox: everything that is to go out, and what became of it. */
export const queue = {
  title: 'Outbox',
  open: 'Waiting',
  finished: 'Done',
  view: 'View',
  emptyOpenTitle: 'Nothing waits to go out',
  emptyOpenText: 'Scheduled posts and replies stand here until their network has confirmed them.',
  emptyDoneTitle: 'Nothing has gone out yet',
  emptyDoneText: 'Each post, reply and like stays listed here with what happened to it.',
  list: 'Outbox of {{client}}',
  kind: { publish_post: 'Post', reply: 'Reply', like: 'Like', unlike: 'Like taken back', repost: 'Repost', unrepost: 'Repost taken back', delete: 'Deletion', hide: 'Hiding', unhide: 'Showing again', mute: 'Muting', unmute: 'Muting ended', block: 'Blocking', unblock: 'Blocking ended', report: 'Report' },
  due: 'Due: {{when}}',
  nextAttempt: 'Next attempt: {{when}}',
  doneAt: 'Done: {{when}}',
  openPost: 'Open the post',
  openConversation: 'Open the conversation',
  chooseTitle: 'Choose an entry to see its story',
  storyTitle: 'What happened',
  outcome: {
    running: 'under way',
    published: 'confirmed',
    pending: 'still at work',
    not_found: 'it is not there',
    failed: 'refused',
    offline: 'no connection, nothing was sent',
    unknown: 'no clear answer',
    interrupted: 'cut off in the middle'
  },
  decide: {
    publish_now: 'Publish now',
    try_again: 'Try again',
    look_again: 'Look again',
    it_is_there: 'It is there',
    send_again: 'It is not there: send it',
    drop: 'Give it up',
    move: 'Give it a new time'
  },
  dropTitle: 'Drop this for good?',
  dropText: 'It will not be sent. The text stays in the post.',
  sendAgainTitle: 'You looked, and it is not there?',
  sendAgainText: 'Vigie could not tell. If it did arrive after all, it would now be out twice.',
  decided: 'Noted'
} as const
