/** Loaded before an engine that runs from its source: the threads that the built one has beside it run from their source too. */
import { syncBuiltinESMExports } from 'node:module'
import workers, { isMainThread, type WorkerOptions } from 'node:worker_threads'
import { videoWorker } from '../support/image-worker-files.ts'

if (isMainThread) {
  const { Worker } = workers
  workers.Worker = class extends Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      super(typeof file === 'string' && file.endsWith('videos.cjs') ? videoWorker : file, options)
    }
  }
  syncBuiltinESMExports()
}
