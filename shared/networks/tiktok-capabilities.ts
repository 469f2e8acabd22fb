import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const upload = 'https://developers.tiktok.com/doc/content-posting-api-reference-upload-video'
const transfer = 'https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide'
const direct = 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post'
const photos = 'https://developers.tiktok.com/doc/content-posting-api-reference-photo-post'
const desktop = 'https://developers.tiktok.com/doc/login-kit-desktop/'
const creator = 'https://developers.tiktok.com/doc/content-posting-api-reference-query-creator-info/'
const guidelines = 'https://developers.tiktok.com/doc/content-sharing-guidelines/'
const minute = 60_000

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function said<const Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn: '2026-11-22' }
}

/**
 * An account of TikTok. What a program without an audit posts stays private, so a video, or pictures, are handed over as a draft as long as nobody says otherwise: that needs no audit,
 * and the person posts it in TikTok's app. Published directly, a post has terms: the person chooses for each who may see it and what others may do with it, and the account's own
 * settings are read again right before it goes out (https://developers.tiktok.com/doc/content-sharing-guidelines/).
 */
export const tiktokCapabilities: NetworkCapabilities = {
  id: 'tiktok',
  name: 'TikTok',
  connectBy: 'browser_login',
  verifiedBy: 'fake',
  ownApp: {
    need: 'required',
    secret: 'required',
    redirect: 'fixed_ports',
    madeAt: read('https://developers.tiktok.com/apps', desktop),
    scopes: read(['user.info.basic', 'user.info.stats', 'video.upload', 'video.list'], 'https://developers.tiktok.com/doc/tiktok-api-scopes'),
    moreScopes: said(['video.publish'], 'https://developers.tiktok.com/doc/tiktok-api-scopes')
  },
  // The words do not go with a video's draft: the person pastes them. Those of pictures might be 4,000.
  text: {
    unit: 'utf16',
    max: read<number | null>(2200, direct),
    maxBytes: read<number | null>(null, direct),
    charactersPerUrl: read<number | null>(null, direct),
    remoteMentionCountsLocalPartOnly: false
  },
  // Fetched from the client's public place, which has to be a domain that the app has shown to be its own there.
  images: {
    maxCount: read(35, photos),
    maxBytes: read(20_000_000, transfer),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/webp'], transfer),
    maxAltText: read<number | null>(0, photos),
    needed: read(true, direct),
    fetched: read(true, photos),
    converted: ['image/png', 'image/gif'],
    // “Maximum 1080p”.
    shrunkTo: read({ short: 1080, long: 1920 }, transfer)
  },
  video: {
    maxCount: read(1, upload),
    maxBytes: read(4 * 1024 ** 3, transfer),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], transfer),
    minDurationMs: read<number | null>(null, transfer),
    maxDurationMs: read<number | null>(10 * minute, transfer),
    videoCodecs: read<readonly VideoCodec[] | null>(['avc', 'hevc', 'vp8', 'vp9'], transfer),
    minRatio: read<number | null>(null, transfer),
    maxRatio: read<number | null>(null, transfer),
    frameRate: { value: { min: 23, max: 60 }, source: transfer, readOn: '2026-11-23' },
    withImages: read(false, upload),
    // `video_cover_timestamp_ms`, of posts that go out at once; of a draft the person chooses it in TikTok's app.
    cover: { takes: { value: 'moment', source: direct, readOn: '2026-11-23' }, underTerms: true, sent: 'with_film' },
    captions: { value: 'not_by_interface', source: direct, readOn: '2026-11-23' },
    isSent: true
  },
  richText: false,
  hasTitle: false,
  // No key of ours. TikTok's number for a hand-over says what became of it, as long as Vigie runs; later, the account's own videos are looked through.
  idempotency: 'look_up',
  namesLater: true,
  // Neither comments nor messages are given to programs: https://developers.tiktok.com/doc/overview
  poll: 'not_by_interface',
  quote: { offer: { value: 'not_by_interface', source: 'https://developers.tiktok.com/doc/content-posting-api-reference-direct-post', readOn: '2026-11-22' } },
  inbox: { comments: false, mentions: false, messages: false },
  threads: 'joined',
  canReply: false,
  canLike: false,
  removal: { offer: { value: 'not_by_interface', source: 'https://developers.tiktok.com/doc/content-posting-api-get-started', readOn: '2026-11-22' } },
  edit: { offer: { value: 'not_by_interface', source: 'https://developers.tiktok.com/doc/content-posting-api-get-started', readOn: '2026-11-22' } },
  pin: { offer: { value: 'not_by_interface', source: 'https://developers.tiktok.com/doc/overview', readOn: '2026-11-23' } },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'not_by_interface', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'none_there', unmute: 'none_there',
    block: 'none_there', unblock: 'none_there', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  },
  finishedByPerson: true,
  terms: {
    audiences: said(['everyone', 'friends', 'followers', 'only_me'], creator),
    allowances: said(['comments', 'duets', 'stitches'], direct),
    filmsAlone: said(['duets', 'stitches'], guidelines),
    disclosures: said(['own_brand', 'partner'], direct),
    // `is_aigc` in the “Post Info Object” of films; that of pictures has none.
    madeWithAi: said(true, direct),
    // “Branded content visibility cannot be set to private.”
    notForPartner: said(['only_me'], guidelines),
    agreed: said({ page: 'https://www.tiktok.com/legal/page/global/music-usage-confirmation/en', partner: 'https://www.tiktok.com/legal/page/global/bc-policy/en' }, guidelines)
  },
  // Of the account's own public videos. What TikTok calls shares counts with what is passed on.
  figures: {
    ofPost: { value: ['views', 'likes', 'reposts', 'replies'] satisfies PostFigureName[], source: 'https://developers.tiktok.com/doc/tiktok-api-v2-video-query', readOn: '2026-11-22' },
    ofAccount: { value: ['followers', 'posts'] satisfies AccountFigureName[], source: 'https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info', readOn: '2026-11-22' }
  }
}

/** Where a person finds their drafts announced; the draft itself opens in the app on the telephone. */
export const tiktokPageUrl = 'https://www.tiktok.com/'

/** As many characters of a text show below a video before “more”: shared/networks.md, section 5. */
export const tiktokFold = read(150, direct)
