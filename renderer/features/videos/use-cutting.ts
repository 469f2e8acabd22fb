import { useEffect, useRef, useState } from 'react'
import { mediaAddress, type VideoItem } from '../../../shared/media/media-item.ts'
import { coverFrom } from '../../bridge/film-cover.ts'
import { studio } from '../../bridge/studio-client.ts'
import { newId } from '../../bridge/system-random.ts'
import { showFailure } from '../../components/show-failure.ts'

export interface Part {
  readonly startMs: number
  readonly endMs: number
  readonly isMuted: boolean
}

/** Has a film made in the background, with a picture that stands for it: how far it is in percent, null while nothing is under way. */
export function useCutting(workspaceId: string, mediaId: string): { readonly percent: number | null; readonly cut: (part: Part) => Promise<VideoItem | null>; readonly cancel: () => void } {
  const [percent, setPercent] = useState<number | null>(null)
  const making = useRef<string | null>(null)
  useEffect(() => studio.on('media.progress', (said) => said.mediaId === making.current && setPercent(said.percent)), [])
  return {
    percent,
    async cut(part) {
      const newMediaId = newId()
      making.current = newMediaId
      setPercent(0)
      const answer = await studio.request('library.cutVideo', { workspaceId, mediaId, newMediaId, ...part })
      making.current = null
      if (!answer.ok) {
        setPercent(null)
        if (answer.error.code !== 'work_cancelled') showFailure(answer.error, workspaceId)
        return null
      }
      const cover = await coverFrom(mediaAddress(workspaceId, newMediaId))
      const covered = cover === null ? null : await studio.request('media.setCover', { workspaceId, mediaId: newMediaId, bytes: cover })
      setPercent(null)
      // A film without a cover is a film all the same.
      return covered?.ok === true ? covered.value : answer.value
    },
    cancel() {
      if (making.current !== null) void studio.request('library.cancelCut', { workspaceId, newMediaId: making.current })
    }
  }
}
