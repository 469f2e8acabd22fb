import type { Account } from '../../../../shared/accounts/account.ts'
import { networkGroup } from '../../../../shared/networks/network-group.ts'
import { hasOwnInPost, keptWith } from '../../../../shared/posts/kept-together.ts'
import type { PostContent } from '../../../../shared/posts/post.ts'

/** What can be done with one account's own things beside the other accounts of its network in the post. */
export interface NetworkChoices {
  readonly group: string
  /** It, and those that are kept with it. */
  readonly kept: readonly string[]
  /** The others of its network. */
  readonly others: readonly string[]
  /** Of those, the ones that have nothing for themselves. */
  readonly plain: readonly string[]
  /** Others that are kept together, without it. */
  readonly joint: readonly string[]
  /** It has something for itself, in whichever part. */
  readonly hasOwn: boolean
}

/** Null: it is the only one of its network, or of no known one. */
export function choicesFor(content: PostContent, accounts: readonly Account[], accountId: string): NetworkChoices | null {
  const groupOf = (id: string): string | null => {
    const account = accounts.find((candidate) => candidate.id === id)
    return account === undefined ? null : networkGroup(account)
  }
  const group = groupOf(accountId)
  if (group === null) return null
  const kept = keptWith(content, accountId)
  const others = content.targets.map((target) => target.accountId).filter((id) => !kept.includes(id) && groupOf(id) === group)
  if (others.length === 0 && kept.length === 1) return null
  const joint = content.targets.filter((target) => target.together === group && others.includes(target.accountId)).map((target) => target.accountId)
  return { group, kept, others, plain: others.filter((id) => !joint.includes(id) && !hasOwnInPost(content, id)), joint: joint.length > 1 ? joint : [], hasOwn: hasOwnInPost(content, accountId) }
}
