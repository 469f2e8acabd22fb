/** How long a pause in typing has to be before the draft is saved, in ms. */
export const autosavePause = 400

/** How long a change waits for that pause at most, in ms: who writes on without one loses nothing older than a second in a crash. */
export const autosaveLongestWait = 700

/** The timers the queue uses; `window` in the studio, a manual clock in tests. */
export interface Timers {
  setTimeout(callback: () => void, delay: number): number
  clearTimeout(timer: number): void
}

export interface SaveQueue {
  /** Something changed: save after the pause, and before the longest wait is over. */
  touch(): void
  /** Saves what is not saved yet, now; resolves when the last save has ended, whatever its outcome. */
  flush(): Promise<void>
  /** No save starts any more, until `resume`. */
  stop(): void
  /** Saves start again; what changed meanwhile is saved after the pause. */
  resume(): void
}

/**
 * One save at a time, so answers can never overtake each other: what changes during a save waits for its own pause, or for the longest wait; what is due before that save has ended follows it at once.
 * `save` is asked only when something changed since the last one began.
 */
export function createSaveQueue(save: () => Promise<void>, timers: Timers): SaveQueue {
  let pause: number | null = null
  let longestWait: number | null = null
  let isDirty = false
  let isDue = false
  let isStopped = false
  let running: Promise<void> | null = null

  function cancelTimers(): void {
    for (const timer of [pause, longestWait]) if (timer !== null) timers.clearTimeout(timer)
    pause = null
    longestWait = null
  }

  async function run(): Promise<void> {
    while (isDirty && isDue && !isStopped) {
      isDirty = false
      isDue = false
      await save()
    }
  }

  function start(): Promise<void> {
    cancelTimers()
    isDue = true
    running ??= run().finally(() => {
      running = null
    })
    return running
  }

  function touch(): void {
    isDirty = true
    if (isStopped) return
    if (pause !== null) timers.clearTimeout(pause)
    pause = timers.setTimeout(() => void start(), autosavePause)
    // Counted from the first change that is not saved; later ones leave it alone.
    longestWait ??= timers.setTimeout(() => void start(), autosaveLongestWait)
  }

  return {
    touch,
    async flush() {
      if (isDirty || running !== null) await start()
      if (isDirty && !isStopped) await start()
    },
    stop() {
      isStopped = true
      cancelTimers()
    },
    resume() {
      isStopped = false
      if (isDirty) touch()
    }
  }
}
