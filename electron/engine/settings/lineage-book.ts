import type Database from 'better-sqlite3'
import type { Logger } from '../log/logger.ts'
import type { Random } from '../random.ts'
import type { Witness, WitnessNeeds } from './witness.ts'
import type { LineagePoint } from './lineage-point.ts'

/** The studio's own word on how far each client's file has come: a file that says less is an older one. */
export interface LineageBook {
  /** Who writes here; another one's data folder has another. */
  readonly installation: string
  /** By the studio's own list or by the witness outside the data folder: whoever knows more. */
  read(workspaceId: string): LineagePoint | null
  write(workspaceId: string, point: LineagePoint): void
  /** There was a witness, and here is none: the data folder is a copy, came from another computer, or the system was put back with it. */
  isFromElsewhere(workspaceId: string): boolean
  /** Writes what the witness was not told yet; the database has to be open still. */
  stop(): Promise<void>
}

/** `openWitness`: `onWritten` is told when the disk has its word on these clients. */
export function createLineageBook(database: Database.Database, random: Random, log: Logger, openWitness: (needs: Pick<WitnessNeeds, 'installation' | 'known' | 'onWritten'>) => Witness): LineageBook {
  database.prepare('INSERT OR IGNORE INTO installation (only_row, id) VALUES (1, ?)').run(random.id())
  const installation = database.prepare<[], string>('SELECT id FROM installation').pluck().get() ?? ''
  const select = database.prepare<[string], LineagePoint>('SELECT serial, mark FROM lineages WHERE workspace_id = ?')
  const upsert = database.prepare('INSERT INTO lineages (workspace_id, serial, mark) VALUES (@workspaceId, @serial, @mark) ON CONFLICT DO UPDATE SET serial = @serial, mark = @mark')
  const witnessed = new Set(database.prepare<[], string>('SELECT workspace_id FROM lineages WHERE is_witnessed = 1').pluck().all())
  const noteWitnessed = database.prepare('UPDATE lineages SET is_witnessed = @is WHERE workspace_id = @id')
  const known = (workspaceId: string): LineagePoint | null => select.get(workspaceId) ?? null
  const witness = openWitness({
    installation,
    known,
    onWritten(workspaceIds) {
      for (const id of workspaceIds.filter((each) => !witnessed.has(each))) {
        noteWitnessed.run({ id, is: 1 })
        witnessed.add(id)
      }
    }
  })
  const isFromElsewhere = (workspaceId: string): boolean => witnessed.has(workspaceId) && witness.isSilentOn(workspaceId)
  // It begins anew: what it does not say yet is not missed.
  if (witness.beginsAnew && witnessed.size > 0) {
    log.warning('what was noted outside the data folder is not there, or cannot be read: it begins anew, and an older folder is not noticed this time')
    try {
      database.prepare('UPDATE lineages SET is_witnessed = 0').run()
    } catch (error) {
      // Then the next start may miss it, and ask: nothing leaves by that.
      log.warning(`that what is noted outside the data folder begins anew could not be written down: ${String(error)}`)
    }
    witnessed.clear()
  }
  return {
    installation,
    read(workspaceId) {
      const [own, seen] = [known(workspaceId), witness.read(workspaceId)]
      return own === null || (seen !== null && seen.serial > own.serial) ? seen : own
    },
    write(workspaceId, { serial, mark }) {
      upsert.run({ workspaceId, serial, mark })
      // It was told, and waits for a person: a witness that cannot be written here does not tell it at each start.
      if (isFromElsewhere(workspaceId)) {
        noteWitnessed.run({ id: workspaceId, is: 0 })
        witnessed.delete(workspaceId)
      }
      witness.note(workspaceId, { serial, mark })
    },
    isFromElsewhere,
    stop: () => witness.stop()
  }
}
