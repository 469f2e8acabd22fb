import { useRef, useState } from 'react'
import { t } from 'i18next'
import { addMediaFile } from '../../bridge/add-media-file.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'
import { showToast } from '../../components/toaster.ts'
import { noteFiles } from '../../shell/unfinished-store.ts'

/** Files on their way into the library. */
export interface Uploads {
  /** `share`: of the file under way, 0 to 1. null: none is on its way. */
  readonly progress: { readonly done: number; readonly total: number; readonly name: string; readonly share: number } | null
  readonly add: (files: readonly File[]) => void
  /** What is in the library already stays; the rest is left out. */
  readonly cancel: () => void
}

/** Takes files in one after the other, into the folder that is shown. Those that cannot be taken are named, and the others go on. */
export function useUploads(workspaceId: string, folder: string): Uploads {
  const [progress, setProgress] = useState<Uploads['progress']>(null)
  const waiting = useRef<{ readonly file: File; readonly end: () => void }[]>([])
  const counts = useRef({ done: 0, total: 0 })
  const cancelling = useRef<AbortController | null>(null)

  async function take(file: File, signal: AbortSignal): Promise<void> {
    const mediaId = newId()
    const added = await addMediaFile({ bridge: studio, workspaceId, mediaId, file, signal, onProgress: (share) => setProgress((before) => before && { ...before, share }) })
    if (!added.ok) return signal.aborted ? undefined : showFailure(added.error, workspaceId)
    const stays = await studio.request('library.keep', { workspaceId, mediaIds: [mediaId], folder })
    if (stays.ok && stays.value.known.length > 0) showToast({ title: t('library:screen.known', { name: file.name }), detail: t('library:screen.knownText'), workspaceId })
  }

  async function work(): Promise<void> {
    const controller = new AbortController()
    cancelling.current = controller
    for (let next = waiting.current.shift(); next !== undefined; next = waiting.current.shift()) {
      setProgress({ ...counts.current, name: next.file.name, share: 0 })
      await take(next.file, controller.signal)
      next.end()
      counts.current.done += 1
    }
    cancelling.current = null
    counts.current = { done: 0, total: 0 }
    setProgress(null)
  }

  return {
    progress,
    add(files) {
      const endOf = noteFiles(workspaceId, files.map(({ name }) => ({ name, inPost: null })))
      waiting.current.push(...files.map((file, at) => ({ file, end: () => endOf(at) })))
      counts.current.total += files.length
      if (cancelling.current === null && files.length > 0) void work()
    },
    cancel() {
      for (const { end } of waiting.current) end()
      waiting.current = []
      cancelling.current?.abort()
    }
  }
}
