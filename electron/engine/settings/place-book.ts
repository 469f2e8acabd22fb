import type Database from 'better-sqlite3'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256Of } from '../sha256.ts'

/** Where this data folder lies, and where it lay when a witness was last written of it: a copy that is opened elsewhere is told from one that was only carried there. */
export interface PlaceBook {
  /** The real path: the same folder under two names is one. */
  readonly folder: string
  /** It was under another path. */
  readonly isOfAnotherFolder: boolean
  /** Under this path, on this computer: a witness that is not there was lost, and no other one is to be looked for. */
  stayed(): boolean
  /** Nothing is left where it was, or nobody knows where that is. Where something is left, this is a copy beside it, and both could send the same. */
  mayHaveBeenCarried(): boolean
  note(): void
}

export interface PlaceNeeds {
  readonly database: Database.Database
  readonly dataFolder: string
  readonly installation: string
  /** Something that only this computer says of itself. */
  machine(): string
}

const key = 'witnessedPlace'
const placeSchema = z.object({ folder: z.string(), machine: z.string() })

export function createPlaceBook({ database, dataFolder, installation, machine: readMachine }: PlaceNeeds): PlaceBook {
  const folder = realPathOf(dataFolder)
  const value = database.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(key)
  const upsert = database.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
  const last = value === undefined ? null : parsePlace(value)
  let noted = false
  // What a computer says of itself is not for others to read. Asked for only where it matters: no start waits for it.
  const machineMark = (): string => sha256Of(`${installation} ${readMachine()}`).toString('hex')
  return {
    folder,
    isOfAnotherFolder: last !== null && last.folder !== folder,
    stayed: () => last !== null && last.folder === folder && last.machine === machineMark(),
    mayHaveBeenCarried: () => last === null || (last.folder !== folder && last.machine === machineMark() && !existsSync(join(last.folder, 'studio.db'))),
    note() {
      if (noted) return
      const machine = machineMark()
      if (last?.folder !== folder || last.machine !== machine) upsert.run(key, JSON.stringify({ folder, machine }))
      noted = true
    }
  }
}

function realPathOf(folder: string): string {
  try {
    return realpathSync.native(folder)
  } catch {
    return folder // Some virtual drives of Windows have no answer to that.
  }
}

function parsePlace(text: string): z.output<typeof placeSchema> | null {
  try {
    return placeSchema.parse(JSON.parse(text))
  } catch {
    return null // A later version's: as if nobody knew.
  }
}
