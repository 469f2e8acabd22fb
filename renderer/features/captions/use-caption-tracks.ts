import { useEffect, useState } from 'react'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import { studio } from '../../bridge/studio-client.ts'
import type { FilmTrack } from '../../components/Film.tsx'
import { useSame } from '../../components/use-same.ts'
import { useCaptionLanguages } from './use-caption-languages.ts'

export type CaptionsToPlay = Pick<FilmCaptions, 'captionsId' | 'language'>

/** Subtitles of a film for its player: what they say comes over the bridge, and their addresses end with whoever shows them. Those that cannot be read are left out, as the film plays without them. */
export function useCaptionTracks(workspaceId: string, asked: readonly CaptionsToPlay[]): readonly FilmTrack[] {
  const captions = useSame(asked)
  const { nameOf } = useCaptionLanguages()
  const [read, setRead] = useState<readonly (CaptionsToPlay & { readonly address: string })[]>([])
  useEffect(() => {
    const addresses: string[] = []
    let isGone = false
    void Promise.all(captions.map(async (one) => ({ one, answer: await studio.request('media.readCaptions', { workspaceId, captionsId: one.captionsId }) }))).then((answers) => {
      if (isGone) return
      setRead(
        answers.flatMap(({ one, answer }) => {
          if (!answer.ok) return []
          const address = URL.createObjectURL(new Blob([answer.value.vtt], { type: 'text/vtt' }))
          addresses.push(address)
          return [{ ...one, address }]
        })
      )
    })
    return () => {
      isGone = true
      for (const address of addresses) URL.revokeObjectURL(address)
    }
  }, [workspaceId, captions])
  return read.map(({ language, address }) => ({ language, address, label: nameOf(language) }))
}
