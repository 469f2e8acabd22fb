export interface SingleFlight<Value> {
  /** Starts `work` unless work for the same key is under way; then its result is shared. */
  run(key: string, work: () => Promise<Value>): Promise<Value>
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
    }
  }
}
