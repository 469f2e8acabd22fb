import type { EngineSecrets } from '../secrets/engine-secrets.ts'

/**
 * Renewed secrets that the keychain refused (it was locked). A token that is good for one renewal is spent by then, so what the keychain still
 * holds would only lead to a new login. Kept in the engine's memory and nowhere else, never logged.
 */
export interface UnsavedSecrets {
  keep(accountId: string, reference: string, secret: string): void
  /** What takes the place of the keychain's; offers it to the keychain again. null: the keychain has the newest. */
  read(accountId: string): Promise<string | null>
  /** Something newer takes its place. Returns the function that takes that back, for when the keychain refused the newer one too. */
  forget(accountId: string): () => void
  /** The last chance before the end. */
  saveAll(): Promise<void>
}

interface Entry {
  readonly reference: string
  readonly secret: string
}

export function createUnsavedSecrets(secrets: Pick<EngineSecrets, 'put'>): UnsavedSecrets {
  const entries = new Map<string, Entry>()

  async function read(accountId: string): Promise<string | null> {
    const entry = entries.get(accountId)
    if (entry === undefined) return null
    const saved = await secrets.put(entry.reference, entry.secret)
    // Saved by another call, or replaced by a login, while the keychain was at work.
    if (entries.get(accountId) !== entry) return null
    if (saved.ok) entries.delete(accountId)
    return entry.secret
  }

  return {
    keep: (accountId, reference, secret) => void entries.set(accountId, { reference, secret }),
    read,
    forget(accountId) {
      const entry = entries.get(accountId)
      entries.delete(accountId)
      return () => {
        if (entry !== undefined && !entries.has(accountId)) entries.set(accountId, entry)
      }
    },
    async saveAll() {
      await Promise.all([...entries.keys()].map(read))
    }
  }
}
