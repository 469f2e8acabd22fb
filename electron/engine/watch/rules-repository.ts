import type Database from 'better-sqlite3'

export interface RuleRow {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly alerted_at: number | null
  readonly untold_hits: number
}

export interface RulesRepository {
  /** Oldest first. */
  list(): RuleRow[]
  save(rule: { id: string; name: string; query: string; now: number }): void
  remove(ruleId: string): boolean
  /** Brings the hits of an item to these rules; gives the rules that are new among them. */
  setHits(itemNumber: number, isRead: boolean, ruleIds: readonly string[]): string[]
  /** The hits of a rule, all anew. */
  replaceHits(ruleId: string, items: readonly { readonly number: number; readonly is_read: number }[]): void
  rulesOf(itemNumber: number): string[]
  unreadByRule(): ReadonlyMap<string, number>
  addUntold(ruleId: string, hits: number): void
  setTold(ruleId: string, at: number): void
}

/** The one writer of `watch_rules` and `watch_hits`. */
export function createRulesRepository(database: Database.Database): RulesRepository {
  const list = database.prepare<[], RuleRow>('SELECT id, name, query, alerted_at, untold_hits FROM watch_rules ORDER BY created_at, id')
  const save = database.prepare<[{ id: string; name: string; query: string; now: number }]>(
    `INSERT INTO watch_rules (id, name, query, created_at, alerted_at, untold_hits) VALUES (@id, @name, @query, @now, NULL, 0)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, query = excluded.query`
  )
  const remove = database.prepare<[string]>('DELETE FROM watch_rules WHERE id = ?')
  const hitsOf = database.prepare<[number], { rule_id: string }>('SELECT rule_id FROM watch_hits WHERE item_number = ?')
  const addHit = database.prepare<[string, number, number]>('INSERT INTO watch_hits (rule_id, item_number, is_read) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const removeHit = database.prepare<[string, number]>('DELETE FROM watch_hits WHERE rule_id = ? AND item_number = ?')
  const removeHits = database.prepare<[string]>('DELETE FROM watch_hits WHERE rule_id = ?')
  const unread = database.prepare<[], { rule_id: string; count: number }>(
    'SELECT rule_id, count(*) AS count FROM watch_hits INDEXED BY watch_hits_unread WHERE is_read = 0 GROUP BY rule_id'
  )
  const addUntold = database.prepare<[number, string]>('UPDATE watch_rules SET untold_hits = untold_hits + ? WHERE id = ?')
  const setTold = database.prepare<[number, string]>('UPDATE watch_rules SET untold_hits = 0, alerted_at = ? WHERE id = ?')

  const rulesOf = (itemNumber: number): string[] => hitsOf.all(itemNumber).map((row) => row.rule_id)

  return {
    list: () => list.all(),
    save: (rule) => void save.run(rule),
    remove: (id) => remove.run(id).changes > 0,
    setHits(itemNumber, isRead, ruleIds) {
      const before = new Set(rulesOf(itemNumber))
      const now = new Set(ruleIds)
      for (const ruleId of before) if (!now.has(ruleId)) removeHit.run(ruleId, itemNumber)
      const added = ruleIds.filter((ruleId) => !before.has(ruleId))
      for (const ruleId of added) addHit.run(ruleId, itemNumber, isRead ? 1 : 0)
      return added
    },
    replaceHits(ruleId, items) {
      removeHits.run(ruleId)
      for (const item of items) addHit.run(ruleId, item.number, item.is_read)
    },
    rulesOf,
    unreadByRule: () => new Map(unread.all().map((row) => [row.rule_id, row.count])),
    addUntold: (id, hits) => void addUntold.run(hits, id),
    setTold: (id, at) => void setTold.run(at, id)
  }
}
