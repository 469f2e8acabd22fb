import { imageTypes, videoTypes } from '../media/media-item.ts'
import type { ActOffer } from './acts.ts'
import type { EditOffer } from './edit-rule.ts'
import type { NetworkCapabilities } from './network-capabilities.ts'
import type { QuoteOffer } from './quote-rule.ts'
import type { Sourced } from './sourced.ts'

/** Nobody tells Vigie what such a network takes: the person sees it there. */
function open<Value>(value: Value): Sourced<Value> {
  return { value, source: 'shared/networks/assisted-networks.ts', readOn: '2026-11-21' }
}

/** Networks where the person publishes and Vigie gets everything ready. */
export const assistedCapabilities: NetworkCapabilities = {
  id: 'assisted',
  name: 'Assistant',
  connectBy: 'by_hand',
  verifiedBy: 'real',
  text: { unit: 'graphemes', max: open<number | null>(null), maxBytes: open<number | null>(null), charactersPerUrl: open<number | null>(null), remoteMentionCountsLocalPartOnly: false },
  images: { maxCount: open(35), maxBytes: open(100 * 1024 * 1024), mediaTypes: open<readonly string[]>(imageTypes), maxAltText: open<number | null>(null) },
  video: {
    maxCount: open(35), maxBytes: open(4 * 1024 ** 3), mediaTypes: open(videoTypes), minDurationMs: open<number | null>(null), maxDurationMs: open<number | null>(null), videoCodecs: open(null),
    minRatio: open<number | null>(null), maxRatio: open<number | null>(null), withImages: open(true),
    cover: open('not_by_interface'),
    captions: open('not_by_interface')
  },
  richText: false,
  hasTitle: false,
  // Nothing is sent, so nothing can be sent twice.
  idempotency: 'client_chosen_id',
  poll: 'not_yet',
  quote: { offer: open<QuoteOffer>('not_by_interface') },
  inbox: { comments: false, mentions: false, messages: false },
  // One card for the whole: the parts stand below each other.
  threads: 'joined',
  canReply: false,
  canLike: false,
  removal: { offer: open<ActOffer>('not_by_interface') },
  edit: { offer: open<EditOffer>('not_by_interface') },
  pin: { offer: open<ActOffer>('not_by_interface') },
  acts: {
    repost: 'not_by_interface', unrepost: 'not_by_interface', delete: 'not_by_interface', hide: 'not_by_interface', unhide: 'not_by_interface', detach: 'not_by_interface', undetach: 'not_by_interface', lock: 'not_by_interface', unlock: 'not_by_interface', mute: 'not_by_interface', unmute: 'not_by_interface',
    block: 'not_by_interface', unblock: 'not_by_interface', ban: 'none_there', unban: 'none_there', report: 'not_by_interface'
  }
}
