import { startTransition, useEffect, useRef, useState } from 'react'

/**
 * The value as it was when the picture before was drawn; the new one follows once the picture with what was typed is on the screen. A deferred value
 * comes in a task of its own, which the browser runs before it paints: whoever types waits for it (measured, npm run bench).
 */
export function useAfterPaint<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value)
  const newest = useRef(value)
  const isWaiting = useRef(false)

  useEffect(() => {
    newest.current = value
    if (isWaiting.current || Object.is(shown, value)) return
    isWaiting.current = true
    const follow = (): void => {
      isWaiting.current = false
      startTransition(() => setShown(() => newest.current))
    }
    // A window out of sight draws no pictures.
    if (document.hidden) setTimeout(follow)
    else requestAnimationFrame(() => setTimeout(follow))
  }, [value, shown])

  return shown
}
