import type { AccountFigureName, PostFigureName } from '../figures/figures.ts'
import type { VideoCodec, VideoType } from '../media/media-item.ts'
import { quoters, type Reach } from '../posts/post-framing.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { Sourced } from './sourced.ts'

const readOn = '2026-11-21'
const instance = 'https://docs.joinmastodon.org/entities/Instance/'

function read<Value>(value: Value, source: string): Sourced<Value> {
  return { value, source, readOn }
}

function framed<const Value>(value: Value): Sourced<Value> {
  return { value, source: 'https://docs.joinmastodon.org/methods/statuses/#form-data-parameters', readOn: '2026-11-23' }
}

/** The figures of a server as it comes; each server names its own, which go first (Account.serverLimits). */
export const mastodonCapabilities: NetworkCapabilities = {
  id: 'mastodon',
  name: 'Mastodon',
  connectBy: 'browser_login',
  verifiedBy: 'spec',
  typedServer: { notTyped: [] },
  text: {
    unit: 'graphemes',
    max: read<number | null>(500, instance),
    maxBytes: read<number | null>(null, instance),
    charactersPerUrl: read<number | null>(23, instance),
    remoteMentionCountsLocalPartOnly: true
  },
  images: {
    maxCount: read(4, instance),
    maxBytes: read(16 * 1024 * 1024, instance),
    mediaTypes: read<readonly string[]>(['image/jpeg', 'image/png', 'image/webp', 'image/gif'], instance),
    maxAltText: read<number | null>(1500, 'https://docs.joinmastodon.org/user/posting/'),
    focus: { value: true, source: 'https://docs.joinmastodon.org/methods/media/#v2', readOn: '2026-11-23' }
  },
  video: {
    maxCount: read(1, instance),
    maxBytes: read(99 * 1024 * 1024, instance),
    mediaTypes: read<readonly VideoType[]>(['video/mp4', 'video/quicktime', 'video/webm'], instance),
    minDurationMs: read<number | null>(null, instance),
    maxDurationMs: read<number | null>(null, instance),
    videoCodecs: read<readonly VideoCodec[] | null>(null, instance),
    minRatio: read<number | null>(null, instance),
    maxRatio: read<number | null>(null, instance),
    // Of a usual server (`video_frame_rate_limit`).
    frameRate: { value: { min: null, max: 120 }, source: instance, readOn: '2026-11-23' },
    withImages: read(false, instance),
    cover: { takes: read('picture', 'https://docs.joinmastodon.org/methods/media/#v2'), sent: 'with_film' },
    captions: { value: 'none_there', source: 'https://docs.joinmastodon.org/methods/media/#v2', readOn: '2026-11-23' }
  },
  richText: false,
  hasTitle: false,
  idempotency: 'idempotency_header',
  nativeSchedule: {
    minAhead: read(5 * 60_000, 'https://docs.joinmastodon.org/methods/scheduled_statuses/'),
    maxAhead: read<number | null>(null, 'https://docs.joinmastodon.org/methods/scheduled_statuses/'),
    isNamedAnew: true
  },
  poll: {
    choices: read({ min: 2, max: 4 }, 'https://docs.joinmastodon.org/entities/Instance/#polls'),
    maxChoice: read(50, 'https://docs.joinmastodon.org/entities/Instance/#polls'),
    minutes: read({ min: 5, max: 43_829 }, 'https://docs.joinmastodon.org/entities/Instance/#polls'),
    multiple: read(true, 'https://docs.joinmastodon.org/entities/Instance/#polls'),
    withMedia: read(false, 'https://docs.joinmastodon.org/entities/Instance/#polls')
  },
  framing: { warning: framed(true), reaches: framed<readonly Reach[]>(['public', 'quiet', 'followers']), language: framed(true), quoters: { value: quoters, source: 'https://docs.joinmastodon.org/client/quotes/', readOn: '2026-11-23' } },
  // From 4.5 on (API version 7), and where the author lets people.
  quote: { offer: { value: 'yes', source: 'https://docs.joinmastodon.org/client/quotes/', readOn: '2026-11-22' }, mayBeRefused: true },
  inbox: { comments: true, mentions: true, messages: true },
  threads: 'replies',
  canReply: true,
  canLike: true,
  reportTakesReason: true,
  removal: { offer: { value: 'yes', source: 'https://docs.joinmastodon.org/methods/statuses/#delete', readOn: '2026-11-22' } },
  edit: { offer: { value: 'yes', source: 'https://docs.joinmastodon.org/methods/statuses/#edit', readOn: '2026-11-22' } },
  pin: { offer: { value: 'yes', source: 'https://docs.joinmastodon.org/methods/statuses/#pin', readOn: '2026-11-23' }, place: 'profile', most: { value: 5, source: 'https://docs.joinmastodon.org/entities/Instance/#max_pinned_statuses', readOn: '2026-11-23' } },
  acts: {
    // A post of ours is taken out of a quote for good (`POST /api/v1/statuses/:id/quotes/:quoting_status_id/revoke`, from 4.5 on: https://docs.joinmastodon.org/methods/statuses/#revoke_quote, read on 2026-11-23); answers stand where they are.
    repost: 'yes', unrepost: 'yes', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'yes', undetach: 'none_there', lock: 'none_there', unlock: 'none_there', mute: 'yes', unmute: 'yes', block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there', report: 'yes'
  },
  messageActs: ['mute', 'unmute', 'block', 'unblock', 'report', 'delete'],
  people: { lookUp: { value: 'while_typing', source: 'https://docs.joinmastodon.org/methods/accounts/#search', readOn: '2026-11-22' } },
  figures: {
    ofPost: read<readonly PostFigureName[]>(['likes', 'reposts', 'quotes', 'replies'], 'https://docs.joinmastodon.org/entities/Status/'),
    ofAccount: read<readonly AccountFigureName[]>(['followers', 'posts'], 'https://docs.joinmastodon.org/entities/Account/')
  }
}
