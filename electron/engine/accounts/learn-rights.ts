import type { NetworkId } from '../../../shared/networks/network-id.ts'
import type { Logger } from '../log/logger.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import { done } from '../networks/network-results.ts'
import type { Clock } from '../time/clock.ts'
import type { AccountSessions } from './account-sessions.ts'
import type { AccountRecord, AccountsRepository } from './accounts-repository.ts'

export interface LearnRightsNeeds {
  readonly clock: Clock
  readonly log: Pick<Logger, 'error'>
  readonly repository: Pick<AccountsRepository, 'listAll'>
  readonly sessions: Pick<AccountSessions, 'run'>
  findAdapter(networkId: NetworkId): NetworkAdapter | null
  noteGranted(accountId: string, granted: readonly string[]): void
  readonly stopping: AbortSignal
}

export interface LearnRights {
  start(): void
  stop(): Promise<void>
}

/** Nobody waits for it: what a start is for comes first. */
const firstAfterMs = 20_000

/** Logins of before rights were kept: what each may do is asked for once, so that what it lacks is said before a call is refused. */
export function createLearnRights({ clock, log, repository, sessions, findAdapter, noteGranted, stopping }: LearnRightsNeeds): LearnRights {
  let cancel = (): void => undefined
  let asking: Promise<void> = Promise.resolve()

  async function askAll(): Promise<void> {
    for (const { account } of listUnknown()) {
      if (stopping.aborted) return
      try {
        await ask(account)
      } catch (error) {
        log.error(`what the login of account ${account.id} may do could not be learned: ${error instanceof Error ? error.message : 'unknown'}`)
      }
    }
  }

  /** None where the database was closed meanwhile, as it is once its file is found damaged: the next start asks. */
  function listUnknown(): readonly AccountRecord[] {
    try {
      return repository.listAll().filter(isUnknown)
    } catch (error) {
      log.error(`which logins have rights to learn could not be read: ${error instanceof Error ? error.message : 'unknown'}`)
      return []
    }
  }

  async function ask({ id, networkId }: AccountRecord['account']): Promise<void> {
    const connect = findAdapter(networkId)?.connect
    if (connect?.kind !== 'browser_login' || connect.readGranted === undefined) return
    const told = await sessions.run(id, stopping, async (session) => (await connect.readGranted?.(session)) ?? done(null))
    // A network that says nothing now is asked again with the next start.
    if (!stopping.aborted && told.ok && told.value !== null) noteGranted(id, told.value)
  }

  return {
    start: () => void (cancel = clock.after(firstAfterMs, () => void (asking = askAll()))),
    async stop() {
      cancel()
      await asking
    }
  }
}

function isUnknown({ account, granted, isRemoved }: AccountRecord): boolean {
  return !isRemoved && granted === null && account.state === 'connected'
}
