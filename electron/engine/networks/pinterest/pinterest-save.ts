import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Draft } from '../network-draft.ts'
import { readBeforeWriting } from '../network-edit.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { Published, SendIntent } from '../network-publisher.ts'
import { done, failed } from '../network-results.ts'
import { earliestOf } from '../server-clock.ts'
import { asPinterestId, type PinterestApi } from './pinterest-api.ts'
import { notThereCodes } from './pinterest-failures.ts'
import { madeAtOf, publishedOf } from './pinterest-find.ts'
import { lookThroughBoard } from './pinterest-list.ts'
import { createdPinSchema } from './pinterest-schemas.ts'
import { checkSectionThere } from './pinterest-sections.ts'

type Saved = Draft & { readonly quote: NonNullable<Draft['quote']> }
type Intent = Pick<SendIntent, 'since' | 'isAnothers'>

/**
 * Saves any public pin on the board, or in a section of it, as a pin of its own: https://developers.pinterest.com/docs/api/v5/pins-save (specs/pinterest, c05b189, read on 2026-11-23). The call takes no
 * key, and a second one makes a second pin: the board is looked through first, and what stands there already is not saved once more.
 */
export async function savePin(api: PinterestApi, boardId: string, draft: Saved, intent: Intent, now: number): Promise<NetworkResult<Published>> {
  const { media, poll, quote } = draft
  const id = asPinterestId(quote.remoteId)
  if (!id.ok) return gone
  if (media.length > 0 || poll !== undefined) return failed('rejected', studioError('rejected', 'a pin that is saved stands alone'))
  const section = await checkSectionThere(api, boardId, draft.beside?.categories ?? [])
  if (!section.ok) return readBeforeWriting(section)
  const there = await findThere(api, boardId, draft, intent, now)
  if (!there.ok) return readBeforeWriting(there)
  if (there.value === 'of_before') return failed('rejected', studioError('rejected', 'the pin is on the board already', { details: { reason: 'already_saved' } }))
  if (there.value !== 'none') return done(there.value)
  const created = await api.create(`/pins/${id.value}/save`, { board_id: boardId, ...(section.value === null ? {} : { board_section_id: section.value }) }, createdPinSchema)
  return created.ok ? done(publishedOf(created.value.id)) : explain(created.failure, draft)
}

/** Saved there by an attempt before this one, or by anybody at any time. A board of which only the beginning could be looked through is no reason to save nothing. */
async function findThere(api: PinterestApi, boardId: string, draft: Saved, { since, isAnothers }: Intent, now: number): Promise<NetworkResult<Published | 'of_before' | 'none'>> {
  const looked = await lookThroughBoard<Published | 'of_before'>(api, boardId, draft, (pins, { response }) => {
    const same = pins.filter((pin) => pin.id === draft.quote.remoteId || pin.parent_pin_id === draft.quote.remoteId)
    const ours = since === undefined ? undefined : same.find((pin) => pin.id !== draft.quote.remoteId && isAnothers?.(pin.id) !== true && madeAtOf(pin) >= earliestOf({ since, sentAt: since }, response, now))
    if (ours !== undefined) return publishedOf(ours.id)
    return same.length > 0 ? 'of_before' : null
  })
  if (!looked.ok) return looked
  return done(looked.value === 'all_seen' || looked.value === 'cut' ? 'none' : looked.value)
}

const gone = failed('rejected', studioError('rejected', 'the pin is not there', { details: { reason: 'quoted_gone' } }))

function explain(failure: NetworkFailure, { beside }: Draft): NetworkResult<never> {
  const code = failure.error.details?.['code']
  if (failure.kind === 'rejected' && code === notThereCodes.pin) return gone
  if (failure.kind === 'rejected' && code === notThereCodes.section) return failed('rejected', studioError('rejected', 'the board no longer has the section', { details: { reason: 'section_gone', category: beside?.categories?.[0]?.name ?? '' } }))
  return { ok: false, failure }
}
