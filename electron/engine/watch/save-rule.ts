import type Database from 'better-sqlite3'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { matchesWatchQuery } from '../../../shared/watch/match-watch-rule.ts'
import { parseWatchQuery } from '../../../shared/watch/parse-watch-query.ts'
import type { WatchQuery } from '../../../shared/watch/watch-query.ts'
import type { Clock } from '../time/clock.ts'
import { textOf, type ActiveRules } from './active-rules.ts'
import type { FeedItemRow, FeedItemsRepository } from './feed-items-repository.ts'
import type { RulesRepository } from './rules-repository.ts'

/** A rule looks back over so many stored items, the newest. */
const mostItems = 5_000
/** Items between two breaths, in which other requests are served. */
const itemsAtOnce = 200

export interface SaveRule {
  /** Applies the rule to what is stored, then keeps both in one transaction. Marks hits, tells nobody. */
  save(rule: { ruleId: string; name: string; query: string }): Promise<Result<null>>
  /** Items that came in or changed while a rule is being applied are looked at once more before it is kept. */
  noteStored(numbers: readonly number[]): void
  stop(): void
}

export interface SaveRuleNeeds {
  readonly database: Database.Database
  readonly clock: Clock
  readonly items: FeedItemsRepository
  readonly rules: RulesRepository
  readonly active: ActiveRules
}

export function createSaveRule({ database, clock, items, rules, active }: SaveRuleNeeds): SaveRule {
  const underWay = new Set<Set<number>>()
  let isStopped = false

  async function lookBack(query: WatchQuery): Promise<Map<number, FeedItemRow>> {
    const hits = new Map<number, FeedItemRow>()
    let before = Number.MAX_SAFE_INTEGER
    for (let looked = 0; looked < mostItems && !isStopped; looked += itemsAtOnce) {
      const rows = items.newestBelow(before, itemsAtOnce)
      for (const row of rows) if (matchesWatchQuery(query, textOf(row))) hits.set(row.number, row)
      before = rows.at(-1)?.number ?? 0
      if (rows.length < itemsAtOnce) break
      await new Promise((resolve) => setImmediate(resolve))
    }
    return hits
  }

  /** What came in meanwhile, what changed, and what has been read or has gone. */
  function bringUpToDate(hits: ReadonlyMap<number, FeedItemRow>, touched: ReadonlySet<number>, query: WatchQuery): FeedItemRow[] {
    const numbers = new Set([...hits.keys(), ...touched])
    const rows = [...numbers].flatMap((number) => items.findNumber(number) ?? [])
    return rows.filter((row) => !touched.has(row.number) || matchesWatchQuery(query, textOf(row)))
  }

  return {
    async save({ ruleId, name, query: text }) {
      const parsed = parseWatchQuery(text)
      if (!parsed.ok) {
        // For people the first character is number 1.
        return fail(studioError('query_unreadable', parsed.problem, { details: { position: parsed.position + 1, problem: parsed.problem } }))
      }
      const touched = new Set<number>()
      underWay.add(touched)
      const hits = await lookBack(parsed.query)
      underWay.delete(touched)
      if (isStopped) return fail(studioError('engine_stopped', 'the engine ended before the rule was kept', { retryable: true }))
      database.transaction(() => {
        rules.save({ id: ruleId, name, query: text, now: clock.now() })
        rules.replaceHits(ruleId, bringUpToDate(hits, touched, parsed.query))
      }).immediate()
      active.reload()
      return succeed(null)
    },
    noteStored(numbers) {
      for (const touched of underWay) for (const number of numbers) touched.add(number)
    },
    stop() {
      isStopped = true
    }
  }
}
