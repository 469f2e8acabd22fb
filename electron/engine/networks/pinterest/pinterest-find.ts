import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import type { ApiAnswer } from '../api-call.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { asPinterestId, type PinterestApi } from './pinterest-api.ts'
import { pinSchema, pinterestListSchema, type Pin } from './pinterest-schemas.ts'
import { earliestOf } from '../server-clock.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'
import { readEach } from '../read-each.ts'

const pageSize = 250
/** No order is promised, so that all of a board is looked through, as far as that goes. */
const mostPages = 10
/** A pin shows on its board a little later than it is taken. */
const settled = 30_000

const otherShape = failed('bug', studioError('unexpected_answer', 'the list of pins has another shape'))

type Looked = NetworkResult<Published | 'none' | 'cannot_tell'>
type Sought = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>

/**
 * Looks since the attempt began for what the draft says: in its section, and through the board, since no page says whether the list of a board's pins holds those of its sections, and somebody
 * may have moved it or taken the section away.
 */
export async function findOwnPin(api: PinterestApi, boardId: string, draft: Draft, intent: Sought, now: number): Promise<Looked> {
  const [section] = draft.beside?.categories ?? []
  const sectionId = section === undefined ? null : asPinterestId(section.id)
  const inSection = sectionId?.ok === true ? await findIn(api, `/boards/${boardId}/sections/${sectionId.value}/pins`, draft, intent, now) : done('none' as const)
  // A section that is gone has no pins; any other failure says nothing, and the board's list may leave out what it has.
  if (!inSection.ok && inSection.failure.error.details?.['status'] !== 404) return inSection
  if (inSection.ok && inSection.value !== 'none') return inSection
  return findIn(api, `/boards/${boardId}/pins`, draft, intent, now)
}

async function findIn(api: PinterestApi, path: string, draft: Draft, intent: Sought, now: number): Promise<Looked> {
  let bookmark: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered: NetworkResult<ApiAnswer> = await api.getAnswer(path, { page_size: pageSize, bookmark })
    if (!answered.ok) return answered
    const list = pinterestListSchema.safeParse(answered.value.json)
    const pins = list.success ? readEach(list.data.items, pinSchema) : []
    // A list that is not understood must not pass for an empty one: that would say "not there, send again".
    if (!list.success || pins.length < list.data.items.length) return otherShape
    const since = earliestOf(intent, answered.value.response, now)
    const alike = pins.filter((pin) => intent.isAnothers?.(pin.id) !== true && isSamePin(pin, draft))
    const found = alike.find((pin) => Date.parse(asUtc(pin.created_at)) >= since)
    if (found !== undefined) return done(publishedOf(found.id))
    // It may be this one, and nothing says when it was made.
    if (alike.some((pin) => Number.isNaN(Date.parse(asUtc(pin.created_at))))) return done('cannot_tell')
    bookmark = list.data.bookmark ?? null
    if (bookmark === null) return done(now - intent.sentAt < settled ? 'cannot_tell' : 'none')
  }
  return done('cannot_tell')
}

/** The newest of the board's first page. */
export async function listLastPins(api: PinterestApi, boardId: string): Promise<NetworkResult<readonly LastPost[]>> {
  const answered = await api.getAnswer(`/boards/${boardId}/pins`, { page_size: 100 })
  if (!answered.ok) return answered
  const list = pinterestListSchema.safeParse(answered.value.json)
  if (!list.success) return otherShape
  const posts = readEach(list.data.items, pinSchema).map((pin) => ({ ...publishedOf(pin.id), text: [pin.title, pin.description].filter((part) => (part ?? '') !== '').join('\n'), publishedAt: instantOf(Date.parse(asUtc(pin.created_at))) }))
  return done(posts.toSorted((a, b) => (b.publishedAt ?? 0) - (a.publishedAt ?? 0)).slice(0, lastOnes))
}

export function publishedOf(id: string): Published {
  return { remoteId: id, url: `https://www.pinterest.com/pin/${id}/` }
}

/** Pinterest writes its times without a zone: https://developers.pinterest.com/docs/api/v5/pins-list (read on 2026-11-21). */
function asUtc(written: string | undefined): string {
  return written === undefined || /(Z|[+-]\d\d:?\d\d)$/.test(written) ? (written ?? '') : `${written}Z`
}

function isSamePin({ title, description, media }: Pin, draft: Draft): boolean {
  const pictures = media?.items?.length ?? 1
  return plainWords(title ?? '') === plainWords(draft.title) && plainWords(description ?? '') === plainWords(draft.text) && pictures === Math.max(1, draft.media.length)
}
