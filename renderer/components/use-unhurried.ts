import { startTransition, useEffect, useRef, useState } from 'react'

/** How long after a change it is shown, ms: soon enough for words that say what is wrong, and seldom enough for nobody to wait for them while typing. */
const pause = 200

/**
 * The value as it was a moment ago: what follows each key, and need not do so at once, is drawn again a few times a second instead. For what is read, never
 * for what is decided by it.
 */
export function useUnhurried<Value>(value: Value): Value {
  const [shown, setShown] = useState(value)
  const newest = useRef(value)
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null)

  useEffect(() => {
    newest.current = value
    if (Object.is(value, shown)) return
    waiting.current ??= setTimeout(() => {
      waiting.current = null
      startTransition(() => setShown(() => newest.current))
    }, pause)
  }, [value, shown])

  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current)
      waiting.current = null
    },
    []
  )

  return shown
}
