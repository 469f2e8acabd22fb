import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { PollRule } from '../../../shared/networks/network-capabilities.ts'
import type { ReadyState } from './composer-state.ts'

/** Of the chosen accounts whose networks have polls, one for each account. */
export function pollRulesOf({ post, accounts }: Pick<ReadyState, 'post' | 'accounts'>): readonly PollRule[] {
  return post.content.targets.flatMap(({ accountId }) => {
    const networkId = accounts.find(({ id }) => id === accountId)?.networkId
    const rule = networkId === undefined ? 'none_there' : capabilitiesOf(networkId).poll
    return typeof rule === 'string' ? [] : [rule]
  })
}
