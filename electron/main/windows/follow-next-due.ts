import type { EngineRequest } from '../engine/engine-client.ts'

/** Asks what is due next, at most once in a while however often something changes, and tells it. Returns what to call at each change. */
export function followNextDue(request: EngineRequest, tell: (nextDueAt: number | null) => void, pause = 400): () => void {
  let timer: NodeJS.Timeout | null = null
  const ask = async (): Promise<void> => {
    timer = null
    const pending = await request('engine.pendingWork', {})
    if (pending.ok) tell(pending.value.nextDueAt)
  }
  return () => {
    timer ??= setTimeout(() => void ask(), pause)
  }
}
