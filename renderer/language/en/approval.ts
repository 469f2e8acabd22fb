/** The pack of posts that goes to the client, and the answer that comes back. */
export const approval = {
  open: 'Ask the client…',
  title: 'Ask the client about posts',
  text: 'One file with everything in it, for a mail: the client opens it in a browser, says yes or no to each post, and sends the answer back.',
  posts: 'Posts of the pack',
  none: 'No draft and no planned post is in sight of the calendar.',
  untitled: 'A post without text',
  noDay: 'No day yet',
  language: 'Language of the pack',
  save_one: 'Save the pack with {{count}} post',
  save_other: 'Save the pack with {{count}} posts',
  saved_one: 'Pack with {{count}} post saved',
  saved_other: 'Pack with {{count}} posts saved',
  savedText: 'It lies with your downloads. Each post now waits for the answer.',
  answer: {
    title: 'The client’s answer',
    file: 'File of the answer',
    paste: 'Or its text, as it came in the mail',
    take: 'Take it in',
    unreadable: 'No answer was found in it. Nothing was changed; ask for the file that the page saves.',
    foreign: 'This answers no pack of this client. Nothing was changed.',
    read: '{{by}} answered:'
  },
  outcomeLine: '{{post}}: {{outcome}}',
  outcome: {
    approved: 'approved',
    refused: 'not approved',
    changed: 'changed since it was shown, so the answer does not count',
    gone: 'deleted since it was shown',
    out: 'published already',
    unasked: 'was not in that pack, so the answer does not count'
  },
  page: {
    title: 'Posts for {{client}}',
    intro: 'Please say yes or no to each post, then save your answer and send it back.',
    post: 'Post',
    noDay: 'no day yet',
    yes: 'Yes, publish it',
    no: 'No, not like this',
    comment: 'Comment',
    name: 'Your name',
    save: 'Save my answer',
    orCopy: 'If no file was saved, copy this text into your mail:',
    missing: 'Please write your name, answer at least one post, and say yes or no wherever you left a comment.'
  }
} as const
