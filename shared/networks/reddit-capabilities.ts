import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { QuoteOffer } from './quote-rule.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const api = 'https://www.reddit.com/dev/api/'
const submit = 'https://www.reddit.com/dev/api/#POST_api_submit'
const login = 'https://github.com/reddit-archive/reddit/wiki/OAuth2'
const pictures = 'https://support.reddithelp.com/hc/articles/360060422572'
/** Reddit’s own list of calls names neither galleries nor how files are handed over; its own pages do it as this library has it. */
const library = 'https://github.com/praw-dev/praw/blob/v8.0.0/praw/models/reddit/subreddit.py'
const galleries = 'https://www.reddit.com/r/modnews/comments/hisodw/image_gallery_support_is_coming_soon/'
/** Of advertisements, which are posts like others there: Reddit's own page, as a copy of it has it. */
const films = 'https://papaya-kheer-4b8a70.netlify.app/advertise/ad-types/unit-specs/video-specs'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function late<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** A community of Reddit's, or the member's own profile. A post is words, an address, a picture, a gallery of pictures, or a film; below pictures and films words may stand. */
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
    scopes: read(['identity', 'mysubreddits', 'read', 'history', 'submit', 'edit', 'flair', 'vote', 'report', 'privatemessages', 'modposts', 'modcontributors'], api)
  },
  text: {
    unit: 'code_points',
    notation: 'markdown',
    max: read<number | null>(40_000, submit),
    maxOfComment: read(10_000, 'https://www.reddit.com/dev/api/#POST_api_comment'),
    maxBytes: read<number | null>(null, submit),
    charactersPerUrl: read<number | null>(null, submit),
    remoteMentionCountsLocalPartOnly: false
  },
  title: { max: read(300, submit) },
  images: {
    maxCount: late(20, galleries),
    maxBytes: read(20 * 1024 * 1024, pictures),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/gif'], pictures),
    // A gallery's captions are for everybody to see: no descriptions.
    maxAltText: read<number | null>(0, submit)
  },
  video: {
    maxCount: late(1, library),
    maxBytes: late(1024 ** 3, films),
    mediaTypes: late<readonly VideoType[]>(['video/mp4', 'video/quicktime'], films),
    minDurationMs: late<number | null>(2_000, films),
    maxDurationMs: late<number | null>(15 * 60_000, films),
    videoCodecs: late<readonly VideoCodec[] | null>(null, films),
    minRatio: late<number | null>(null, films),
    maxRatio: late<number | null>(null, films),
    withImages: late(false, library),
    // `video_poster_url`
    cover: { takes: late('picture', library), isNeeded: true, sent: 'with_film' },
    captions: late('not_by_interface', library)
  },
  richText: true,
  hasTitle: true,
  // An address stands once in a community (`resubmit=false`); words twice are two posts.
  idempotency: 'look_up',
  namesLater: true,
  // Reddit's list of calls has none. Its own pages make them by a call (`submit_poll_post`) that libraries found and use too; Reddit writes down neither it nor its bounds. Looked for again on 2026-11-23.
  poll: 'not_by_interface',
  // A crosspost: the other one's words below a title of ours, without any of ours beside them.
  quote: { offer: late<QuoteOffer>('yes', 'https://github.com/praw-dev/praw/blob/v8.0.0/praw/models/reddit/submission.py'), isNamedEverywhere: true, notWithPoll: true, notWithMedia: true, postsAlone: true, mayBeAlone: true, wordless: 'but_title' },
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
    notWith: ['film', 'picture', 'link']
  },
  hideIsForModerators: { right: 'modposts' },
  // `POST /r/{subreddit}/api/friend`, and `/api/unfriend` that ends it: `banned` takes 1 to 999 days, or none at all, and `muted` no length, which Reddit sets itself.
  moderatedAuthors: {
    acts: ['mute', 'unmute', 'ban', 'unban'],
    placeSign: 'r/',
    right: 'modcontributors',
    ban: { minutes: late([null, 1440, 3 * 1440, 7 * 1440, 30 * 1440], 'https://www.reddit.com/dev/api/#POST_api_friend') },
    muteLasts: late(72 * 60, 'https://www.reddit.com/r/modsupport/wiki/moderator-tools/access')
  },
  // Moderators answer it still, and what stands below it already can be answered.
  lock: { closes: late('message', 'https://www.reddit.com/r/modnews/comments/brgr8i/moderators_you_may_now_lock_individual_comments/'), right: 'modposts' },
  // A pin into a full list takes the place of the one in the lowest slot. How many slots a community has its pages say differently (one to four in the reference, two for moderators), and what stands in them is told by redirects alone, so nobody
  // could be told beforehand which post loses its place (looked up on 2026-11-23).
  pin: { offer: { value: 'not_yet', source: 'https://www.reddit.com/dev/api/#POST_api_set_subreddit_sticky', readOn: '2026-11-23' } },
  acts: {
    // Comments are passed on by nobody; a post is, in one of our own (`quote`).
    repost: 'none_there', unrepost: 'none_there', delete: 'yes',
    // A moderator's removal, and the approval that takes it back.
    hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'yes', unlock: 'yes',
    // Blocking is the member's own; muting and banning are a moderator's (`moderatedAuthors`).
    mute: 'yes', unmute: 'yes', block: 'yes', unblock: 'yes', ban: 'yes', unban: 'yes', report: 'yes'
  }
}
