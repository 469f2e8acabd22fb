import type { Draft } from '../networks/network-adapter.ts'

export interface WatchedDraft {
  readonly draft: Draft
  /** The name of a file that could not be read while the draft was being sent. */
  unreadable(): string | null
}

/** Notices when a file of the draft cannot be read. Files are read before a post is made, so nothing has gone out then: it is no unknown outcome. */
export function watchReading(draft: Draft): WatchedDraft {
  let unreadable: string | null = null
  const media = draft.media.map((file) => ({
    ...file,
    read: () =>
      file.read().catch((error: unknown) => {
        unreadable = file.fileName
        throw error
      })
  }))
  return { draft: { ...draft, media }, unreadable: () => unreadable }
}
