import { capabilitiesOf } from '../networks/capabilities-of.ts'
import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { NetworkId } from '../networks/network-id.ts'
import type { JobKind } from './job.ts'

const locksMessage = { lock: 'lock_message', unlock: 'unlock_message' } as const
const bans = { block: 'ban', unblock: 'unban' } as const
const silences = { mute: 'silence', unmute: 'unsilence' } as const
const blocksMessages = { block: 'block_messages', unblock: 'unblock_messages' } as const
const mutesMail = { mute: 'mute_mail', unmute: 'unmute_mail' } as const

/** What some networks call what is done about an author. */
export const otherActWords = ['ban', 'unban', 'silence', 'unsilence', 'mute_mail', 'unmute_mail', 'block_messages', 'unblock_messages'] as const
interface OtherWords {
  lock: 'lock_message'
  unlock: 'unlock_message'
  block: 'ban' | 'block_messages'
  unblock: 'unban' | 'unblock_messages'
  mute: 'silence' | 'mute_mail'
  unmute: 'unsilence' | 'unmute_mail'
}

/**
 * What an act is called. Where its network shuts people out of a group, a channel or a Page, a block is a ban; where it is about private messages alone, it is that; where it keeps them from writing there, or to the moderators alone, a mute is that; where it
 * closes a message alone, a lock is that.
 */
export type Worded<Kind extends string> = Kind | (Kind extends keyof OtherWords ? OtherWords[Kind] : never)
export type JobWord = Worded<JobKind>

/** The name of an act on this network; of an account that is gone (null), its plain one. */
export function actWord<Kind extends string>(kind: Kind, networkId: NetworkId | null): Worded<Kind>
export function actWord(kind: string, networkId: NetworkId | null): string {
  if (networkId === null) return kind
  const capabilities = capabilitiesOf(networkId)
  if (kind === 'lock' || kind === 'unlock') return capabilities.lock?.closes.value === 'message' ? locksMessage[kind] : kind
  if (kind === 'block' || kind === 'unblock') return blockWord(kind, capabilities)
  return kind === 'mute' || kind === 'unmute' ? muteWord(kind, capabilities) : kind
}

function muteWord(kind: 'mute' | 'unmute', { silence, moderatedAuthors }: NetworkCapabilities): JobWord {
  if (silence !== undefined) return silences[kind]
  return moderatedAuthors?.acts.includes(kind) === true ? mutesMail[kind] : kind
}

function blockWord(kind: 'block' | 'unblock', { bansAuthors, blocksMessages: rule }: NetworkCapabilities): JobWord {
  if (bansAuthors === true) return bans[kind]
  return rule === undefined ? kind : blocksMessages[kind]
}
