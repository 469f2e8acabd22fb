import type { FiguresOfPost, Reading } from '../../../shared/figures/figures-of-post.ts'
import { countReactions } from '../../../shared/figures/reaction-kinds.ts'
import type { AccountsService } from '../accounts/accounts-service.ts'
import type { PublishedPost } from '../outbox/published-posts.ts'
import type { ReactionsOfPost, ReactionsService } from './reactions-service.ts'

export interface ToldFiguresNeeds {
  readonly accounts: Pick<AccountsService, 'read' | 'adapterFor'>
  readonly reactions: Pick<ReactionsService, 'ofPost'>
}

export interface ToldFigures {
  /** `unasked`: its network tells them by itself, and has not so far. null: it is asked. */
  of(post: PublishedPost): ReactionsOfPost | 'unasked' | null
  /** The readings, with what was told since the last of them behind them. */
  with(post: PublishedPost, readings: readonly Reading[]): Pick<FiguresOfPost, 'readings' | 'told'>
}

/** Figures of posts that their network tells with what comes in (`capabilities.figures.toldWithInbox`): they are known at every moment, and cost no call. */
export function createToldFigures({ accounts, reactions }: ToldFiguresNeeds): ToldFigures {
  function of({ accountId, remoteId }: PublishedPost): ReactionsOfPost | 'unasked' | null {
    const account = accounts.read(accountId)
    if (account === null) return null
    const { capabilities, severalInOne } = accounts.adapterFor(account.networkId)
    if (capabilities.figures?.toldWithInbox === undefined) return null
    return reactions.ofPost(accountId, severalInOne?.namesIn(remoteId) ?? [remoteId]) ?? 'unasked'
  }

  return {
    of,
    with(post, readings) {
      const told = of(post)
      if (told === null) return { readings: [...readings] }
      if (told === 'unasked') return { readings: [...readings], told: { kinds: [] } }
      const last = readings.at(-1)
      const count = countReactions(told.kinds)
      const isKnown = last !== undefined && last.figures !== 'gone' && last.figures.reactions === count
      // By the network's clock, which may be behind the reading before it.
      const newer = isKnown ? [] : [{ readAt: Math.max(told.countedAt, (last?.readAt ?? 0) + 1), figures: { reactions: count } }]
      return { readings: [...readings, ...newer], told: { kinds: [...told.kinds] } }
    }
  }
}
