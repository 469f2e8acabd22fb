import { useEffect, useState } from 'react'
import { studio } from '../../bridge/studio-client.ts'
import type { CaptionsToPlay } from './use-caption-tracks.ts'

const none: readonly CaptionsToPlay[] = []

/** The subtitles that a film has in the client's posts; none until they are known. */
export function useCaptionsOf(workspaceId: string, mediaId: string): readonly CaptionsToPlay[] {
  const [known, setKnown] = useState<{ readonly mediaId: string; readonly captions: readonly CaptionsToPlay[] } | null>(null)
  useEffect(() => {
    let isGone = false
    void studio.request('media.captionsOf', { workspaceId, mediaId }).then((answer) => {
      if (answer.ok && !isGone) setKnown({ mediaId, captions: answer.value.captions })
    })
    return () => {
      isGone = true
    }
  }, [workspaceId, mediaId])
  return known?.mediaId === mediaId ? known.captions : none
}
