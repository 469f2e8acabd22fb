import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { JobRecord } from './job-record.ts'

const lookedUp: ReadonlySet<string> = new Set(['act', 'edit', 'add_to_list', 'add_captions', 'pass_on', 'pin'] satisfies NonNullable<JobRecord['payload']>['effect'][])

/** How the network recognises a repeat of this very job: a private message may have no key where a post has one. */
export function idempotencyOf({ payload }: Pick<JobRecord, 'payload'>, networkId: NetworkId): NetworkCapabilities['idempotency'] {
  const { idempotency, messageIdempotency } = capabilitiesOf(networkId)
  // A report bears no key anywhere, nor do other words for what is out, which is read, nor a list, a film's subtitles or what is passed on, which are looked through; the other acts need none.
  if (payload !== null && lookedUp.has(payload.effect)) return 'look_up'
  const isMessage = payload?.effect === 'create' && payload.audience === 'message'
  return isMessage ? (messageIdempotency ?? idempotency) : idempotency
}
