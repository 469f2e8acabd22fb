import { studioError } from '../../../shared/errors/studio-error.ts'
import type { PinThere } from '../../../shared/published/pin-there.ts'
import type { NetworkResult } from './network-failure.ts'
import type { AccountSession } from './network-session.ts'

/** A post of ours that is out, and how it is to stand. */
export interface PinTarget {
  readonly remoteId: string
  readonly isPinned: boolean
  /** The pinned one that the person was told would lose its place; null: none. */
  readonly instead: string | null
}

export interface PinBoard {
  /** How a post stands. Changes nothing. */
  read(session: AccountSession, remoteId: string): Promise<NetworkResult<PinThere | 'gone'>>
  /** Called where `read` has just said that the post does not stand so, or that nobody can tell. Doing it twice is doing it once. */
  set(session: AccountSession, target: PinTarget): Promise<NetworkResult<null>>
}

/** Nothing was done: another post would lose its place than the one that the person was told of. */
export const pinChanged = studioError('rejected', 'another post is pinned there by now', { details: { reason: 'pin_changed' } })
