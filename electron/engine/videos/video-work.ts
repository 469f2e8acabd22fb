import { Worker } from 'node:worker_threads'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { Clock } from '../time/clock.ts'
import type { CheckedVideo, VideoProblem, VideoWorkerData, VideoWorkerMessage } from './video-task.ts'

/** Longest that nothing may come of a check, ms: a drive that hangs, a file that was made to keep somebody busy. */
const longestSilence = 2 * 60_000

/** What a video may take to be read. One that says it has thousands of millions of pictures ends its thread, and nothing else. */
const mostMegabytes = 512

export interface VideoWork {
  /** Checks and cleans a file of ours, in a thread of its own. Fails with `video_unreadable` (details: `reason`), `media_kind_unsupported`, `disk_full` or `work_cancelled`; never throws because of a video. */
  check(path: string, signal: AbortSignal): Promise<Result<CheckedVideo>>
  /** Writes a part of another film into a file of ours, which is there and empty, and checks it. One at a time; fails as `check` does. */
  cut(path: string, cut: NonNullable<VideoWorkerData['cut']>, options: Options): Promise<Result<CheckedVideo>>
  /** Writes the film of the file `from` as MP4 into a file of ours, as `cut` does. */
  wrap(path: string, from: string, options: Options): Promise<Result<CheckedVideo>>
}

interface Options {
  readonly signal: AbortSignal
  readonly onProgress?: (percent: number) => void
}

export function createVideoWork({ worker: code, clock }: { readonly worker: string; readonly clock: Clock }): VideoWork {
  let last: Promise<unknown> = Promise.resolve()

  async function run(data: VideoWorkerData, { signal, onProgress }: Options): Promise<Result<CheckedVideo>> {
    if (signal.aborted) return fail(cancelled)
    const worker = new Worker(code, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } })
    const answer = await new Promise<Result<CheckedVideo>>((resolve) => {
      const giveUp = (): void => resolve(refused('damaged', 'nothing came of it in time'))
      let takeBack = clock.after(longestSilence, giveUp)
      signal.addEventListener('abort', () => resolve(fail(cancelled)), { once: true })
      worker.on('message', (message: VideoWorkerMessage) => {
        takeBack()
        if (message.kind === 'progress') {
          takeBack = clock.after(longestSilence, giveUp)
          onProgress?.(message.percent)
        } else resolve(answerOf(message))
      })
      worker.on('error', (error) => resolve(refused('damaged', String(error))))
      worker.on('exit', () => {
        takeBack()
        resolve(refused('damaged', 'the worker ended without a word'))
      })
    })
    await worker.terminate()
    return answer
  }

  function inTurn(data: VideoWorkerData, options: Options): Promise<Result<CheckedVideo>> {
    const turn = last.then(() => run(data, options))
    last = turn.catch(() => undefined)
    return turn
  }

  return {
    check: (path, signal) => run({ path }, { signal }),
    cut: (path, cut, options) => inTurn({ path, cut }, options),
    wrap: (path, from, options) => inTurn({ path, wrapOf: from }, options)
  }
}

function answerOf(message: Exclude<VideoWorkerMessage, { kind: 'progress' }>): Result<CheckedVideo> {
  if (message.kind === 'done') return succeed(message.video)
  if (message.kind === 'refused') return refused(message.problem, message.reason)
  const isFull = message.code === 'ENOSPC' || message.code === 'EDQUOT'
  return fail(isFull ? studioError('disk_full', 'the disk that holds the data folder is full', { retryable: true }) : studioError('media_unreadable', message.reason))
}

const cancelled = studioError('work_cancelled', 'the work on a video was ended')

function refused(problem: VideoProblem, reason: string): Result<CheckedVideo> {
  return fail(problem === 'kind' ? studioError('media_kind_unsupported', reason) : studioError('video_unreadable', reason, { details: { reason: problem } }))
}
