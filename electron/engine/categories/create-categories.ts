import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { createSingleFlight } from '../single-flight.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createCategoriesRepository, type KnownCategories } from './categories-repository.ts'

export interface CategoriesNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
}

/** Somebody looks at the list and waits; a site with thousands of them answers in pages. */
const longestMs = 30_000
const missing = studioError('not_found', 'no such account')

/** Under what an account's site files its posts: asked when somebody chooses, and kept, so that the choice can be looked at without a network. */
export function createCategories({ database, clock, workspace, emit }: WorkspaceContext, { accounts }: CategoriesNeeds): Feature {
  const repository = createCategoriesRepository(database)
  const ending = new AbortController()
  const asking = createSingleFlight<Result<KnownCategories>>()

  async function ask(accountId: string): Promise<Result<KnownCategories>> {
    const account = accounts.read(accountId)
    if (account === null) return fail(missing)
    if (accounts.adapterFor(account.networkId).readCategories === undefined) return fail(studioError('invalid_input', 'this network has no categories'))
    const read = await runWithDeadline(clock, longestMs, ending.signal, (ended) =>
      accounts.withSession(accountId, ended, async (session, { readCategories, capabilities }) => {
        if (readCategories === undefined) throw new Error(`${capabilities.id} has no categories`)
        return readCategories(session)
      })
    )
    if (!read.ok) return fail(read.failure.error)
    if (ending.signal.aborted) return fail(studioError('engine_stopped', 'the workspace is being closed', { retryable: true }))
    repository.write(accountId, read.value, clock.now())
    emit('categories.changed', { workspaceId: workspace().id, ids: [accountId] })
    return succeed(repository.read(accountId))
  }

  return {
    handlers: {
      'categories.read': ({ accountId }) => (accounts.read(accountId) === null ? fail(missing) : succeed(repository.read(accountId))),
      'categories.ask': ({ accountId }) => asking.run(accountId, () => ask(accountId))
    },
    async stop() {
      ending.abort()
      await asking.settled()
    }
  }
}
