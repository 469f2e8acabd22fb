import { useEffect, useState } from 'react'
import { mediaAddress, type VideoItem } from '../../../shared/media/media-item.ts'
import { drawFrames } from '../../bridge/film-cover.ts'

export interface Frame {
  readonly atMs: number
  /** null: it is still being drawn, or cannot be. */
  readonly address: string | null
}

const count = 8
const longest = 240

/** Pictures of a film, from its beginning to its end, which come as they are drawn. */
export function useFrames(workspaceId: string, { id, durationMs }: Pick<VideoItem, 'id' | 'durationMs'>): readonly Frame[] {
  const [frames, setFrames] = useState<readonly Frame[]>(() => momentsOf(durationMs).map((atMs) => ({ atMs, address: null })))
  useEffect(() => {
    const ending = new AbortController()
    void drawFrames(mediaAddress(workspaceId, id), momentsOf(durationMs), longest, (atMs, picture) => {
      const address = `data:image/jpeg;base64,${btoa(String.fromCharCode(...picture))}`
      setFrames((before) => before.map((frame) => (frame.atMs === atMs ? { atMs, address } : frame)))
    }, ending.signal)
    return () => ending.abort()
  }, [workspaceId, id, durationMs])
  return frames
}

/** In the middle of each eighth, to a tenth of a second as the slider has it: the very first picture and the very last are often black. */
function momentsOf(durationMs: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => Math.floor((durationMs * (place + 0.5)) / count / 100) * 100)
}
