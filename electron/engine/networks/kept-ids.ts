/** What each attempt was to publish, by its key, as long as the program runs. */
export interface KeptIds {
  note(idempotencyKey: string, id: string): void
  /** Undefined: not known any more. */
  of(idempotencyKey: string): string | undefined
}

const mostKept = 200

export function createKeptIds(): KeptIds {
  const kept = new Map<string, string>()
  return {
    note(idempotencyKey, id) {
      kept.delete(idempotencyKey)
      kept.set(idempotencyKey, id)
      for (const key of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(key)
      }
    },
    of: (idempotencyKey) => kept.get(idempotencyKey)
  }
}
