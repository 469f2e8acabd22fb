import { open, type FileHandle } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { checkVideo } from './check-video.ts'
import { cutVideo } from './cut-video.ts'
import { openVideoSource, VideoRefusal, type VideoSource } from './video-source.ts'
import type { VideoWorkerData, VideoWorkerMessage } from './video-task.ts'
import { wrapVideo } from './wrap-video.ts'

/* A thread for one video: a file that breaks the reader breaks this thread and nothing else. Whoever started it knows what it hands over. */
const { path, cut, wrapOf }: VideoWorkerData = workerData
/** Of what it takes to write a film and to check it. */
const writtenAt = 80

function say(message: VideoWorkerMessage): void {
  parentPort?.postMessage(message)
}

async function write(from: string, fill: (source: VideoSource, target: FileHandle, onProgress: (percent: number) => void) => Promise<void>): Promise<void> {
  const [source, target] = [await open(from, 'r'), await open(path, 'r+')]
  try {
    await fill(await openVideoSource(source), target, (percent) => say({ kind: 'progress', percent: Math.floor((percent * writtenAt) / 100) }))
    await target.sync()
  } finally {
    await source.close()
    await target.close()
  }
}

async function work(): Promise<void> {
  if (cut !== undefined) await write(cut.from, (source, target, onProgress) => cutVideo(source, target, cut, onProgress))
  if (wrapOf !== undefined) await write(wrapOf, wrapVideo)
  const before = cut === undefined && wrapOf === undefined ? 0 : writtenAt
  const file = await open(path, 'r+')
  try {
    say({ kind: 'done', video: await checkVideo(file, (percent) => say({ kind: 'progress', percent: before + Math.floor((percent * (100 - before)) / 100) })) })
  } finally {
    await file.close()
  }
}

work().catch((error: unknown) => {
  if (error instanceof VideoRefusal) return say({ kind: 'refused', problem: error.problem, reason: error.message })
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return say({ kind: 'broken', reason: error instanceof Error ? error.message : String(error), code })
})
