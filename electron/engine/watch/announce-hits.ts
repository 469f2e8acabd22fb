import type { EventPayload } from '../../../shared/contract/event-map.ts'
import type { Clock } from '../time/clock.ts'
import type { RuleRow, RulesRepository } from './rules-repository.ts'

/** At most one notification of a rule in this time; what comes in between is told together, ms. */
const quietMs = 10 * 60_000

export interface AnnounceHits {
  /** Tells what is due to be told and waits for the rest; after every commit that left untold hits, and at the start. */
  check(): void
  stop(): void
}

export interface AnnounceHitsNeeds {
  readonly clock: Clock
  readonly rules: Pick<RulesRepository, 'list' | 'setTold'>
  raise(alert: Pick<EventPayload<'alert.raised'>, 'kind' | 'subjectId' | 'title' | 'count'>): void
}

/** Notifications of the rules. What has been told stands in the table, so that a restart neither repeats nor forgets. */
export function createAnnounceHits({ clock, rules, raise }: AnnounceHitsNeeds): AnnounceHits {
  let cancelTimer: (() => void) | null = null
  let isStopped = false

  function check(): void {
    if (isStopped) return
    cancelTimer?.()
    cancelTimer = null
    const untold = rules.list().filter((rule) => rule.untold_hits > 0)
    for (const rule of untold) if (waitOf(rule) <= 0) tell(rule)
    const waits = untold.map(waitOf).filter((wait) => wait > 0)
    if (waits.length > 0) cancelTimer = clock.after(Math.min(...waits), check)
  }

  function waitOf(rule: RuleRow): number {
    return rule.alerted_at === null ? 0 : rule.alerted_at + quietMs - clock.now()
  }

  function tell(rule: RuleRow): void {
    rules.setTold(rule.id, clock.now())
    raise({ kind: 'watch_hit', subjectId: rule.id, title: rule.name, count: rule.untold_hits })
  }

  return {
    check,
    stop() {
      isStopped = true
      cancelTimer?.()
      cancelTimer = null
    }
  }
}
