import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { checkVideo } from './check-video.ts'
import { VideoRefusal } from './video-source.ts'
import type { VideoWorkerData, VideoWorkerMessage } from './video-task.ts'

/* A thread for one video: a file that breaks the reader breaks this thread and nothing else. Whoever started it knows what it hands over. */
const { path }: VideoWorkerData = workerData

function say(message: VideoWorkerMessage): void {
  parentPort?.postMessage(message)
}

async function work(): Promise<void> {
  const file = await open(path, 'r+')
  try {
    say({ kind: 'done', video: await checkVideo(file, (percent) => say({ kind: 'progress', percent })) })
  } finally {
    await file.close()
  }
}

work().catch((error: unknown) => {
  if (error instanceof VideoRefusal) return say({ kind: 'refused', problem: error.problem, reason: error.message })
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
  return say({ kind: 'broken', reason: error instanceof Error ? error.message : String(error), code })
})
