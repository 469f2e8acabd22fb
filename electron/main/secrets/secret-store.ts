import type { z } from 'zod'
import type { secretStoreStateSchema } from '../../../shared/contract/studio.contract.ts'
import type { Result } from '../../../shared/contract/result.ts'

/** `ready`: worked the last time. `missing`: the system has no keychain. `locked`: it has one and does not answer. `unknown`: not asked yet. */
export type SecretStoreState = z.infer<typeof secretStoreStateSchema>

/**
 * Where tokens and passwords lie: the system's keychain. Expected failures: `no_keychain`, `keychain_timeout`. A system without a keychain
 * is a normal state; nothing is ever written to a file instead.
 */
export interface SecretStore {
  get(reference: string): Promise<Result<string | null>>
  put(reference: string, secret: string): Promise<Result<Record<string, never>>>
  /** Nothing there is fine too. */
  delete(reference: string): Promise<Result<Record<string, never>>>
  /** What the last call showed, without a new one. */
  state(): SecretStoreState
  /** Asks the keychain now. */
  check(): Promise<SecretStoreState>
  /** Before the process ends: true when no call is under way, at the latest after `deadline` ms. False: one still waits for a person. */
  isAtRest(deadline: number): Promise<boolean>
}
