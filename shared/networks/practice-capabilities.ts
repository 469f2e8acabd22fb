import { videoTypes } from '../media/media-item.ts'
import type { ActOffer } from './acts.ts'
import type { EditOffer } from './edit-rule.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { QuoteOffer } from './quote-rule.ts'
import { quoters, type Reach } from '../posts/post-framing.ts'
import type { Sourced } from './sourced.ts'

/** The practice network's own rules. Its server enforces exactly these figures and names them in `/api/v2/instance`. */
function own<Value>(value: Value): Sourced<Value> {
  return { value, source: 'electron/engine/practice/README.md', readOn: '2026-11-21' }
}

/**
 * The network that ships with Vigie for trying and teaching: a Mastodon-compatible server inside the engine, on this computer only.
 * The figures are those of a Mastodon server as it comes (500 characters, 4 images, 16 MB, alt text of 1,500), so that what is learnt
 * here holds there.
 */
export const practiceCapabilities: NetworkCapabilities = {
  id: 'practice',
  name: 'Practice network',
  connectBy: 'built_in',
  verifiedBy: 'real',
  text: {
    unit: 'graphemes',
    max: own(500),
    maxBytes: own(null),
    charactersPerUrl: own(23),
    remoteMentionCountsLocalPartOnly: true
  },
  images: {
    maxCount: own(4),
    maxBytes: own(16 * 1024 * 1024),
    mediaTypes: own(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
    maxAltText: own(1500),
    focus: own(true)
  },
  // More than a practice needs, and no more than a database file bears.
  video: {
    maxCount: own(1),
    maxBytes: own(40 * 1024 * 1024),
    mediaTypes: own(videoTypes),
    minDurationMs: own(null),
    maxDurationMs: own(null),
    videoCodecs: own(null),
    minRatio: own(null),
    maxRatio: own(null),
    withImages: own(false),
    cover: own('none_there'),
    captions: { format: own('vtt'), most: own(20), maxBytes: own(100_000), sent: 'with_film' }
  },
  richText: false,
  hasTitle: false,
  idempotency: 'idempotency_header',
  nativeSchedule: { minAhead: own(5 * 60_000), maxAhead: own(null) },
  poll: {
    choices: own({ min: 2, max: 4 }),
    maxChoice: own(50),
    minutes: own({ min: 5, max: 43_829 }),
    multiple: own(true),
    withMedia: own(false)
  },
  framing: { warning: own<true>(true), reaches: own<readonly Reach[]>(['public', 'quiet', 'followers']), language: own<true>(true), quoters: own(quoters) },
  quote: { offer: own<QuoteOffer>('yes') },
  inbox: { comments: true, mentions: true, messages: true, reviews: { maxReply: own({ characters: null, bytes: 4096 }) } },
  threads: 'replies',
  canReply: true,
  canLike: true,
  reportTakesReason: true,
  removal: { offer: own<ActOffer>('yes') },
  edit: { offer: own<EditOffer>('yes') },
  pin: { offer: own<ActOffer>('yes'), place: 'profile', most: own(5) },
  acts: {
    repost: 'yes', unrepost: 'yes', delete: 'yes', hide: 'none_there', unhide: 'none_there', detach: 'yes', undetach: 'none_there', lock: 'none_there', unlock: 'none_there', mute: 'yes', unmute: 'yes', block: 'yes', unblock: 'yes', ban: 'none_there', unban: 'none_there', report: 'yes'
  },
  messageActs: ['mute', 'unmute', 'block', 'unblock', 'report', 'delete'],
  people: { lookUp: own<'while_typing' | 'on_demand'>('while_typing') },
  figures: { ofPost: own(['likes', 'reposts', 'replies']), ofAccount: own(['followers', 'posts']) }
}
