import { rights } from './rights.ts'

/** What cannot be done with accounts of a network, and why. */
export const missing = {
  open: 'What is not possible there…',
  /** Of an account's login. */
  rights,
  title: 'Not possible on {{network}}',
  why: {
    not_yet: 'Vigie does not do it there yet',
    not_by_interface: '{{network}} keeps it from programs: do it in its app or on its pages',
    none_there: '{{network}} has no such thing'
  },
  name: {
    pictures: 'Pictures in posts',
    video: 'Films in posts',
    schedule: 'Leaving a post with it to publish at its time, with Vigie closed',
    first_comment: 'A first comment below your post',
    comments: 'Reading comments',
    mentions: 'Reading mentions',
    messages: 'Private messages',
    reviews: 'Reading and answering reviews',
    replies: 'Answering',
    likes: 'Liking what others wrote',
    post_figures: 'Figures of a post',
    account_figures: 'Figures of the account',
    cover: 'A cover of your choice for films',
    captions: 'Subtitles for films',
    poll: 'Polls',
    quote: 'Quoting a post',
    edit: 'Changing the words of a published post',
    pin: 'Pinning a published post',
    removal: 'Deleting a published post',
    repost: 'Reposting',
    delete: 'Deleting answers of your own',
    hide: 'Hiding answers of others',
    detach: 'Taking your post out of a quote of others',
    lock: 'Closing a discussion to answers',
    mute: 'Muting people',
    block: 'Blocking or banning people',
    report: 'Reporting to the network'
  }
} as const
