import { succeed, type Result } from '../../../shared/contract/result.ts'
import { categoriesThereSchema, type CategoriesThere } from '../../../shared/posts/categories.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import { createToldByNetwork } from '../told-by-networks/told-by-network.ts'
import { createToldRepository, type KnownAnswer } from '../told-by-networks/told-repository.ts'
import type { Feature } from '../workspaces/feature.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

export interface CategoriesNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor' | 'withSession'>
}

/** A site with thousands of them answers in pages. */
const longestMs = 30_000

/** Under what an account's site files its posts. */
export function createCategories(context: WorkspaceContext, { accounts }: CategoriesNeeds): Feature {
  const told = createToldByNetwork(context, {
    accounts, longestMs, repository: createToldRepository(context.database, { table: 'categories_there', column: 'there' }, categoriesThereSchema), readerOf: ({ readCategories }) => readCategories,
    onTold: (accountId) => context.emit('categories.changed', { workspaceId: context.workspace().id, ids: [accountId] })
  })

  return {
    handlers: {
      'categories.read': ({ accountId }) => asThere(told.read(accountId)),
      'categories.ask': async ({ accountId }) => asThere(await told.ask(accountId))
    },
    stop: told.stop
  }
}

function asThere(known: Result<KnownAnswer<CategoriesThere>>): Result<{ readonly there: CategoriesThere | null; readonly readAt: number | null }> {
  return known.ok ? succeed({ there: known.value.told, readAt: known.value.readAt }) : known
}
