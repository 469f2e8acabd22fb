import type { LoginChoice } from '../../../shared/contract/accounts.contract.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Opened } from '../networks/network-connect.ts'
import type { Clock } from '../time/clock.ts'

/** Logins that open several accounts (the Pages of one person), until the person has said which is meant. Their secrets stay in memory and go with the answer. */
export interface LoginChoices {
  /** `wanted`: the account that is connected again; null: any. Gives null where nobody chose within ten minutes, or the login was given up. */
  ask(loginId: string, opened: Opened & { readonly others?: readonly Opened[] }, wanted: WantedAccount | null): Promise<Opened | null>
  choose(input: { loginId: string; remoteId: string }): Result<Record<string, never>>
  giveUp(loginId: string): void
  stop(): void
}

export interface WantedAccount {
  readonly remoteId: string
  /** Whether another number is this very account's, as the login that came reaches it. */
  isReachedAs(remoteId: string): boolean
}

interface Waiting {
  readonly opened: readonly Opened[]
  settle(chosen: Opened | null): void
}

const waitForMs = 10 * 60_000

export function createLoginChoices(clock: Clock, offer: (loginId: string, choices: readonly LoginChoice[]) => void): LoginChoices {
  const waiting = new Map<string, Waiting>()
  const giveUp = (loginId: string): void => waiting.get(loginId)?.settle(null)

  return {
    ask(loginId, { others = [], ...first }, wanted) {
      const opened = [first, ...others]
      const known = wanted === null ? undefined : (opened.find(({ identity }) => identity.remoteId === wanted.remoteId) ?? opened.find(({ identity }) => wanted.isReachedAs(identity.remoteId)))
      // Without the account that is meant, the first says who came instead.
      if (opened.length === 1 || wanted !== null) return Promise.resolve(known ?? first)
      return new Promise((resolve) => {
        const stopTimer = clock.after(waitForMs, () => giveUp(loginId))
        waiting.set(loginId, {
          opened,
          settle(chosen) {
            stopTimer()
            waiting.delete(loginId)
            resolve(chosen)
          }
        })
        offer(loginId, opened.map(({ identity: { remoteId, displayName, handle } }) => ({ remoteId, displayName, handle })))
      })
    },
    choose({ loginId, remoteId }) {
      const asked = waiting.get(loginId)
      if (asked === undefined) return fail(studioError('login_cancelled', 'this login no longer waits for a choice'))
      const chosen = asked.opened.find(({ identity }) => identity.remoteId === remoteId)
      if (chosen === undefined) return fail(studioError('invalid_input', 'this account is none of those that the login opens', { details: { field: 'remoteId' } }))
      asked.settle(chosen)
      return succeed({})
    },
    giveUp,
    stop() {
      for (const loginId of [...waiting.keys()]) giveUp(loginId)
    }
  }
}
