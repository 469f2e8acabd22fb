import { useSyncExternalStore } from 'react'
import { currentInstant } from '../bridge/system-clock.ts'

const listeners = new Set<() => void>()
let shown = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The present, renewed every half minute: enough for “3 minutes ago”, and one timer for the whole page. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read)
}

function read(): number {
  if (shown === 0) shown = currentInstant()
  return shown
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tell, 30_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
    shown = 0
  }
}

function tell(): void {
  shown = currentInstant()
  for (const listener of listeners) listener()
}
