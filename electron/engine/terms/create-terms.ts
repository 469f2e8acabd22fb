import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { termsOfferSchema, type TermsOffer } from '../../../shared/posts/post-terms.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { createToldByNetwork, noSuchAccount } from '../told-by-networks/told-by-network.ts'
import { createToldRepository, type KnownAnswer } from '../told-by-networks/told-repository.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface TermsNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession' | 'beginWithTerms'>
}

const longestMs = 15_000

/** What an account's network lets each of its posts choose from. */
export function createTerms(context: WorkspaceContext, { accounts }: TermsNeeds): Feature {
  const told = createToldByNetwork(context, {
    accounts, longestMs, repository: createToldRepository(context.database, { table: 'terms_there', column: 'offer' }, termsOfferSchema), readerOf: ({ readTerms }) => readTerms,
    onTold: (accountId) => context.emit('terms.changed', { workspaceId: context.workspace().id, ids: [accountId] })
  })

  return {
    handlers: {
      'terms.read': ({ accountId }) => asOffer(told.read(accountId)),
      'terms.ask': async ({ accountId }) => asOffer(await told.ask(accountId)),
      'terms.beginWith': ({ accountId, isDirect }) => (accounts.beginWithTerms(accountId, isDirect) ? succeed({}) : fail(noSuchAccount))
    },
    stop: told.stop
  }
}

function asOffer(known: Result<KnownAnswer<TermsOffer>>): Result<{ readonly offer: TermsOffer | null; readonly readAt: number | null }> {
  return known.ok ? succeed({ offer: known.value.told, readAt: known.value.readAt }) : known
}
