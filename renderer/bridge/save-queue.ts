/** How long a pause in typing has to be before the draft is saved, in ms. */
export const autosavePause = 400

/** The timers the queue uses; `window` in the studio, a manual clock in tests. */
export interface Timers {
  setTimeout(callback: () => void, delay: number): number
  clearTimeout(timer: number): void
}

export interface SaveQueue {
  /** Something changed: save after the pause. */
  touch(): void
  /** Saves what is not saved yet, now; resolves when the last save has ended, whatever its outcome. */
  flush(): Promise<void>
  /** No save starts any more, until `resume`. */
  stop(): void
  /** Saves start again; what changed meanwhile is saved after the pause. */
  resume(): void
}

/**
 * One save at a time: what changes during a save is saved right after it, so answers can never overtake each other.
 * `save` is asked only when something changed since the last one began.
 */
export function createSaveQueue(save: () => Promise<void>, timers: Timers): SaveQueue {
  let timer: number | null = null
  let isDirty = false
  let isStopped = false
  let running: Promise<void> | null = null

  function cancelTimer(): void {
    if (timer !== null) timers.clearTimeout(timer)
    timer = null
  }

  async function run(): Promise<void> {
    while (isDirty && !isStopped) {
      isDirty = false
      await save()
    }
  }

  function start(): Promise<void> {
    cancelTimer()
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  function touch(): void {
    isDirty = true
    cancelTimer()
    timer = timers.setTimeout(() => void start(), autosavePause)
  }

  return {
    touch,
    async flush() {
      if (isDirty || running !== null) await start()
      if (isDirty && !isStopped) await start()
    },
    stop() {
      isStopped = true
      cancelTimer()
    },
    resume() {
      isStopped = false
      if (isDirty) touch()
    }
  }
}
