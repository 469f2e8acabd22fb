import type { EventPayload } from '../../../shared/contract/event-map.ts'
import type { Clock } from '../time/clock.ts'
import type { Arrived } from './store-items.ts'

/** At most one notification in this time; what comes in between is told together, ms. */
const quietMs = 60_000

export interface AnnounceMessages {
  /** Call it after the commit. */
  add(arrived: readonly Arrived[]): void
  stop(): void
}

export interface AnnounceMessagesNeeds {
  readonly clock: Clock
  raise(alert: Pick<EventPayload<'alert.raised'>, 'kind' | 'subjectId' | 'title' | 'count'>): void
}

/** A storm of comments is one notification a minute, not a hundred. The title is who wrote last; the subject is the conversation if it is one. */
export function createAnnounceMessages({ clock, raise }: AnnounceMessagesNeeds): AnnounceMessages {
  let gathered: Arrived[] = []
  let quietUntil = 0
  let cancelTimer: (() => void) | null = null

  function tell(): void {
    const last = gathered.at(-1)
    if (last === undefined) return
    const isOne = gathered.every((each) => each.conversationId === last.conversationId)
    const count = gathered.length
    gathered = []
    quietUntil = clock.now() + quietMs
    raise({ kind: 'new_messages', subjectId: isOne ? last.conversationId : null, title: last.authorName, count })
  }

  return {
    add(arrived) {
      if (arrived.length === 0) return
      gathered.push(...arrived)
      if (clock.now() >= quietUntil) {
        tell()
        return
      }
      cancelTimer ??= clock.after(quietUntil - clock.now(), () => {
        cancelTimer = null
        tell()
      })
    },
    stop() {
      cancelTimer?.()
      cancelTimer = null
      gathered = []
    }
  }
}
