import type { VideoCodec, VideoType } from '../media/media-item.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const create = 'https://developers.dailymotion.com/reference/create-profile-video'
const upload = 'https://developers.dailymotion.com/v2/docs/upload-videos'
const quota = 'https://developers.dailymotion.com/v2/reference/rate-limiting'
const hour = 3_600_000

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

/** What each video there has to be filed under: https://developers.dailymotion.com/v0/reference/video-categories (read on 2026-11-21). */
export const dailymotionCategories = ['animals', 'auto', 'creation', 'fun', 'lifestyle', 'music', 'news', 'people', 'school', 'sport', 'tech', 'travel', 'tv', 'videogames'] as const
export type DailymotionCategory = (typeof dailymotionCategories)[number]

/** Where a channel’s owner makes the key: https://developers.dailymotion.com/docs/authenticate (read on 2026-11-21). */
export const dailymotionKeysUrl = 'https://www.dailymotion.com/partner/api-keys/'

/**
 * A channel of Dailymotion. Its interface has neither comments nor messages, and counts views in paid reports alone
 * (https://developers.dailymotion.com/changelog/api-deprecation-views-legacy-fields, read on 2026-11-21).
 */
export const dailymotionCapabilities: NetworkCapabilities = {
  id: 'dailymotion',
  name: 'Dailymotion',
  // A private key of the channel's own, with its secret. Logins in the browser are announced, and not there yet.
  connectBy: 'app_password',
  verifiedBy: 'fake',
  // The description below the video.
  text: {
    unit: 'code_points',
    max: read<number | null>(3000, create),
    maxBytes: read<number | null>(null, create),
    charactersPerUrl: read<number | null>(null, create),
    remoteMentionCountsLocalPartOnly: false
  },
  title: { max: read(255, create) },
  // Its documents name no bound; a hashtag is one word.
  tags: { source: { value: 'hashtags', source: 'https://developers.dailymotion.com/v2/docs/edit-video-metadata', readOn: '2026-11-22' }, form: 'one_word' },
  images: {
    maxCount: read(0, create),
    maxBytes: read(0, create),
    mediaTypes: read<readonly string[]>([], create),
    maxAltText: read<number | null>(0, create)
  },
  video: {
    maxCount: read(1, create),
    maxBytes: read(4 * 1024 ** 3, quota),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], upload),
    minDurationMs: read<number | null>(null, quota),
    maxDurationMs: read<number | null>(2 * hour, quota),
    videoCodecs: read<readonly VideoCodec[] | null>(null, upload),
    minRatio: read<number | null>(null, upload),
    maxRatio: read<number | null>(null, upload),
    withImages: read(false, create),
    cover: read('not_yet', create),
    // The interface of before takes SubRip for a video (https://developers.dailymotion.com/v0/reference/partner-api-add-subtitles); of version 2, which a channel's key opens, no page has a word for them.
    captions: { value: 'not_by_interface', source: 'https://developers.dailymotion.com/docs/migrating-from-legacy-api-to-api-v2', readOn: '2026-11-23' },
    isRequired: true
  },
  richText: false,
  hasTitle: true,
  // No key of ours: the channel's newest videos are looked through.
  idempotency: 'look_up',
  poll: 'none_there',
  quote: { offer: { value: 'none_there', source: 'https://developers.dailymotion.com/reference/create-profile-video', readOn: '2026-11-22' } },
  inbox: { comments: false, mentions: false, messages: false },
  threads: 'joined',
  canReply: false,
  canLike: false,
  removal: { offer: { value: 'yes', source: 'https://developers.dailymotion.com/v2/docs/', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://developers.dailymotion.com/v2/docs/edit-video-metadata', readOn: '2026-11-22' }, title: true },
  pin: { offer: { value: 'not_by_interface', source: 'https://developers.dailymotion.com/v2/reference/introduction', readOn: '2026-11-23' } },
  acts: {
    repost: 'none_there', unrepost: 'none_there', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'none_there', undetach: 'none_there', lock: 'none_there', unlock: 'none_there', mute: 'none_there', unmute: 'none_there',
    block: 'none_there', unblock: 'none_there', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}
