/** As many entries as asked for, those noted last; one that is noted again counts as new. */
export interface NewestEntries<Value> {
  note(key: string, value: Value): void
  /** Undefined: never noted, or not known any more. */
  of(key: string): Value | undefined
}

export function createNewestEntries<Value>(most: number): NewestEntries<Value> {
  const entries = new Map<string, Value>()
  return {
    note(key, value) {
      entries.delete(key)
      entries.set(key, value)
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break
        entries.delete(oldest)
      }
    },
    of: (key) => entries.get(key)
  }
}
