import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { NetworkId } from '../networks/network-id.ts'
import type { JobKind } from './job.ts'

const otherWords = { lock: 'lock_message', unlock: 'unlock_message', block: 'ban', unblock: 'unban', mute: 'silence', unmute: 'unsilence' } as const
type OtherWords = typeof otherWords

/** What an act is called. Where its network shuts people out of a group, a channel or a Page, a block is a ban; where it keeps them from writing there, a mute is that; where it closes a message alone, a lock is that. */
export type Worded<Kind extends string> = Kind | (Kind extends keyof OtherWords ? OtherWords[Kind] : never)
export type JobWord = Worded<JobKind>

/** The name of an act on this network; of an account that is gone (null), its plain one. */
export function actWord<Kind extends string>(kind: Kind, networkId: NetworkId | null): Worded<Kind>
export function actWord(kind: string, networkId: NetworkId | null): string {
  if (networkId === null) return kind
  const { bansAuthors, silence, lock } = capabilitiesOf(networkId)
  if (kind === 'lock' || kind === 'unlock') return lock?.closes.value === 'message' ? otherWords[kind] : kind
  if (bansAuthors === true && (kind === 'block' || kind === 'unblock')) return otherWords[kind]
  return silence !== undefined && (kind === 'mute' || kind === 'unmute') ? otherWords[kind] : kind
}
