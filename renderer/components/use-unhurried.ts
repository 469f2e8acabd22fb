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
  const timers = useRef<Timers>({ soon: null, atLast: null })

  useEffect(() => {
    newest.current = value
    if (Object.is(value, shown)) return
    const show = (): void => {
      stop(timers.current)
      startTransition(() => setShown(() => newest.current))
    }
    clear(timers.current.soon)
    timers.current.soon = setTimeout(show, pause)
    timers.current.atLast ??= setTimeout(show, longest)
  }, [value, shown])

  useEffect(() => () => stop(timers.current), [])

  return shown
}

type Timer = ReturnType<typeof setTimeout> | null

/** One that every change puts off, and one that none does. */
interface Timers {
  soon: Timer
  atLast: Timer
}

function stop(timers: Timers): void {
  clear(timers.soon)
  clear(timers.atLast)
  Object.assign(timers, { soon: null, atLast: null })
}

function clear(timer: Timer): void {
  if (timer !== null) clearTimeout(timer)
}
