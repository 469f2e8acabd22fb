import { Worker } from 'node:worker_threads'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { DoneImage, ImageTask, ImageWorkerData, ImageWorkerMessage } from './image-task.ts'

/** Longest a single picture may take; the largest that are taken need a third of it on a slow machine. */
const longest = 3 * 60_000
/** How long a thread waits for another picture before it ends: starting one takes longer than making a picture small. */
const idleFor = 5_000
/** Pictures that one thread works on at most: the memory that it has once taken it never gives back. */
const picturesEach = 25

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

interface Thread {
  readonly worker: Worker
  pictures: number
  endWhenIdle: () => void
}

/** Changes pictures in threads apart, so that no picture can hold up or break what else the engine does. A thread in which anything went wrong gets no second picture. */
export function createImageWork({ files, clock, log }: { files: ImageWorkerFiles; clock: Clock; log: Logger }): ImageWork {
  const stopping = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  let idle: Thread | null = null

  function begin(): Thread {
    const data: ImageWorkerData = { library: files.library }
    return { worker: new Worker(files.worker, { workerData: data }), pictures: 0, endWhenIdle: () => undefined }
  }

  function takeThread(): Thread {
    const thread = idle ?? begin()
    idle = null
    thread.endWhenIdle()
    thread.worker.ref()
    return thread
  }

  async function putBack(thread: Thread): Promise<void> {
    if (stopping.signal.aborted || thread.pictures >= picturesEach) return void (await thread.worker.terminate())
    thread.worker.unref()
    thread.worker.removeAllListeners()
    // One that breaks while nobody waits for it is left at that.
    for (const end of ['error', 'exit'] as const) thread.worker.once(end, () => (idle = idle === thread ? null : idle))
    thread.endWhenIdle = clock.after(idleFor, () => {
      if (idle === thread) idle = null
      void thread.worker.terminate()
    })
    idle = thread
  }

  async function perform(task: ImageTask, { signal, onProgress }: Options): Promise<Result<DoneImage>> {
    const ends = AbortSignal.any([stopping.signal, ...(signal === undefined ? [] : [signal])])
    if (ends.aborted) return fail(cancelled)
    const thread = takeThread()
    thread.pictures += 1
    const answer = await ask(thread.worker, task, { ends, onProgress })
    if (answer.ok) await putBack(thread)
    else await thread.worker.terminate()
    if (!answer.ok && answer.error.code !== 'work_cancelled') log.warning(`a picture could not be worked on: ${answer.error.message}`)
    return answer
  }

  function ask(worker: Worker, task: ImageTask, { ends, onProgress }: { ends: AbortSignal; onProgress: Options['onProgress'] }): Promise<Result<DoneImage>> {
    return new Promise<Result<DoneImage>>((settle) => {
      const takeBack = clock.after(longest, () => resolve(unreadable('it took too long')))
      function resolve(answer: Result<DoneImage>): void {
        takeBack()
        settle(answer)
      }
      ends.addEventListener('abort', () => resolve(fail(cancelled)), { once: true })
      worker.removeAllListeners()
      worker.on('message', (message: ImageWorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message.percent)
        else resolve(message.kind === 'done' ? succeed(message.image) : unreadable(message.reason))
      })
      worker.on('error', (error) => resolve(unreadable(String(error))))
      worker.on('exit', () => resolve(unreadable('the worker ended without a word')))
      worker.postMessage(task)
    })
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
      idle?.endWhenIdle()
      await idle?.worker.terminate()
      idle = null
    }
  }
}

const cancelled = studioError('work_cancelled', 'the work on a picture was ended')

function unreadable(reason: string): Result<DoneImage> {
  return fail(studioError('media_unreadable', reason))
}
