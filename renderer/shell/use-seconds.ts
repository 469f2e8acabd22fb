import { useSyncExternalStore } from 'react'
import { currentInstant } from '../bridge/system-clock.ts'

/** The present to the half second while `isRunning`, for a countdown that is on screen: ms since the epoch. */
export function useSeconds(isRunning: boolean): number {
  return useSyncExternalStore(isRunning ? everyHalfSecond : never, readHalfSecond)
}

const halfSecond = 500

/** Rounded, so that two reads within one rendering say the same. */
function readHalfSecond(): number {
  return Math.floor(currentInstant() / halfSecond) * halfSecond
}

function everyHalfSecond(onChange: () => void): () => void {
  const timer = setInterval(onChange, halfSecond)
  return () => clearInterval(timer)
}

const never = () => () => undefined
