import { Worker } from 'node:worker_threads'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { DoneImage, ImageTask, ImageWorkerData, ImageWorkerMessage } from './image-task.ts'

/** Longest a single picture may take; the largest that are taken need a third of it on a slow machine. */
const longest = 3 * 60_000

/** Where the worker's code and the image library lie; absolute paths. */
export interface ImageWorkerFiles {
  readonly worker: string
  readonly library: string
}

export interface ImageWork {
  /** One picture at a time, so that memory stays bounded; others wait. Fails with `media_unreadable` or `work_cancelled`; never throws because of a picture. */
  run(task: ImageTask, options?: { readonly signal?: AbortSignal; readonly onProgress?: (percent: number) => void }): Promise<Result<DoneImage>>
  /** Ends what is under way. */
  stop(): Promise<void>
}

type Options = NonNullable<Parameters<ImageWork['run']>[1]>

/** Changes pictures in threads of their own, so that no picture can hold up or break what else the engine does. */
export function createImageWork({ files, clock, log }: { files: ImageWorkerFiles; clock: Clock; log: Logger }): ImageWork {
  const stopping = new AbortController()
  let last: Promise<unknown> = Promise.resolve()

  async function perform(task: ImageTask, { signal, onProgress }: Options): Promise<Result<DoneImage>> {
    const ends = AbortSignal.any([stopping.signal, ...(signal === undefined ? [] : [signal])])
    if (ends.aborted) return fail(cancelled)
    const data: ImageWorkerData = { library: files.library, task }
    const worker = new Worker(files.worker, { workerData: data })
    const answer = await new Promise<Result<DoneImage>>((resolve) => {
      const takeBack = clock.after(longest, () => resolve(unreadable('it took too long')))
      ends.addEventListener('abort', () => resolve(fail(cancelled)), { once: true })
      worker.on('message', (message: ImageWorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message.percent)
        else resolve(message.kind === 'done' ? succeed(message.image) : unreadable(message.reason))
      })
      worker.on('error', (error) => resolve(unreadable(String(error))))
      worker.on('exit', () => {
        takeBack()
        resolve(unreadable('the worker ended without a word'))
      })
    })
    await worker.terminate()
    if (!answer.ok && answer.error.code !== 'work_cancelled') log.warning(`a picture could not be worked on: ${answer.error.message}`)
    return answer
  }

  return {
    run(task, options = {}) {
      const turn = last.then(() => perform(task, options))
      last = turn.catch(() => undefined)
      return turn
    },
    async stop() {
      stopping.abort()
      await last
    }
  }
}

const cancelled = studioError('work_cancelled', 'the work on a picture was ended')

function unreadable(reason: string): Result<DoneImage> {
  return fail(studioError('media_unreadable', reason))
}
