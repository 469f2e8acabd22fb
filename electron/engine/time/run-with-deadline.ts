import type { Clock } from './clock.ts'

/**
 * Runs work with a signal that is aborted after `delay` ms or when `outer` is. Only asks the work to end: it is the work that answers, since
 * only it knows what was sent by then.
 */
export async function runWithDeadline<T>(clock: Clock, delay: number, outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const deadline = new AbortController()
  const abort = (): void => deadline.abort()
  const cancel = clock.after(delay, abort)
  outer.addEventListener('abort', abort, { once: true })
  if (outer.aborted) abort()
  try {
    return await work(deadline.signal)
  } finally {
    cancel()
    outer.removeEventListener('abort', abort)
  }
}
