/** Loaded before an engine that runs from its source: the threads that the built one has beside it run from their source too. */
import { syncBuiltinESMExports } from 'node:module'
import workers, { isMainThread, type WorkerOptions } from 'node:worker_threads'
import { imageWorkerFiles, videoWorker } from '../support/image-worker-files.ts'

if (isMainThread) {
  const { Worker } = workers
  const { worker: imageWorker, ...libraries } = imageWorkerFiles
  workers.Worker = class extends Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      if (typeof file === 'string' && file.endsWith('images.cjs')) super(imageWorker, { ...options, workerData: libraries })
      else super(typeof file === 'string' && file.endsWith('videos.cjs') ? videoWorker : file, options)
    }
  }
  syncBuiltinESMExports()
}
