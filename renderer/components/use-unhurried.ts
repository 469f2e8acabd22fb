import { startTransition, useEffect, useRef, useState } from 'react'

/** How long after the last change it is shown, ms: soon enough for words that say what is wrong, and longer than from one key to the next. */
const pause = 200
/** Who types without a pause reads it after so long, ms. */
const longest = 1000

/**
 * The value as it was a moment ago: what follows each key, and need not do so at once, is drawn again when the hands rest. For what is read, never
 * for what is decided by it.
 */
export function useUnhurried<Value>(value: Value): Value {
  const [shown, setShown] = useState(value)
  const newest = useRef(value)
  const waiting = useRef<{ readonly since: number; readonly timer: ReturnType<typeof setTimeout> } | null>(null)

  useEffect(() => {
    newest.current = value
    if (Object.is(value, shown)) return
    const now = performance.now()
    const since = waiting.current?.since ?? now
    if (waiting.current !== null) clearTimeout(waiting.current.timer)
    const show = (): void => {
      waiting.current = null
      startTransition(() => setShown(() => newest.current))
    }
    waiting.current = { since, timer: setTimeout(show, Math.min(pause, since + longest - now)) }
  }, [value, shown])

  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current.timer)
      waiting.current = null
    },
    []
  )

  return shown
}
