import { indexText, matchesWatchQuery } from '../../../shared/watch/match-watch-rule.ts'
import { parseWatchQuery } from '../../../shared/watch/parse-watch-query.ts'
import type { WatchQuery } from '../../../shared/watch/watch-query.ts'
import type { RulesRepository } from './rules-repository.ts'

/** What a rule looks at in an item. */
export interface MatchedText {
  readonly title: string
  readonly author: string
  readonly summary: string
  readonly body: string
}

export interface ActiveRules {
  /** Ids of the rules that an item matches. */
  matching(item: MatchedText): string[]
  /** Reads the rules anew; after every change of them. */
  reload(): void
}

/** The rules, read once and kept ready. */
export function createActiveRules(rules: Pick<RulesRepository, 'list'>): ActiveRules {
  let active: readonly { id: string; query: WatchQuery }[] = []

  function reload(): void {
    active = rules.list().flatMap(({ id, query }) => {
      const parsed = parseWatchQuery(query)
      return parsed.ok ? [{ id, query: parsed.query }] : []
    })
  }

  reload()
  return {
    reload,
    matching(item) {
      if (active.length === 0) return []
      const text = textOf(item)
      return active.filter((rule) => matchesWatchQuery(rule.query, text)).map((rule) => rule.id)
    }
  }
}

export function textOf({ title, author, summary, body }: MatchedText) {
  return indexText([title, author, summary, body])
}
