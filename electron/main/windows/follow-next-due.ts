import type { EngineRequest } from '../engine/engine-client.ts'

/** `nextDueAt` in ms since the epoch, null when nothing is due by itself; `isHeld`: a hold keeps what would be. */
export interface NextDue {
  readonly nextDueAt: number | null
  readonly isHeld: boolean
}

/** Asks what is due next, at most once in a while however often something changes, and tells it. Returns what to call at each change. */
export function followNextDue(request: EngineRequest, tell: (next: NextDue) => void, pause = 400): () => void {
  let timer: NodeJS.Timeout | null = null
  const ask = async (): Promise<void> => {
    timer = null
    const pending = await request('engine.pendingWork', {})
    if (pending.ok) tell({ nextDueAt: pending.value.nextDueAt, isHeld: pending.value.isHeld })
  }
  return () => {
    timer ??= setTimeout(() => void ask(), pause)
  }
}
