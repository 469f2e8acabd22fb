import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import type { PinterestApi } from './pinterest-api.ts'
import { lookThroughBoard, otherShape } from './pinterest-list.ts'
import { pinSchema, pinterestListSchema, type Pin } from './pinterest-schemas.ts'
import { earliestOf } from '../server-clock.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'
import { readEach } from '../read-each.ts'

/** A pin shows on its board a little later than it is taken. */
const settled = 30_000

type Looked = NetworkResult<Published | 'none' | 'cannot_tell'>
type Sought = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>

/** Looks since the attempt began for what the draft says, or for the pin that was saved. */
export async function findOwnPin(api: PinterestApi, boardId: string, draft: Draft, intent: Sought, now: number): Promise<Looked> {
  const looked = await lookThroughBoard<Published | 'cannot_tell'>(api, boardId, draft, (pins, { response }) => seeIn(pins, draft, intent, earliestOf(intent, response, now)))
  if (!looked.ok) return looked
  if (looked.value === 'cut') return done('cannot_tell')
  if (looked.value === 'all_seen') return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  return done(looked.value)
}

function seeIn(pins: readonly Pin[], draft: Draft, intent: Sought, since: number): Published | 'cannot_tell' | null {
  const alike = pins.flatMap((pin) => {
    const likeness = intent.isAnothers?.(pin.id) === true ? 'no' : likenessOf(pin, draft)
    return likeness === 'no' ? [] : [{ id: pin.id, likeness, madeAt: madeAtOf(pin) }]
  })
  const found = alike.find(({ likeness, madeAt }) => likeness === 'yes' && madeAt >= since)
  if (found !== undefined) return publishedOf(found.id)
  // It may be this one, and nothing says when it was made, or for certain of which pin it was saved.
  return alike.some(({ likeness, madeAt }) => Number.isNaN(madeAt) || (likeness === 'perhaps' && madeAt >= since)) ? 'cannot_tell' : null
}

/** The newest of the board's first page. */
export async function listLastPins(api: PinterestApi, boardId: string): Promise<NetworkResult<readonly LastPost[]>> {
  const answered = await api.getAnswer(`/boards/${boardId}/pins`, { page_size: 100 })
  if (!answered.ok) return answered
  const list = pinterestListSchema.safeParse(answered.value.json)
  if (!list.success) return otherShape
  const posts = readEach(list.data.items, pinSchema).map((pin) => ({ ...publishedOf(pin.id), text: [pin.title, pin.description].filter((part) => (part ?? '') !== '').join('\n'), publishedAt: instantOf(madeAtOf(pin)) }))
  return done(posts.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, lastOnes))
}

export function publishedOf(id: string): Published {
  return { remoteId: id, url: `https://www.pinterest.com/pin/${id}/` }
}

/** In ms since the epoch, NaN where it is not told. Pinterest writes its times without a zone: https://developers.pinterest.com/docs/api/v5/pins-list (read on 2026-11-21). */
export function madeAtOf({ created_at: written }: Pin): number {
  return Date.parse(written === undefined || /(Z|[+-]\d\d:?\d\d)$/.test(written) ? (written ?? '') : `${written}Z`)
}

type Likeness = 'yes' | 'perhaps' | 'no'

/**
 * What was saved bears the words of the other one: it is told by its name alone. Of a pin that was itself saved no page says whether it, or the one that it came from, is named: one that was saved from another
 * pin, and that nobody knows as another's, may be it.
 */
function likenessOf(pin: Pin, draft: Draft): Likeness {
  const { parent_pin_id: parent } = pin
  if (draft.quote === undefined) {
    if (typeof parent === 'string') return 'no'
    if (isSamePin(pin, draft)) return 'yes'
    // Of a title or words that are not told nobody knows whether they are these.
    return isSamePin({ ...pin, title: pin.title ?? draft.title, description: pin.description ?? draft.text }, draft) ? 'perhaps' : 'no'
  }
  if (parent === null) return 'no'
  return parent === draft.quote.remoteId ? 'yes' : 'perhaps'
}

function isSamePin({ title, description, media }: Pin, draft: Draft): boolean {
  const pictures = media?.items?.length ?? 1
  return plainWords(title ?? '') === plainWords(draft.title) && plainWords(description ?? '') === plainWords(draft.text) && pictures === Math.max(1, draft.media.length)
}
