/** Waits before the first, second and third new start, in ms; after that the user decides. */
const delays = [500, 2_000, 10_000] as const
/** An engine that worked this long, in ms, has earned a clean slate. */
const healthyAfter = 5 * 60_000

export interface EngineHistory {
  /** New starts since the engine was last healthy. */
  readonly restarts: number
  /** When it last said that it was ready (ms); null: it ended before that. */
  readonly readySince: number | null
}

export type RestartDecision = { readonly kind: 'restart'; readonly delay: number; readonly restarts: number } | { readonly kind: 'give_up' }

/** What to do about an engine that ended by itself at `now` (ms). */
export function decideRestart(history: EngineHistory, now: number): RestartDecision {
  const wasHealthy = history.readySince !== null && now - history.readySince >= healthyAfter
  const restarts = wasHealthy ? 0 : history.restarts
  const delay = delays[restarts]
  return delay === undefined ? { kind: 'give_up' } : { kind: 'restart', delay, restarts: restarts + 1 }
}
