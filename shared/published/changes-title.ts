import type { Account } from '../accounts/account.ts'
import { capabilitiesFor } from '../networks/in-channel.ts'
import type { Job } from '../outbox/job.ts'

/** Whether the title can be another where this stands. What follows in a thread has none of its own. */
export function changesTitle(account: Pick<Account, 'networkId' | 'serverLimits'>, part: Job['part']): boolean {
  return capabilitiesFor(account).edit.title === true && (part === undefined || part.number === 1)
}
