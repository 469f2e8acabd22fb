import type { Clock } from '../../electron/engine/time/clock.ts'

/** What is waited for is over at once; `onPass` moves the clock on by so many ms. */
export function passAtOnce(onPass: (ms: number) => void): Clock['after'] {
  return (ms, run) => {
    onPass(ms)
    queueMicrotask(run)
    return () => undefined
  }
}
