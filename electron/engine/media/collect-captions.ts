import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { createCaptionsReferenceFinder } from './find-references.ts'

interface CollectCaptionsNeeds {
  readonly database: Database.Database
  readonly now: () => number
  readonly signal: AbortSignal
}

interface Candidate {
  readonly id: string
  readonly unusedSince: number | null
}

/** Removes subtitles that no post, no earlier version of one and no job has named for `unusedFor` (ms), each in a transaction that asks once more. What a way back in the composer holds is named again long before. */
export async function collectCaptions({ database, now, signal }: CollectCaptionsNeeds, unusedFor: number): Promise<void> {
  const settle = settler(database, now, unusedFor)
  const candidates = database.prepare<[], Candidate>('SELECT id, unused_since AS unusedSince FROM captions')
  for (const candidate of candidates.all()) {
    if (signal.aborted) return
    settle.immediate(candidate)
    // A search through the posts for each: what people ask for goes between.
    await nextTurn()
  }
}

function settler(database: Database.Database, now: () => number, unusedFor: number) {
  const isReferred = createCaptionsReferenceFinder(database)
  const mark = database.prepare('UPDATE captions SET unused_since = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM captions WHERE id = ?')
  return database.transaction(({ id, unusedSince }: Candidate) => {
    if (isReferred(id)) {
      if (unusedSince !== null) mark.run(null, id)
    } else if (unusedSince === null) mark.run(now(), id)
    else if (unusedSince <= now() - unusedFor) remove.run(id)
  })
}
