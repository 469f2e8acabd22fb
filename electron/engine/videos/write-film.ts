import type { FileHandle } from 'node:fs/promises'
import { CustomSource, Input, MP4, QTFF, StreamTarget, WEBM, type StreamTargetChunk } from 'mediabunny'
import { VideoRefusal, type VideoSource } from './video-source.ts'

const chunkBytes = 4 * 1024 * 1024

export function filmIn(source: VideoSource): Input {
  return new Input({ formats: [MP4, QTFF, WEBM], source: new CustomSource({ getSize: () => source.size, read: (start, end) => source.read(start, end - start) }) })
}

/** A file of ours that a film is written into, here and there, a few megabytes at a time. */
export function filmInto(to: FileHandle): StreamTarget {
  const writable = new WritableStream<StreamTargetChunk>({
    async write({ data, position }) {
      for (let done = 0; done < data.byteLength; ) done += (await to.write(data, done, data.byteLength - done, position + done)).bytesWritten
    }
  })
  return new StreamTarget(writable, { chunked: true, chunkSize: chunkBytes })
}

/** Whatever the library throws over a film means that it is damaged; a full disk says nothing about it. */
export async function blamingTheFilm(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof VideoRefusal || isOfDisk(error)) throw error
    throw new VideoRefusal('damaged', error instanceof Error ? error.message : String(error))
  }
}

function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
