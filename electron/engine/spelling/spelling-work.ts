import { Worker } from 'node:worker_threads'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { SpellingLanguage } from '../../../shared/spelling/spelling-language.ts'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import { rankSuggestions } from './rank-suggestions.ts'
import type { SpellingAnswer, SpellingFiles, SpellingQuestion, SpellingTask, SpellingWorkerData } from './spelling-task.ts'

/** Nobody has written for so long: the thread gives back its memory (45 MB). */
const idleFor = 10 * 60_000
/** A thousand words take 20 ms, a suggestion half a second on a slow machine. */
const longest = 15_000
/** As many are offered; the dictionaries name more. */
const mostSuggestions = 5

export interface SpellingWork {
  /** Those of the words that no language knows. Fails with `spelling_unavailable`. */
  check(words: readonly string[], languages: readonly SpellingLanguage[]): Promise<Result<readonly string[]>>
  /** What may have been meant, at most five. Fails likewise. */
  suggest(word: string, languages: readonly SpellingLanguage[]): Promise<Result<readonly string[]>>
  /** Ends the thread; whoever waits for it is told. */
  stop(): Promise<void>
}

interface Thread {
  readonly worker: Worker
  readonly waiting: Map<number, (answer: Result<readonly string[]>) => void>
  endWhenIdle: () => void
}

/** One thread for the dictionaries, begun with the first question. One that breaks is left behind, and the next question begins another. */
export function createSpellingWork({ files: { worker: code, ...data }, clock, log }: { readonly files: SpellingFiles; readonly clock: Clock; readonly log: Logger }): SpellingWork {
  let thread: Thread | null = null
  let last = 0
  let isStopped = false

  function begin(): Thread {
    const begun: Thread = { worker: new Worker(code, { workerData: data satisfies SpellingWorkerData }), waiting: new Map(), endWhenIdle: () => undefined }
    begun.worker.on('message', (message: SpellingAnswer) => begun.waiting.get(message.sequence)?.('words' in message ? succeed(message.words) : unavailable(message.failure)))
    begun.worker.on('error', (error) => leave(begun, String(error)))
    begun.worker.on('exit', () => leave(begun, 'the thread ended'))
    return begun
  }

  function leave(left: Thread, reason: string): void {
    if (thread === left) thread = null
    left.endWhenIdle()
    if (left.waiting.size > 0) log.warning(`spelling: ${reason}`)
    for (const resolve of left.waiting.values()) resolve(unavailable(reason))
    void left.worker.terminate()
  }

  async function ask(question: SpellingQuestion): Promise<Result<readonly string[]>> {
    if (isStopped) return unavailable('the engine is ending')
    const asked = (thread ??= begin())
    const task: SpellingTask = { sequence: (last += 1), question }
    asked.endWhenIdle()
    asked.worker.ref()
    const answer = await new Promise<Result<readonly string[]>>((resolve) => {
      const takeBack = clock.after(longest, () => leave(asked, 'it took too long'))
      asked.waiting.set(task.sequence, (answered) => {
        takeBack()
        asked.waiting.delete(task.sequence)
        resolve(answered)
      })
      asked.worker.postMessage(task)
    })
    if (thread === asked && asked.waiting.size === 0) {
      asked.worker.unref()
      asked.endWhenIdle = clock.after(idleFor, () => leave(asked, 'idle'))
    }
    return answer
  }

  return {
    check: (words, languages) => ask({ kind: 'check', words, languages }),
    async suggest(word, languages) {
      const answer = await ask({ kind: 'suggest', word, languages })
      return answer.ok ? succeed(rankSuggestions(word, answer.value).slice(0, mostSuggestions)) : answer
    },
    async stop() {
      isStopped = true
      const { worker } = thread ?? {}
      if (thread !== null) leave(thread, 'the engine is ending')
      await worker?.terminate()
    }
  }
}

function unavailable(reason: string): Result<never> {
  return fail(studioError('spelling_unavailable', reason, { retryable: true }))
}
