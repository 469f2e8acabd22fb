export interface SingleFlight<Value> {
  /** Starts `work` unless work for the same key is under way; then its result is shared. */
  run(key: string, work: () => Promise<Value>): Promise<Value>
  /** Resolves when no work is under way any more. Never fails: whoever asked for the work hears of it. */
  settled(): Promise<void>
}

/** Lets one piece of work at a time run for each key, however many ask for it. */
export function createSingleFlight<Value>(): SingleFlight<Value> {
  const underWay = new Map<string, Promise<Value>>()
  return {
    run(key, work) {
      const running = underWay.get(key)
      if (running !== undefined) return running
      const started = work().finally(() => underWay.delete(key))
      underWay.set(key, started)
      return started
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay.values())
    }
  }
}
