import { useRef, useState } from 'react'
import type { FilmPlan } from '../../../shared/media/fit-film.ts'
import { mediaAddress, type VideoItem } from '../../../shared/media/media-item.ts'
import { convertFilm } from '../../bridge/convert-film/convert-film.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'

export interface Converting {
  /** null while nothing is under way. */
  readonly percent: number | null
  readonly convert: (plan: Extract<FilmPlan, { kind: 'rewrap' | 'convert' }>) => Promise<VideoItem | null>
  readonly cancel: () => void
}

/** Has a film made that fits. */
export function useConverting(workspaceId: string, film: VideoItem): Converting {
  const [percent, setPercent] = useState<number | null>(null)
  const making = useRef<AbortController | null>(null)
  return {
    percent,
    async convert(plan) {
      const cancelling = new AbortController()
      making.current = cancelling
      setPercent(0)
      const made = await convertFilm({ bridge: studio, workspaceId, film, newMediaId: newId(), plan, signal: cancelling.signal, onProgress: (share) => setPercent(Math.round(100 * share)), addressOf: (id) => mediaAddress(workspaceId, id) })
      making.current = null
      setPercent(null)
      if (made.ok) return made.value
      if (made.error.code !== 'work_cancelled') showFailure(made.error, workspaceId)
      return null
    },
    cancel: () => making.current?.abort()
  }
}
