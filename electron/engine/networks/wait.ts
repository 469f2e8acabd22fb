import type { Clock } from '../time/clock.ts'

/** Waits `delay` ms by the given clock; false when the signal ended it. */
export function wait(clock: Clock, delay: number, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve(false)
      return
    }
    const end = (): void => {
      cancel()
      resolve(false)
    }
    const cancel = clock.after(delay, () => {
      signal.removeEventListener('abort', end)
      resolve(true)
    })
    signal.addEventListener('abort', end, { once: true })
  })
}
