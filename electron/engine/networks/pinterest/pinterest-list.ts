import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { readEach } from '../read-each.ts'
import { asPinterestId, type PinterestApi } from './pinterest-api.ts'
import { pinSchema, pinterestListSchema, type Pin } from './pinterest-schemas.ts'

const pageSize = 250
/** No order is promised, so that all of a board is looked through, as far as that goes. */
const mostPages = 10

export const otherShape = failed('bug', studioError('unexpected_answer', 'the list of pins has another shape'))

/** `all_seen`: nothing was found, to the end · `cut`: nor on the first pages, and there are more. */
export type Unfound = 'all_seen' | 'cut'

/**
 * Looks through the pins that a draft may be among, page by page, until `see` finds something: those of its section, and of the board, since no page says whether the list of a board's pins holds
 * those of its sections, and somebody may have moved it or taken the section away.
 */
export async function lookThroughBoard<Found>(api: PinterestApi, boardId: string, draft: Draft, see: (pins: readonly Pin[], answer: ApiAnswer) => Found | null): Promise<NetworkResult<Found | Unfound>> {
  const [section] = draft.beside?.categories ?? []
  const sectionId = section === undefined ? null : asPinterestId(section.id)
  const inSection = sectionId?.ok === true ? await lookThrough(api, `/boards/${boardId}/sections/${sectionId.value}/pins`, see) : done('all_seen' as const)
  // A section that is gone has no pins; any other failure says nothing, and the board's list may leave out what it has.
  if (!inSection.ok && inSection.failure.error.details?.['status'] !== 404) return inSection
  if (inSection.ok && inSection.value !== 'all_seen') return inSection
  return lookThrough(api, `/boards/${boardId}/pins`, see)
}

async function lookThrough<Found>(api: PinterestApi, path: string, see: (pins: readonly Pin[], answer: ApiAnswer) => Found | null): Promise<NetworkResult<Found | Unfound>> {
  let bookmark: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered: NetworkResult<ApiAnswer> = await api.getAnswer(path, { page_size: pageSize, bookmark })
    if (!answered.ok) return answered
    const list = pinterestListSchema.safeParse(answered.value.json)
    const pins = list.success ? readEach(list.data.items, pinSchema) : []
    // A list that is not understood must not pass for an empty one: that would say "not there, send again".
    if (!list.success || pins.length < list.data.items.length) return otherShape
    const found = see(pins, answered.value)
    if (found !== null) return done(found)
    bookmark = list.data.bookmark ?? null
    if (bookmark === null) return done('all_seen')
  }
  return done('cut')
}
