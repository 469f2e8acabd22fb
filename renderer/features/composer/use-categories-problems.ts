import type { Account } from '../../../shared/accounts/account.ts'
import { capabilitiesFor } from '../../../shared/networks/in-channel.ts'
import { goneCategories, type CategoriesThere } from '../../../shared/posts/categories.ts'
import type { PostProblem } from '../../../shared/posts/post-problem.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { studio } from '../../bridge/studio-client.ts'
import { useFormats } from '../../language/use-formats.ts'
import { useToldByAccounts } from './use-told-by-accounts.ts'

const goneCodes = { categories: 'category_gone', sections: 'section_gone', labels: 'label_gone' } as const

/** Which of the chosen categories an account's site, as it last said, no longer has. Right before sending it is asked once more. */
export function useCategoriesProblems(workspaceId: string, content: PostContent, accounts: readonly Account[]): readonly PostProblem[] {
  const formats = useFormats()
  const filed = content.targets.flatMap(({ accountId, categories }) => (categories === undefined ? [] : accounts.filter((each) => each.id === accountId && capabilitiesFor(each).categories !== undefined).map((account) => ({ account, categories }))))
  const known = useToldByAccounts(workspaceId, filed.map(({ account }) => account.id), 'categories.changed', readKnown)
  return filed.flatMap(({ account, categories }) => {
    const gone = goneCategories(categories, known.get(account.id) ?? null)
    if (gone.length === 0) return []
    return [{ severity: 'stop' as const, code: goneCodes[capabilitiesFor(account).categories?.are ?? 'categories'], accountId: account.id, details: { network: capabilitiesFor(account).name, words: formats.list(gone.map(({ name }) => name)) } }]
  })
}

async function readKnown(workspaceId: string, accountId: string): Promise<CategoriesThere | null> {
  const answer = await studio.request('categories.read', { workspaceId, accountId })
  return answer.ok ? answer.value.there : null
}
