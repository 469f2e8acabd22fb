import type Database from 'better-sqlite3'
import { z } from 'zod'
import { holdSchema, restoredSchema, type Hold, type Restored } from '../../../shared/safety/hold.ts'
import type { RemovalsRepository } from '../settings/removals-repository.ts'
import type { WorkspaceContext } from '../workspaces/workspace-context.ts'

/** The hold of one client (in its own database) or of all (in the studio's): one row or none. */
export interface HoldStore {
  read(): Hold | null
  /** A hold that stands keeps its beginning, and that the file was put back, and takes the new reason. */
  set(hold: Pick<Hold, 'reason' | 'since'>): void
  /** Of a hold that stands, the earliest copy counts: all that was not looked through since is still to be. */
  setRestored(restored: Restored, since: number): void
  clear(): void
}

const rowSchema = z.object({ reason: z.string(), since: z.int(), restored: z.string().nullable() })

export function createHoldStore(database: Database.Database): HoldStore {
  const select = database.prepare('SELECT reason, since, restored FROM hold')
  const upsert = database.prepare('INSERT INTO hold (only_row, reason, since) VALUES (1, @reason, @since) ON CONFLICT DO UPDATE SET reason = @reason')
  const upsertRestored = database.prepare(`INSERT INTO hold (only_row, reason, since, restored) VALUES (1, '', @since, @restored) ON CONFLICT DO UPDATE SET restored = @restored`)
  const remove = database.prepare('DELETE FROM hold')

  function read(): Hold | null {
    const stored = select.get()
    if (stored === undefined) return null
    const { restored, ...row } = rowSchema.parse(stored)
    return holdSchema.parse({ ...row, restored: restored === null ? null : readRestored(restored) })
  }

  return {
    read,
    set: ({ reason, since }) => void upsert.run({ reason, since }),
    setRestored: (restored, since) => void upsertRestored.run({ since, restored: JSON.stringify(earlier(read()?.restored ?? null, restored)) }),
    clear: () => void remove.run()
  }
}

/** The client's own hold. Somebody wanted this client gone, and its removal was interrupted: nothing of it leaves until it is said whether it stays, which is what lifting the hold says. */
export function holdAfterRemoval(own: HoldStore, removals: Pick<RemovalsRepository, 'begun' | 'end'>, { workspace, clock }: Pick<WorkspaceContext, 'workspace' | 'clock'>): HoldStore {
  const workspaceId = workspace().id
  if (removals.begun(workspaceId) !== null && own.read() === null) own.set({ reason: '', since: clock.now() })
  return {
    ...own,
    clear() {
      own.clear()
      removals.end(workspaceId)
    }
  }
}

function earlier(known: Restored | null, newer: Restored): Restored {
  if (known === null) return newer
  const { restoredTo } = known
  return { ...newer, restoredTo: restoredTo === null || newer.restoredTo === null ? null : Math.min(restoredTo, newer.restoredTo) }
}

/** What cannot be read any more still says that it was put back. */
function readRestored(text: string): Restored {
  try {
    return restoredSchema.safeParse(JSON.parse(text)).data ?? unknownCopy
  } catch {
    return unknownCopy // Not JSON.
  }
}

const unknownCopy: Restored = { cause: 'older_copy', restoredTo: null }
