import { studioError } from '../../../shared/errors/studio-error.ts'
import { heedingUntilTheEnd, type Objection } from '../networks/network-objection.ts'
import type { NetworkResult } from '../networks/network-failure.ts'
import type { SendGuard } from './send-guard.ts'

const onHoldByNow = studioError('on_hold', 'put on hold before anything was sent')
const unwantedByNow = studioError('on_hold', 'given up, moved or refused before anything was sent')

/** The hold came while the keychain was still being asked: it goes back into the queue, and is held there. */
export async function notOnHold(): Promise<NetworkResult<never>> {
  return { ok: false, failure: { kind: 'not_sent', error: onHoldByNow } }
}

/** What came while something is prepared that nobody sees yet: a hold, or a word about this job alone. The attempt ends as one that did not arrive, and the ledger knows what follows. */
export function stopOf({ hold }: Pick<SendGuard, 'hold'>, isUnwanted: () => boolean): Objection {
  return () => (hold() !== null ? onHoldByNow : isUnwanted() ? unwantedByNow : null)
}

/** Makes no call that others would see once there is an objection, also one that comes meanwhile. */
export async function unlessStopped<Value>(objection: Objection, send: () => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
  const error = objection()
  return error === null ? heedingUntilTheEnd(objection, send) : { ok: false, failure: { kind: 'not_sent', error } }
}
