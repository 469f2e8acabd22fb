import { Worker } from 'node:worker_threads'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import { hugeArea, type DecodeTask, type DoneImage, type ImageTask, type ImageWorkerData, type ImageWorkerMessage, type PreparedFile, type PrepareTask } from './image-task.ts'

/** Longest a single picture may take; the largest that are taken need a third of it on a slow machine. */
const longest = 3 * 60_000
/** How long a thread waits for another picture before it ends: starting one takes longer than making a picture small. */
const idleFor = 5_000
/** Pictures that one thread works on at most: the memory that it has once taken it never gives back. */
const picturesEach = 25

/** Where the worker's code and its libraries lie; absolute paths. */
export interface ImageWorkerFiles extends ImageWorkerData {
  readonly worker: string
}

export interface ImageWork {
  /** One picture at a time, so that memory stays bounded; others wait. Fails with `media_unreadable` or `work_cancelled`; never throws because of a picture. */
  run(task: ImageTask, options?: Options): Promise<Result<DoneImage>>
  /** Decodes a picture to its last line. Fails with the reason `damaged` where that cannot be done, and as `run` does where it could not be tried. */
  decode(bytes: Uint8Array, signal: AbortSignal): Promise<Result<Record<string, never>>>
  /** Makes a file of ours into the picture that is kept, in its place. Fails as `run` does, with what `readImage` finds, and with `disk_full`. */
  prepareFile(path: string, signal: AbortSignal): Promise<Result<PreparedFile>>
  /** Ends what is under way. */
  stop(): Promise<void>
}

interface Options {
  readonly signal?: AbortSignal
  readonly onProgress?: (percent: number) => void
  /** The caller needs the bytes no more: they are handed over instead of copied, which of a large file would be felt. */
  readonly isGiven?: boolean
}

type Answer = Exclude<ImageWorkerMessage, { kind: 'progress' }>

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
    const data: ImageWorkerData = { library: files.library, heic: files.heic }
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

  async function perform(task: ImageTask | PrepareTask | DecodeTask, { signal, ...options }: Options): Promise<Result<Answer>> {
    const ends = AbortSignal.any([stopping.signal, ...(signal === undefined ? [] : [signal])])
    if (ends.aborted) return fail(cancelled)
    const thread = takeThread()
    thread.pictures += 1
    const answer = await ask(thread.worker, task, { ends, ...options })
    if (answer.ok && !hasFailed(answer.value) && !isHuge(answer.value)) await putBack(thread)
    else await thread.worker.terminate()
    if (!answer.ok && answer.error.code !== 'work_cancelled') log.warning(`a picture could not be worked on: ${answer.error.message}`)
    return answer
  }

  function ask(worker: Worker, task: ImageTask | PrepareTask | DecodeTask, { ends, onProgress, isGiven }: Omit<Options, 'signal'> & { ends: AbortSignal }): Promise<Result<Answer>> {
    return new Promise<Result<Answer>>((settle) => {
      const takeBack = clock.after(longest, () => resolve(unreadable('it took too long')))
      function resolve(answer: Result<Answer>): void {
        takeBack()
        settle(answer)
      }
      ends.addEventListener('abort', () => resolve(fail(cancelled)), { once: true })
      worker.removeAllListeners()
      worker.on('message', (message: ImageWorkerMessage) => {
        if (message.kind === 'progress') onProgress?.(message.percent)
        else resolve(message.kind === 'failed' ? unreadable(message.reason, { reason: 'damaged' }) : succeed(message))
      })
      worker.on('error', (error) => resolve(unreadable(String(error))))
      worker.on('exit', () => resolve(unreadable('the worker ended without a word')))
      worker.postMessage(task, isGiven === true && 'bytes' in task && task.bytes.buffer instanceof ArrayBuffer ? [task.bytes.buffer] : [])
    })
  }

  function inTurn(task: ImageTask | PrepareTask | DecodeTask, options: Options): Promise<Result<Answer>> {
    const turn = last.then(() => perform(task, options))
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    async run(task, options = {}) {
      const answer = await inTurn(task, options)
      if (!answer.ok) return answer
      return answer.value.kind === 'done' ? succeed(answer.value.image) : fail(studioError('media_unreadable', 'an answer to something else'))
    },
    async decode(bytes, signal) {
      const answer = await inTurn({ decode: bytes }, { signal })
      return answer.ok ? succeed({}) : answer
    },
    async prepareFile(path, signal) {
      const answer = await inTurn({ path }, { signal })
      if (!answer.ok) return answer
      return answer.value.kind === 'prepared' ? answer.value.answer : fail(studioError('media_unreadable', 'an answer to something else'))
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

/** What broke a decoder may have left it broken. */
function hasFailed(answer: Answer): boolean {
  return answer.kind === 'prepared' && !answer.answer.ok
}

function isHuge(answer: Answer): boolean {
  return areaOf(answer) > hugeArea
}

function areaOf(answer: Answer): number {
  switch (answer.kind) {
    case 'done':
      return answer.image.sourceArea
    case 'decoded':
      return answer.area
    case 'prepared':
      return answer.answer.ok ? answer.answer.value.facts.width * answer.answer.value.facts.height : 0
    case 'failed':
      return 0
  }
}

function unreadable(reason: string, details?: { readonly reason: 'damaged' }): Result<never> {
  return fail(studioError('media_unreadable', reason, details === undefined ? {} : { details }))
}
