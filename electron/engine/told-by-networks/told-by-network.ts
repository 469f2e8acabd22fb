import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { AccountSession } from '../networks/network-session.ts'
import type { NetworkAdapter } from '../networks/network-adapter.ts'
import type { NetworkResult } from '../networks/network-failure.ts'
import { createSingleFlight } from '../single-flight.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { KnownAnswer, ToldRepository } from './told-repository.ts'

export interface ToldByNetworkOptions<Told> {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
  readonly repository: ToldRepository<Told>
  /** What asks an account's network; undefined where it has nothing of the kind. */
  readonly readerOf: (adapter: NetworkAdapter) => ((session: AccountSession) => Promise<NetworkResult<Told>>) | undefined
  /** After what was told is kept. */
  readonly onTold: (accountId: string) => void
  /** Somebody looks at a list and waits, ms. */
  readonly longestMs: number
}

/** What an account's network tells when somebody chooses from it, kept so that it can be looked at without a network. */
export interface ToldByNetwork<Told> {
  /** What is known; `not_found` without such an account. */
  read(accountId: string): Result<KnownAnswer<Told>>
  /** Asks now, once for all who ask meanwhile. */
  ask(accountId: string): Promise<Result<KnownAnswer<Told>>>
  stop(): Promise<void>
}

export const noSuchAccount = studioError('not_found', 'no such account')

export function createToldByNetwork<Told>({ clock }: Pick<WorkspaceContext, 'clock'>, { accounts, repository, readerOf, onTold, longestMs }: ToldByNetworkOptions<Told>): ToldByNetwork<Told> {
  const ending = new AbortController()
  const asking = createSingleFlight<Result<KnownAnswer<Told>>>()

  async function ask(accountId: string): Promise<Result<KnownAnswer<Told>>> {
    const account = accounts.read(accountId)
    if (account === null) return fail(noSuchAccount)
    const reader = readerOf(accounts.adapterFor(account.networkId))
    if (reader === undefined) return fail(studioError('invalid_input', 'this network has nothing of the kind to tell'))
    const answer = await runWithDeadline(clock, longestMs, ending.signal, (ended) => accounts.withSession(accountId, ended, reader))
    if (!answer.ok) return fail(answer.failure.error)
    if (ending.signal.aborted) return fail(studioError('engine_stopped', 'the workspace is being closed', { retryable: true }))
    repository.write(accountId, answer.value, clock.now())
    onTold(accountId)
    return succeed(repository.read(accountId))
  }

  return {
    read: (accountId) => (accounts.read(accountId) === null ? fail(noSuchAccount) : succeed(repository.read(accountId))),
    ask: (accountId) => asking.run(accountId, () => ask(accountId)),
    async stop() {
      ending.abort()
      await asking.settled()
    }
  }
}
