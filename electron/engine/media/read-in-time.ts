import type { Clock } from '../time/clock.ts'

/** So long a drive may take for one picture, ms: well within the time that a whole attempt has. */
export const readDeadlineMs = 2 * 60_000

/** A drive that hangs gives neither bytes nor an error, and its call cannot be ended: it is left alone. */
export async function readInTime<T>(clock: Clock, signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  let end = (_why: string): void => undefined
  const cut = new Promise<never>((_, reject) => {
    end = (why) => reject(new Error(why))
  })
  const cancel = clock.after(readDeadlineMs, () => end('the file could not be read in time'))
  const stop = (): void => end('the engine is ending')
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    return await Promise.race([read(), cut])
  } finally {
    cancel()
    signal.removeEventListener('abort', stop)
  }
}
