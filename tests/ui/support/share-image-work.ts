import { createImageWork, type ImageWork } from '../../../electron/engine/images/image-work.ts'
import { systemClock } from '../../../electron/engine/time/system-clock.ts'
import { imageWorkerFiles } from '../../support/image-worker-files.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }

/** For all engines of this process: to begin its threads takes longer than all that one test asks of them. */
let shared: ImageWork | null = null

/** What one engine is given: real threads, of which it stops no more than its own work. */
export function shareImageWork(): ImageWork {
  const work = (shared ??= createImageWork({ files: imageWorkerFiles, clock: systemClock, log: silent }))
  const stopping = new AbortController()
  const until = (signal?: AbortSignal): AbortSignal => (signal === undefined ? stopping.signal : AbortSignal.any([stopping.signal, signal]))
  return {
    run: (task, options = {}) => work.run(task, { ...options, signal: until(options.signal) }),
    decode: (bytes, signal) => work.decode(bytes, until(signal)),
    prepareFile: (path, signal) => work.prepareFile(path, until(signal)),
    async stop() {
      stopping.abort()
    }
  }
}
