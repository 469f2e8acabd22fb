import type { FileHandle } from 'node:fs/promises'
import type { VideoProblem } from './video-task.ts'

/** A file that is read here and there, never whole. */
export interface VideoSource {
  readonly size: number
  /** Exactly these bytes; fails with `VideoRefusal` where the file ends before. */
  read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>>
}

/** A file that cannot be taken, and why; anything else that is thrown is no fault of the video. */
export class VideoRefusal extends Error {
  readonly problem: VideoProblem
  constructor(problem: VideoProblem, reason: string) {
    super(reason)
    this.problem = problem
  }
}

export async function openVideoSource(file: FileHandle): Promise<VideoSource> {
  const { size } = await file.stat()
  return {
    size,
    async read(offset, length) {
      if (offset + length > size) throw new VideoRefusal('cut', `${offset} + ${length} is behind the end at ${size}`)
      const bytes = new Uint8Array(length)
      for (let filled = 0; filled < length; ) {
        const { bytesRead } = await file.read(bytes, filled, length - filled, offset + filled)
        if (bytesRead === 0) throw new VideoRefusal('cut', 'the file became shorter while it was read')
        filled += bytesRead
      }
      return bytes
    }
  }
}
