import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import { facebookLocales } from './facebook-locales.ts'
import type { CaptionsRule, NoCaptions, VideoRule } from './video-rule.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const posts = 'https://developers.facebook.com/docs/pages-api/posts'
const feed = 'https://developers.facebook.com/docs/graph-api/reference/page/feed/'
const photos = 'https://developers.facebook.com/docs/graph-api/reference/page/photos/'
const login = 'https://developers.facebook.com/docs/facebook-login/guides/advanced/manual-flow'
const permissions = 'https://developers.facebook.com/docs/pages-api/overview#permissions'
const messages = 'https://developers.facebook.com/docs/messenger-platform/policy/policy-overview'
const stories = 'https://developers.facebook.com/docs/page-stories-api'
const reels = 'https://developers.facebook.com/docs/video-api/guides/reels-publishing'
const safeZones = 'https://www.facebook.com/business/help/980593475366490'
const comments = 'https://developers.facebook.com/docs/graph-api/reference/object/comments/'
const insights = 'https://developers.facebook.com/docs/graph-api/reference/insights'
const minute = 60_000
const day = 86_400_000

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function late<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

const captionsEdge = 'https://developers.facebook.com/docs/graph-api/reference/video/captions/'
/** Of any video by its number, out or not: the edge is described for films of advertisements, which are never out (Meta's own description of 2026-04-15, AdVideo). */
const captions: CaptionsRule = { format: late('srt', captionsEdge), most: late<number | null>(null, captionsEdge), languages: facebookLocales, sent: 'after' }

/** What reels and the videos of stories have in common; no bound is told for their bytes, so that of videos holds. */
const upright = (source: string, longest: number, subtitles: CaptionsRule | NoCaptions): VideoRule => ({
  maxCount: read(1, source),
  maxBytes: read(1024 * 1024 * 1024, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
  mediaTypes: read<readonly VideoType[]>(['video/mp4'], source),
  minDurationMs: read<number | null>(3_000, source),
  maxDurationMs: read<number | null>(longest, source),
  videoCodecs: read<readonly VideoCodec[] | null>(['avc', 'hevc', 'vp9', 'av1'], source),
  // “9 x 16”, as far as cameras and cutting keep to it.
  minRatio: read<number | null>(0.55, source),
  maxRatio: read<number | null>(0.58, source),
  // Of the sound it only recommends.
  frameRate: late({ min: 24, max: 60 }, source),
  withImages: read(false, source),
  cover: read<'not_by_interface'>('not_by_interface', source),
  captions: subtitles
})

/** Facebook Pages. Profiles and groups are closed to programs: `assisted-networks.ts`. A reel and a story are calls of their own. */
export const facebookCapabilities: NetworkCapabilities & Required<Pick<NetworkCapabilities, 'messageWindow'>> = {
  id: 'facebook',
  name: 'Facebook',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  ownApp: {
    need: 'required',
    secret: 'required',
    // An app in development comes back to this computer, one that is live to an https page alone.
    redirect: 'localhost_or_pasted',
    madeAt: read('https://developers.facebook.com/apps', login),
    // The last one for the Pages that a business portfolio has assigned to the person, as agencies have them: without it they stand in no list.
    scopes: read(['pages_show_list', 'pages_read_engagement', 'pages_read_user_content', 'pages_manage_posts', 'pages_manage_engagement', 'pages_messaging', 'read_insights', 'business_management'], permissions)
  },
  text: {
    unit: 'code_points',
    max: read<number | null>(63_206, posts),
    maxOfComment: read(8_000, comments),
    maxBytes: read<number | null>(null, posts),
    charactersPerUrl: read<number | null>(null, posts),
    remoteMentionCountsLocalPartOnly: false
  },
  images: {
    maxCount: read(10, photos),
    maxBytes: read(10 * 1024 * 1024, photos),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png'], photos),
    // `alt_text_custom`; no bound is told.
    maxAltText: read<number | null>(null, photos)
  },
  video: {
    maxCount: read(1, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    maxBytes: read(1024 * 1024 * 1024, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime'], 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    minDurationMs: read<number | null>(null, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    maxDurationMs: read<number | null>(4 * 60 * 60_000, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    videoCodecs: read<readonly VideoCodec[] | null>(null, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    minRatio: read<number | null>(null, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    maxRatio: read<number | null>(null, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    withImages: read(false, 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'),
    cover: { takes: read('picture', 'https://developers.facebook.com/docs/graph-api/reference/page/videos/'), maxBytes: read(10 * 1024 * 1024, 'https://developers.facebook.com/docs/graph-api/reference/video/thumbnails/'), sent: 'with_film' },
    captions
  },
  formats: {
    reel: {
      images: { maxCount: read(0, reels) },
      video: { ...upright(reels, 90_000, captions), isRequired: true },
      scheduled: late<true>(true, 'https://developers.facebook.com/docs/graph-api/reference/page/video_reels'),
      screen: { frame: read(9 / 16, reels), covered: read({ top: 0.14, bottom: 0.35 }, safeZones) }
    },
    // Two versions of the page differ in what a picture may weigh: the lower one holds in both.
    story: {
      images: { maxCount: read(1, stories), maxBytes: read(4 * 1024 * 1024, stories), needed: read(true, stories), maxAltText: read<number | null>(0, stories) },
      // Its page names none, and what shows a story has no such choice.
      video: upright(stories, 60_000, late<'not_by_interface'>('not_by_interface', stories)),
      wordless: read(true, stories),
      endsAfter: read(day, stories),
      screen: { frame: read(9 / 16, stories), covered: read({ top: 0.14, bottom: 0.2 }, safeZones) }
    }
  },
  richText: false,
  hasTitle: false,
  link: { source: { value: 'link', source: 'https://developers.facebook.com/docs/graph-api/reference/page/feed/', readOn: '2026-11-23' }, besideFiles: false },
  // No key and no id of ours; the same words once more are refused (506), which is looked up.
  idempotency: 'look_up',
  nativeSchedule: {
    // Ten minutes by Facebook's clock, when it has the call: two more for the way there.
    minAhead: read(12 * minute, posts),
    // The reference of the feed says 75 days, the guide 30: the shorter one holds in both.
    maxAhead: read<number | null>(30 * day, posts)
  },
  // People share posts with words of their own; a Page's post by the interface takes a link.
  quote: { offer: { value: 'not_by_interface', source: 'https://developers.facebook.com/docs/pages-api/posts', readOn: '2026-11-22' } },
  // What visitors write on the Page, and posts that name it: https://developers.facebook.com/docs/graph-api/reference/page/tagged/ (read on 2026-11-23).
  inbox: { comments: true, mentions: true, messages: true },
  messageWindow: read(day, messages),
  privateReply: { value: 7 * day, source: 'https://developers.facebook.com/documentation/business-messaging/messenger-platform/discovery/private-replies', readOn: '2026-11-23' },
  poll: 'none_there',
  // Of a post alone: a film is handed over by a call that has no such field, and of reels and stories the page that explains them says nothing. People (`tags`) are named by numbers of the app's own users, whom nobody could look up.
  framing: { place: late('without_films', 'https://developers.facebook.com/docs/graph-api/reference/page/feed/') },
  threads: 'joined',
  firstComment: true,
  canReply: true,
  canLike: true,
  removal: { offer: { value: 'yes', source: 'https://developers.facebook.com/docs/graph-api/reference/page-post/#deleting', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://developers.facebook.com/docs/graph-api/reference/page-post/#updating', readOn: '2026-11-22' }, notWith: ['film'] },
  // A change of a post takes `is_pinned` by Meta’s own list of calls (specs/meta/PagePost.json); no field tells whether a post is pinned, so a lost answer could not be looked up, and no page that could be read says what it does on Pages of today (looked for on 2026-11-23).
  pin: { offer: { value: 'not_yet', source: 'https://developers.facebook.com/docs/graph-api/reference/page-post/#updating', readOn: '2026-11-23' } },
  acts: {
    // Shares and reports are for people, in Facebook's own pages; a Page mutes nobody, it blocks: https://developers.facebook.com/docs/graph-api/reference/page/blocked/
    repost: 'not_by_interface', unrepost: 'not_by_interface', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'none_there', unmute: 'none_there', block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  },
  bansAuthors: true,
  figures: {
    // The first two want `read_insights`.
    ofPost: { value: ['views', 'reach', 'likes', 'reposts', 'replies'] satisfies PostFigureName[], source: insights, readOn: '2026-11-23' },
    ofAccount: { value: ['followers', 'views', 'reach'] satisfies AccountFigureName[], source: insights, readOn: '2026-11-23' }
  }
}

/** How long a private message may be, in characters. */
export const facebookMessageMax: Sourced<number> = read(2_000, 'https://developers.facebook.com/docs/messenger-platform/reference/send-api')

/** Before which a text is folded behind “See more” on a computer, in characters. */
export const facebookFold: Sourced<number> = read(477, feed)
