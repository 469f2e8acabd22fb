import { setImmediate as nextTurn } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { collectCaptions } from './collect-captions.ts'
import { createReferenceFinder } from './find-references.ts'
import type { FilesInHand } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'

/** How long a file stays after the last thing that referred to it, in ms. */
export const unusedFor = 30 * 24 * 60 * 60_000

export interface CollectUnusedNeeds {
  readonly database: Database.Database
  readonly files: MediaFiles
  readonly inHand: FilesInHand
  /** Whether people have just been shown what there is to choose from: then no row goes, and the next round looks again. */
  readonly isShown: () => boolean
  readonly now: () => number
  readonly signal: AbortSignal
}

interface Candidate {
  readonly id: string
  readonly unusedSince: number | null
}

/**
 * Removes what nothing has referred to for thirty days. Rows go first, each in a transaction that asks once more; files follow when no row names them. A crash in between
 * leaves files without a row, which the next time finds by their age: so nothing that a restored backup may still name is lost in haste.
 */
export async function collectUnused(needs: CollectUnusedNeeds): Promise<void> {
  await removeRows(needs)
  await collectCaptions(needs, unusedFor)
  await removeFiles(needs)
}

async function removeRows({ database, isShown, now, signal }: CollectUnusedNeeds): Promise<void> {
  const isReferred = createReferenceFinder(database)
  const mark = database.prepare('UPDATE media SET unused_since = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM media WHERE id = ? AND is_kept = 0')
  const settle = database.transaction(({ id, unusedSince }: Candidate) => {
    if (isReferred(id)) {
      if (unusedSince !== null) mark.run(null, id)
    } else if (unusedSince === null) mark.run(now(), id)
    else if (unusedSince <= now() - unusedFor && !isShown()) remove.run(id)
  })
  // Posts are where nearly all of them are used, and an index answers for those.
  const candidates = database.prepare<[], Candidate>(
    `SELECT id, unused_since AS unusedSince FROM media
     WHERE is_kept = 0 AND (unused_since IS NOT NULL OR NOT EXISTS (SELECT 1 FROM post_media WHERE media_id = media.id OR cover_id = media.id))`
  )
  for (const candidate of candidates.all()) {
    if (signal.aborted) return
    settle.immediate(candidate)
    // A search through the whole workspace for each: what people ask for goes between.
    await nextTurn()
  }
}

async function removeFiles({ database, files, inHand, now, signal }: CollectUnusedNeeds): Promise<void> {
  const isNamed = database.prepare<[{ sha256: string; mediaType: string }]>("SELECT 1 FROM media WHERE (sha256 = @sha256 AND media_type = @mediaType) OR (cover_sha256 = @sha256 AND @mediaType = 'image/jpeg')")
  for (const file of await files.list()) {
    if (signal.aborted) return
    const isUnnamed = file.writtenAt <= now() - unusedFor && !inHand.has(file.path) && isNamed.get({ sha256: file.sha256, mediaType: file.mediaType }) === undefined
    if (isUnnamed) await files.remove(file.path)
  }
}
