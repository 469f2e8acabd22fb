import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import { createTermsRepository, type KnownTerms } from './terms-repository.ts'

export interface TermsNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession' | 'beginWithTerms'>
}

/** Somebody looks at the choices and waits. */
const longestMs = 15_000
const missing = studioError('not_found', 'no such account')

/** What an account's network lets each of its posts choose from: asked when somebody chooses, and kept, so that the choice can be looked at without a network. */
export function createTerms({ database, clock, workspace, emit }: WorkspaceContext, { accounts }: TermsNeeds): Feature {
  const repository = createTermsRepository(database)
  const ending = new AbortController()
  const asking = new Set<Promise<unknown>>()

  async function ask(accountId: string): Promise<Result<KnownTerms>> {
    const account = accounts.read(accountId)
    if (account === null) return fail(missing)
    if (accounts.adapterFor(account.networkId).readTerms === undefined) return fail(studioError('invalid_input', 'this network asks for no terms'))
    const asked = runWithDeadline(clock, longestMs, ending.signal, (ended) =>
      accounts.withSession(accountId, ended, async (session, { readTerms }) => (await readTerms?.(session)) ?? { ok: false as const, failure: { kind: 'bug' as const, error: studioError('bug', 'no terms to read') } })
    )
    const done = asked.finally(() => asking.delete(done))
    asking.add(done)
    const read = await asked
    if (!read.ok) return fail(read.failure.error)
    if (ending.signal.aborted) return fail(studioError('engine_stopped', 'the workspace is being closed', { retryable: true }))
    repository.write(accountId, read.value, clock.now())
    emit('terms.changed', { workspaceId: workspace().id, ids: [accountId] })
    return succeed(repository.read(accountId))
  }

  return {
    handlers: {
      'terms.read': ({ accountId }) => (accounts.read(accountId) === null ? fail(missing) : succeed(repository.read(accountId))),
      'terms.ask': ({ accountId }) => ask(accountId),
      'terms.beginWith': ({ accountId, isDirect }) => (accounts.beginWithTerms(accountId, isDirect) ? succeed({}) : fail(missing))
    },
    async stop() {
      ending.abort()
      await Promise.allSettled(asking)
    }
  }
}
