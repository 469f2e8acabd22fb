import type Database from 'better-sqlite3'
import { z } from 'zod'
import { parseAct, type PlannedAct } from '../community/act.ts'
import { phraseKinds, type PhraseKind } from '../community/phrase-kind.ts'

const actRow = z.object({ due: z.number(), act: z.string() })

/** What the community has in mind: acts not done yet, and what its members meant with what they said. */
export function createCommunityRecord(database: Database.Database) {
  const list = database.prepare('SELECT due, act FROM planned_acts ORDER BY due, id')
  const clear = database.prepare('DELETE FROM planned_acts')
  const insert = database.prepare('INSERT INTO planned_acts (due, act) VALUES (?, ?)')
  const savePurpose = database.prepare('INSERT OR REPLACE INTO purposes (status_id, purpose) VALUES (?, ?)')
  const readPurpose = database.prepare('SELECT purpose FROM purposes WHERE status_id = ?').pluck()

  return {
    planned: (): readonly PlannedAct[] => z.array(actRow).parse(list.all()).map((row) => ({ due: row.due, act: parseAct(row.act) })),
    replacePlanned(acts: readonly PlannedAct[]): void {
      clear.run()
      for (const { due, act } of acts) insert.run(due, JSON.stringify(act))
    },
    savePurpose(statusId: string, purpose: PhraseKind): void {
      savePurpose.run(statusId, purpose)
    },
    purposeOf: (statusId: string): PhraseKind | null => z.enum(phraseKinds).nullish().parse(readPurpose.get(statusId)) ?? null
  }
}
export type CommunityRecord = ReturnType<typeof createCommunityRecord>
