import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { Repliers } from '../posts/post-framing.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { VideoRule } from './video-rule.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const overview = 'https://developers.facebook.com/docs/threads/overview'
const posts = 'https://developers.facebook.com/docs/threads/posts'
const started = 'https://developers.facebook.com/docs/threads/get-started'
const accessibility = 'https://developers.facebook.com/docs/threads/create-posts/accessibility'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function late<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** Threads. */
export const threadsCapabilities: NetworkCapabilities & { readonly video: VideoRule } = {
  id: 'threads',
  name: 'Threads',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  ownApp: {
    need: 'required',
    secret: 'required',
    redirect: 'pasted',
    madeAt: read('https://developers.facebook.com/apps', started),
    scopes: read(['threads_basic', 'threads_content_publish', 'threads_read_replies', 'threads_manage_replies', 'threads_manage_mentions', 'threads_manage_insights', 'threads_delete'], started)
  },
  text: {
    unit: 'emoji_bytes',
    max: read<number | null>(500, overview),
    maxBytes: read<number | null>(null, overview),
    charactersPerUrl: read<number | null>(null, overview),
    remoteMentionCountsLocalPartOnly: false,
    maxLinks: read(5, posts)
  },
  images: {
    maxCount: read(20, posts),
    maxBytes: read(8 * 1024 * 1024, overview),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png'], overview),
    maxAltText: read<number | null>(1_000, accessibility),
    fetched: read(true, posts),
    converted: ['image/webp', 'image/gif'],
    ratio: read({ min: 0.1, max: 10 }, overview)
  },
  video: {
    // With the pictures, no more than a carousel holds: `images.maxCount`.
    maxCount: read(20, posts),
    maxBytes: read(1024 * 1024 * 1024, overview),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime'], overview),
    minDurationMs: read<number | null>(null, overview),
    maxDurationMs: read<number | null>(5 * 60_000, overview),
    videoCodecs: read<readonly VideoCodec[] | null>(['avc', 'hevc'], overview),
    minRatio: read<number | null>(0.01, overview),
    maxRatio: read<number | null>(10, overview),
    frameRate: late({ min: 23, max: 60 }, overview),
    maxBitRate: late(100_000_000, overview),
    sound: late({ codecs: ['aac'] as const, maxSampleRate: 48_000, maxChannels: 2 }, overview),
    withImages: read(true, posts),
    cover: read('not_by_interface', posts),
    captions: late('not_by_interface', posts)
  },
  richText: false,
  hasTitle: false,
  // No key and no id of ours: a container says whether it is out, and the account's own posts are looked through.
  idempotency: 'look_up',
  poll: {
    choices: read({ min: 2, max: 4 }, 'https://developers.facebook.com/documentation/threads/create-posts/polls'),
    maxChoice: read(25, 'https://developers.facebook.com/documentation/threads/create-posts/polls'),
    minutes: read([1440], 'https://developers.facebook.com/documentation/threads/create-posts/polls'),
    multiple: read(false, 'https://developers.facebook.com/documentation/threads/create-posts/polls'),
    withMedia: read(false, 'https://developers.facebook.com/documentation/threads/create-posts/polls')
  },
  // Of those who may answer, `parent_post_author_only` is for answers alone. A topic: 1 to 50 characters, on the first post of a thread. A long text has styles and a link of its own there: no style is chosen here, and the link is
  // its first one where the words have none. Not taken: a GIF (`gif_attachment`), for its number comes from GIPHY, whose directory asks for a key of one's own; words that are covered (`text_entities`), for which the editor has no
  // mark; a ghost post (`is_ghost_post`), which is gone after a day and allows neither topic, long text nor card beside it; a country or a place of the post, which wants a right of its own.
  framing: {
    repliers: late<readonly Repliers[]>(['everybody', 'followers', 'followed', 'mentioned'], 'https://developers.facebook.com/documentation/threads/reply-management'),
    topic: late({ max: 50, refused: '.&\n\r' }, 'https://developers.facebook.com/documentation/threads/posts'),
    attachedText: late({ max: 10_000 }, 'https://developers.facebook.com/documentation/threads/create-posts/text-attachments'),
    covered: late<true>(true, 'https://developers.facebook.com/documentation/threads/create-posts/spoilers')
  },
  // By posts' ids alone. Of a poll beside a quote the page says nothing.
  quote: { offer: { value: 'yes', source: 'https://developers.facebook.com/documentation/threads/posts/quote-posts', readOn: '2026-11-22' }, notWithPoll: true },
  inbox: { comments: true, mentions: true, messages: false },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['views', 'likes', 'reposts', 'quotes', 'replies'], 'https://developers.facebook.com/docs/threads/insights'),
    // `views`: how often the profile was looked at.
    ofAccount: { value: ['followers', 'views'] satisfies AccountFigureName[], source: 'https://developers.facebook.com/documentation/threads/insights', readOn: '2026-11-23' }
  },
  threads: 'replies',
  canReply: true,
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://developers.facebook.com/documentation/threads/posts/delete-posts', readOn: '2026-11-22' } },
  edit: { offer: { value: 'not_by_interface', source: 'https://developers.facebook.com/documentation/threads/posts', readOn: '2026-11-22' } },
  pin: { offer: { value: 'not_by_interface', source: 'https://developers.facebook.com/documentation/threads/reference', readOn: '2026-11-23' } },
  acts: {
    // How a repost is taken back, no page says (https://developers.facebook.com/documentation/threads/posts/reposts, read on 2026-11-23): that is done in Threads itself.
    // Muting, blocking and reporting are for people, in Threads itself.
    repost: 'yes', unrepost: 'not_by_interface', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'not_by_interface', unmute: 'not_by_interface', block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}
