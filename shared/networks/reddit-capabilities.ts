import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const api = 'https://www.reddit.com/dev/api/'
const submit = 'https://www.reddit.com/dev/api/#POST_api_submit'
const login = 'https://github.com/reddit-archive/reddit/wiki/OAuth2'
const pictures = 'https://support.reddithelp.com/hc/articles/360060422572'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

/** A community of Reddit's, or the member's own profile. A post is words, an address, or one picture; a picture has a title and no words. */
export const redditCapabilities: NetworkCapabilities = {
  id: 'reddit',
  name: 'Reddit',
  connectBy: 'browser_login',
  verifiedBy: 'fake',
  ownApp: {
    need: 'required',
    // “Installed app” has an id alone, “web app” a secret too.
    secret: 'optional',
    // An app has a single address, compared letter by letter.
    redirect: 'one_port',
    madeAt: read('https://www.reddit.com/prefs/apps', login),
    scopes: read(['identity', 'mysubreddits', 'read', 'history', 'submit', 'edit', 'flair', 'vote', 'report', 'privatemessages'], api)
  },
  text: {
    unit: 'code_points',
    notation: 'markdown',
    max: read<number | null>(40_000, submit),
    maxWithMedia: read(0, submit),
    maxOfComment: read(10_000, 'https://www.reddit.com/dev/api/#POST_api_comment'),
    maxBytes: read<number | null>(null, submit),
    charactersPerUrl: read<number | null>(null, submit),
    remoteMentionCountsLocalPartOnly: false
  },
  title: { max: read(300, submit) },
  images: {
    maxCount: read(1, submit),
    maxBytes: read(20 * 1024 * 1024, pictures),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/gif'], pictures),
    maxAltText: read<number | null>(0, submit)
  },
  richText: true,
  hasTitle: true,
  // An address stands once in a community (`resubmit=false`); words twice are two posts.
  idempotency: 'look_up',
  namesLater: true,
  poll: 'not_by_interface',
  // A crosspost carries the other one's words, without any of ours beside them.
  quote: { offer: { value: 'none_there', source: 'https://www.reddit.com/dev/api/#POST_api_submit', readOn: '2026-11-22' } },
  inbox: { comments: true, mentions: true, messages: true },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['likes', 'replies'], 'https://github.com/reddit-archive/reddit/wiki/JSON'),
    ofAccount: read<readonly AccountFigureName[]>(['followers'], 'https://github.com/reddit-archive/reddit/wiki/JSON')
  },
  threads: 'joined',
  firstComment: true,
  canReply: true,
  canLike: true,
  removal: { offer: { value: 'yes', source: 'https://www.reddit.com/dev/api/#POST_api_del', readOn: '2026-11-22' } },
  edit: {
    offer: { value: 'yes', source: 'https://www.reddit.com/dev/api/#POST_api_editusertext', readOn: '2026-11-22' },
    // The one call that takes a title is the one that makes a post.
    titleStays: { value: 'not_by_interface', source: 'https://www.reddit.com/dev/api/#POST_api_submit', readOn: '2026-11-22' },
    notWith: ['picture', 'link']
  },
  acts: {
    repost: 'not_yet', unrepost: 'not_yet', delete: 'yes',
    // For moderators.
    hide: 'not_yet', unhide: 'not_yet',
    mute: 'none_there', unmute: 'none_there', block: 'yes', unblock: 'yes', report: 'yes'
  }
}
