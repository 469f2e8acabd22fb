import type { WorkspaceContext } from '../workspaces/workspace-context.ts'
import type { StoredCleaner } from './clean-stored.ts'
import { collectUnused } from './collect-unused.ts'
import type { FilesInHand } from './keep-picture.ts'
import type { MediaFiles } from './media-files.ts'
import type { MediaRepository } from './media-repository.ts'
import type { Thumbnails } from './thumbnails.ts'

/** Between two looks for what nothing refers to any more. */
const every = 24 * 60 * 60_000

export interface MediaCareNeeds {
  readonly context: WorkspaceContext
  readonly files: MediaFiles
  readonly cleaner: StoredCleaner
  readonly thumbnails: Thumbnails
  readonly repository: Pick<MediaRepository, 'isKnown' | 'listAll'>
  readonly inHand: FilesInHand
  /** When the library was last shown, ms since the epoch; null: not since the start. */
  readonly shownAt: () => number | null
  readonly signal: AbortSignal
}

/** What is done for a workspace's files without being asked: at each start and once a day. */
export function createMediaCare({ context, files, cleaner, thumbnails, repository, inHand, shownAt, signal }: MediaCareNeeds): { start(): void; stop(): Promise<void> } {
  let takeBack: () => void = () => undefined
  let round: Promise<void> = Promise.resolve()

  function isShown(): boolean {
    const at = shownAt()
    return at !== null && context.clock.now() - at < every
  }

  async function perform(): Promise<void> {
    try {
      await files.sweep()
      await cleaner.cleanAll()
      if (!signal.aborted) await collectUnused({ database: context.database, files, inHand, isShown, now: () => context.clock.now(), signal })
      if (signal.aborted) return
      await thumbnails.sweep(repository.isKnown)
      repository.listAll().toReversed().forEach((media) => thumbnails.prepare(media))
    } catch (error) {
      // Nothing of it is urgent: what it could not do now it does the next time.
      context.log.warning(`media files were not looked after: ${String(error)}`)
    }
  }

  function begin(): void {
    round = round.then(perform)
    takeBack = context.clock.after(every, begin)
  }

  return {
    start: begin,
    async stop() {
      takeBack()
      await round
    }
  }
}
