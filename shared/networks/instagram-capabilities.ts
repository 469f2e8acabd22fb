import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { VideoRule } from './video-rule.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const publishing = 'https://developers.facebook.com/docs/instagram-platform/content-publishing'
const media = 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/media'
const messages = 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api'
const login = 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login'
const errorCodes = 'https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/error-codes'
const safeZones = 'https://www.facebook.com/business/help/980593475366490'
const help = 'https://help.instagram.com/351460621611097'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function late<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-23' }
}

/** What any video has to be there. */
const film = {
  maxBytes: read(300 * 1024 * 1024, media),
  mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime'], media),
  minDurationMs: read<number | null>(3_000, media),
  maxDurationMs: read<number | null>(15 * 60_000, media),
  videoCodecs: read<readonly VideoCodec[] | null>(['avc', 'hevc'], media),
  minRatio: read<number | null>(0.01, media),
  maxRatio: read<number | null>(10, media),
  frameRate: late({ min: 23, max: 60 }, media),
  maxBitRate: late(25_000_000, media),
  sound: late({ codecs: ['aac'] as const, maxSampleRate: 48_000, maxChannels: 2 }, media),
  withImages: read(true, publishing),
  // Of a reel alone: a film among pictures shows its beginning.
  cover: { takes: read<'either'>('either', media), maxBytes: read(8 * 1024 * 1024, media), ratio: read(9 / 16, media), isAlone: true, sent: 'with_film' },
  // What is heard, its own app writes over a film where the person wants that.
  captions: late('not_by_interface' as const, media)
} satisfies Omit<VideoRule, 'maxCount'>

/**
 * Instagram, for professional accounts (business or creator), by the login of Instagram itself. Personal accounts and stickers are closed to programs: `assisted-networks.ts`.
 * A single video goes out as a reel that also stands in the feed; as a reel alone, or as a story, where the account is given that.
 */
export const instagramCapabilities: NetworkCapabilities & { readonly video: VideoRule } & Required<Pick<NetworkCapabilities, 'messageWindow'>> = {
  id: 'instagram',
  name: 'Instagram',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  ownApp: {
    need: 'required',
    secret: 'required',
    redirect: 'pasted',
    madeAt: read('https://developers.facebook.com/apps', login),
    scopes: read(['instagram_business_basic', 'instagram_business_content_publish', 'instagram_business_manage_comments', 'instagram_business_manage_messages', 'instagram_business_manage_insights'], login)
  },
  text: {
    unit: 'utf16',
    max: read<number | null>(2_200, media),
    maxBytes: read<number | null>(null, media),
    charactersPerUrl: read<number | null>(null, media),
    remoteMentionCountsLocalPartOnly: false,
    // The interface takes thirty; the product has been holding posts to five since December 2025.
    hashtags: { fewer: read(5, help), max: read(30, media) },
    maxMentions: read(20, media)
  },
  images: {
    maxCount: read(10, publishing),
    maxBytes: read(8 * 1024 * 1024, media),
    mediaTypes: read<readonly string[]>(['image/jpeg'], media),
    maxAltText: read<number | null>(1_000, media),
    needed: read(true, publishing),
    fetched: read(true, publishing),
    converted: ['image/png', 'image/webp', 'image/gif'],
    ratio: read({ min: 0.8, max: 1.91 }, media)
  },
  // With the pictures, no more than a carousel holds: `images.maxCount`.
  video: { ...film, maxCount: read(10, publishing) },
  formats: {
    // `share_to_feed` false: among the reels alone.
    reel: {
      images: { maxCount: read(0, publishing) },
      video: { ...film, maxCount: read(1, publishing), withImages: read(false, publishing), isRequired: true },
      screen: { frame: read(9 / 16, media), covered: read({ top: 0.14, bottom: 0.35 }, safeZones) }
    },
    // Stickers, links and polls on it are for people alone.
    story: {
      images: { maxCount: read(1, media), ratio: read({ min: 0.01, max: 10 }, media), maxAltText: read<number | null>(0, media) },
      video: { ...film, maxCount: read(1, publishing), withImages: read(false, publishing), maxBytes: read(100 * 1024 * 1024, media), maxDurationMs: read<number | null>(60_000, media), minRatio: read<number | null>(0.1, media), cover: read<'none_there'>('none_there', media) },
      wordless: read(true, media),
      endsAfter: read(86_400_000, 'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/stories'),
      screen: { frame: read(9 / 16, media), covered: read({ top: 0.14, bottom: 0.2 }, safeZones) }
    }
  },
  richText: false,
  hasTitle: false,
  // As on Threads.
  idempotency: 'look_up',
  poll: 'not_by_interface',
  quote: { offer: { value: 'none_there', source: 'https://developers.facebook.com/docs/instagram-platform/content-publishing', readOn: '2026-11-22' } },
  // Posts that tag the account; mentions in words elsewhere reach programs by webhooks alone.
  inbox: { comments: true, mentions: true, messages: true },
  mentionsAreShownAlone: true,
  messageWindow: read(86_400_000, messages),
  privateReply: { value: 7 * 86_400_000, source: 'https://developers.facebook.com/documentation/instagram-platform/private-replies', readOn: '2026-11-23' },
  figures: {
    // Shares, into messages and stories too, count with what is passed on.
    ofPost: { value: ['views', 'reach', 'likes', 'reposts', 'replies', 'saves'] satisfies PostFigureName[], source: 'https://developers.facebook.com/docs/instagram-platform/reference/instagram-media/insights', readOn: '2026-11-23' },
    ofAccount: { value: ['followers', 'posts', 'views', 'reach'] satisfies AccountFigureName[], source: 'https://developers.facebook.com/docs/instagram-platform/api-reference/instagram-user/insights', readOn: '2026-11-23' }
  },
  // Meta's pages say three in one place and five in another: three are never refused.
  framing: { collaborators: { value: { max: 3 }, source: 'https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-media/collaborators', readOn: '2026-11-23' }, place: late('always', media) },
  // More are refused (100/2207040), and no page for programs says how many: twenty are what people can name in a post of theirs. Films among others were closed in so many words for years (`user_tags`), and nothing says that they are open.
  peopleShown: { max: late(20, errorCodes) },
  threads: 'joined',
  firstComment: true,
  canReply: true,
  canLike: false,
  removal: { offer: { value: 'not_by_interface', source: 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login', readOn: '2026-11-22' } },
  edit: { offer: { value: 'not_by_interface', source: 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login', readOn: '2026-11-22' } },
  // The whole post (`comment_enabled`).
  lock: { closes: { value: 'discussion', source: 'https://developers.facebook.com/docs/instagram-platform/reference/instagram-media', readOn: '2026-11-23' }, right: 'instagram_business_manage_comments' },
  pin: { offer: { value: 'not_by_interface', source: 'https://developers.facebook.com/docs/instagram-platform/reference/instagram-media', readOn: '2026-11-23' } },
  acts: {
    // Comments are deleted; posts only through a login by Facebook (`instagram_manage_contents`), or in Instagram itself.
    repost: 'not_by_interface', unrepost: 'not_by_interface', delete: 'yes', hide: 'yes', unhide: 'yes', detach: 'none_there', undetach: 'none_there', lock: 'yes', unlock: 'yes', mute: 'not_by_interface', unmute: 'not_by_interface', block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}

/** How long a private message may be, in bytes of UTF-8. */
export const instagramMessageMaxBytes: Sourced<number> = read(1_000, messages)

/** After which a caption is folded, in characters. */
export const instagramFold: Sourced<number> = read(125, publishing)
