import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { checkVideo } from './check-video.ts'
import { cutVideo } from './cut-video.ts'
import { openVideoSource, VideoRefusal } from './video-source.ts'
import type { VideoWorkerData, VideoWorkerMessage } from './video-task.ts'

/* A thread for one video: a file that breaks the reader breaks this thread and nothing else. Whoever started it knows what it hands over. */
const { path, cut }: VideoWorkerData = workerData

function say(message: VideoWorkerMessage): void {
  parentPort?.postMessage(message)
}

async function write({ from, ...part }: NonNullable<VideoWorkerData['cut']>): Promise<void> {
  const [source, target] = [await open(from, 'r'), await open(path, 'r+')]
  try {
    await cutVideo(await openVideoSource(source), target, part, (percent) => say({ kind: 'progress', percent: Math.floor(percent * 0.8) }))
    await target.sync()
  } finally {
    await source.close()
    await target.close()
  }
}

async function work(): Promise<void> {
  if (cut !== undefined) await write(cut)
  const file = await open(path, 'r+')
  try {
    say({ kind: 'done', video: await checkVideo(file, (percent) => say({ kind: 'progress', percent: cut === undefined ? percent : 80 + Math.floor(percent / 5) })) })
  } finally {
    await file.close()
  }
}

work().catch((error: unknown) => {
  if (error instanceof VideoRefusal) return say({ kind: 'refused', problem: error.problem, reason: error.message })
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return say({ kind: 'broken', reason: error instanceof Error ? error.message : String(error), code })
})
