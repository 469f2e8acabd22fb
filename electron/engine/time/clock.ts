/** The engine's only source of time, so that tests can move it. Times are ms since the epoch; delays are ms. */
export interface Clock {
  now(): number
  /** Calls back once, not before `delay` has passed; long delays are fine. Returns the function that takes it back. */
  after(delay: number, callback: () => void): () => void
}
