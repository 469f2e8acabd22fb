import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PinThere } from '../../../../shared/published/pin-there.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { PinBoard } from '../network-pins.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { openMastodonApi, type MastodonApi } from './mastodon-api.ts'
import { askMastodonInstance } from './mastodon-limits.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { remoteIdSchema } from './mastodon-schemas.ts'

/** `pinned` is told of one's own posts that can be pinned at all: https://docs.joinmastodon.org/entities/Status/#pinned (read on 2026-11-23). */
const pinnedSchema = z.looseObject({ pinned: z.boolean().nullish() })
const listSchema = z.array(z.looseObject({ id: remoteIdSchema }))
/** The most that a server lists at once. */
const pageSize = 40

/** https://docs.joinmastodon.org/methods/statuses/#pin and #unpin (read on 2026-11-23): at the top of the account's own profile; a full one is refused. */
export function createMastodonPins(options: MastodonOptions): PinBoard {
  return {
    async read(session, remoteId) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const status = await api.value.get(pathOf(remoteId), {}, pinnedSchema)
      if (!status.ok) return isNotThere(status.failure) ? done('gone') : status
      const { pinned } = status.value
      if (pinned === true) return done({ isPinned: true, hindrance: null, instead: null })
      return pinned === false ? readRoom(api.value, session, options) : done({ isPinned: false, hindrance: 'not_such_a_post', instead: null })
    },
    async set(session, { remoteId, isPinned }) {
      const api = openMastodonApi(options, session)
      if (!api.ok) return api
      const order = await api.value.post(`${pathOf(remoteId)}/${isPinned ? 'pin' : 'unpin'}`, {}, z.looseObject({ id: remoteIdSchema }), { effect: 'visible' })
      return order.ok || !isForbidden(order.failure) ? mapValue(order, () => null) : failed('rejected', studioError('rejected', 'the login was not given the right to pin', { details: { status: 403, reason: 'pin_scope' } }))
    }
  }
}

function pathOf(remoteId: string): string {
  return `/api/v1/statuses/${encodeURIComponent(remoteId)}`
}

/** How many are pinned, and how many may be: `configuration.accounts.max_pinned_statuses`, from 4.3 on. */
async function readRoom(api: MastodonApi, { account }: AccountSession, { capabilities }: MastodonOptions): Promise<NetworkResult<PinThere>> {
  const pinned = await api.get(`/api/v1/accounts/${encodeURIComponent(account.remoteId)}/statuses`, { pinned: true, limit: pageSize }, listSchema)
  if (!pinned.ok) return pinned
  const instance = await askMastodonInstance(api)
  if (!instance.ok) return instance
  const most = instance.value.configuration?.accounts?.max_pinned_statuses ?? capabilities.pin.most?.value
  const isFull = most !== undefined && pinned.value.length >= most
  return done({ isPinned: false, hindrance: isFull ? 'full' : null, instead: null, ...(most === undefined ? {} : { most }) })
}

/** Logins of before this was asked for, and those that somebody gave less. */
function isForbidden({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && error.details?.['status'] === 403
}
