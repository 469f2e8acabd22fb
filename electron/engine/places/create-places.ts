import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { runWithDeadline } from '../time/run-with-deadline.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface PlacesNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
}

const mostShown = 10
/** Somebody waits. */
const longestMs = 10_000

/** Where a post may say that it is: asked of the network, and kept nowhere but with the post. */
export function createPlaces({ clock }: WorkspaceContext, { accounts }: PlacesNeeds): Feature {
  const ending = new AbortController()
  const asking = new Set<Promise<unknown>>()
  return {
    handlers: {
      'places.find': async ({ accountId, query }) => {
        const account = accounts.read(accountId)
        if (account === null) return fail(studioError('not_found', 'no such account'))
        if (accounts.adapterFor(account.networkId).findPlaces === undefined) return succeed({ found: null })
        const asked = runWithDeadline(clock, longestMs, ending.signal, (ended) => accounts.withSession(accountId, ended, async (session, { findPlaces }) => (await findPlaces?.(session, query)) ?? { ok: true as const, value: [] }))
        const done = asked.finally(() => asking.delete(done))
        asking.add(done)
        const found = await asked
        return found.ok ? succeed({ found: [...found.value].slice(0, mostShown) }) : fail(found.failure.error)
      }
    },
    async stop() {
      ending.abort()
      await Promise.allSettled(asking)
    }
  }
}
