import { z } from 'zod'
import type { Restored } from '../../../shared/safety/hold.ts'
import type { LineageBook } from '../settings/lineage-book.ts'
import type { LineagePoint } from '../settings/lineage-point.ts'
import type { WorkspaceContext } from './workspace-context.ts'

/** How far a client's file has come, as the file itself says it: `mark` tells two ways apart that came equally far, `installation` who wrote it. */
export interface Lineage extends LineagePoint {
  readonly installation: string
  readonly at: number
}

/**
 * What the file says beside what the studio knew: null, it is the one that this studio wrote last. The studio is never ahead of a file by an accident: it
 * is told after the file has it for good. A file that is ahead of what the studio knew is one whose telling was cut off, or the studio's own list is an older one.
 */
export function judgeLineage(file: Lineage | null, known: LineagePoint | null, installation: string): Restored | null {
  if (file === null) return known === null ? null : { cause: 'older_copy', restoredTo: null }
  const isOurs = file.installation === installation && !(known !== null && file.serial === known.serial && file.mark !== known.mark)
  // What left from here since the two went apart may be older than its last word, however far either of them has come.
  if (!isOurs) return { cause: 'other_computer', restoredTo: file.at - apartMs }
  return known !== null && file.serial < known.serial ? { cause: 'older_copy', restoredTo: file.at } : null
}

/** So long ago the two may have gone apart. */
const apartMs = 14 * 24 * 60 * 60_000

/** What makes an older file known as such: it is behind as soon as anything left that it does not know. */
export interface Seal {
  /** Inside the transaction that claims what is about to leave. */
  advance(): void
  /** After its commit, and before anything leaves. */
  tell(): void
}

/** The lineage of an open file, and the studio's word on it. */
export interface FileLineage extends Seal {
  judge(): Restored | null
  /** Opened, or about to be closed: from here on every earlier copy is older. */
  turnPage(): void
}

const rowSchema = z.object({ serial: z.int(), mark: z.string(), installation: z.string(), at: z.int() })

export function createFileLineage({ database, clock, random, log, workspace }: Pick<WorkspaceContext, 'database' | 'clock' | 'random' | 'log' | 'workspace'>, book: LineageBook): FileLineage {
  const select = database.prepare('SELECT serial, mark, installation, at FROM lineage')
  const write = database.prepare('INSERT INTO lineage (only_row, serial, mark, installation, at) VALUES (1, @serial, @mark, @installation, @at) ON CONFLICT DO UPDATE SET serial = @serial, mark = @mark, installation = @installation, at = @at')

  function read(): Lineage | null {
    const row = select.get()
    return row === undefined ? null : rowSchema.parse(row)
  }

  function advance(): void {
    const serial = Math.max(read()?.serial ?? 0, book.read(workspace().id)?.serial ?? 0) + 1
    write.run({ serial, mark: random.id(), installation: book.installation, at: clock.now() })
  }

  function tell(): void {
    try {
      const point = read()
      if (point !== null) book.write(workspace().id, point)
    } catch (error) {
      // What is claimed is claimed and has to be sent. A full disk: what left now is not seen in an older copy until the next word comes through. Nothing waits for it.
      log.warning(`how far workspace ${workspace().id} has come could not be noted: ${String(error)}`)
    }
  }

  return {
    judge() {
      const [file, known] = [read(), book.read(workspace().id)]
      return judgeLineage(file, known, book.installation) ?? (book.isFromElsewhere(workspace().id) ? { cause: 'moved', restoredTo: file?.at ?? null } : null)
    },
    advance,
    tell,
    turnPage() {
      advance()
      tell()
    }
  }
}
