import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../../../shared/networks/network-capabilities.ts'
import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { JobRecord } from './job-record.ts'

/** How the network recognises a repeat of this very job: a private message may have no key where a post has one. */
export function idempotencyOf({ payload }: Pick<JobRecord, 'payload'>, networkId: NetworkId): NetworkCapabilities['idempotency'] {
  const { idempotency, messageIdempotency } = capabilitiesOf(networkId)
  // A report bears no key anywhere, nor do other words for what is out, which is read, nor a list, which is looked through; the other acts need none.
  if (payload?.effect === 'act' || payload?.effect === 'edit' || payload?.effect === 'add_to_list') return 'look_up'
  const isMessage = payload?.effect === 'create' && payload.audience === 'message'
  return isMessage ? (messageIdempotency ?? idempotency) : idempotency
}
