import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import type { PollRule } from '../../../shared/networks/network-capabilities.ts'
import { withServerLimits } from '../../../shared/networks/with-server-limits.ts'
import type { ReadyState } from './composer-state.ts'

/** Of the chosen accounts whose servers have polls, as those state it, one for each account. */
export function pollRulesOf({ post, accounts }: Pick<ReadyState, 'post' | 'accounts'>): readonly PollRule[] {
  return post.content.targets.flatMap(({ accountId }) => {
    const account = accounts.find(({ id }) => id === accountId)
    const rule = account === undefined ? 'none_there' : withServerLimits(capabilitiesOf(account.networkId), account.serverLimits).poll
    return typeof rule === 'string' ? [] : [rule]
  })
}
