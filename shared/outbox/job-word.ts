import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { NetworkId } from '../networks/network-id.ts'
import type { JobKind } from './job.ts'

/** What an act is called. Where its network shuts people out of a group, a channel or a Page, a block is a ban. */
export type Worded<Kind extends string> = Kind | (Kind extends 'block' ? 'ban' : never) | (Kind extends 'unblock' ? 'unban' : never)
export type JobWord = Worded<JobKind>

/** The name of an act on this network; of an account that is gone (null), its plain one. */
export function actWord<Kind extends string>(kind: Kind, networkId: NetworkId | null): Worded<Kind>
export function actWord(kind: string, networkId: NetworkId | null): string {
  if (networkId === null || capabilitiesOf(networkId).bansAuthors !== true) return kind
  if (kind === 'block') return 'ban'
  return kind === 'unblock' ? 'unban' : kind
}
