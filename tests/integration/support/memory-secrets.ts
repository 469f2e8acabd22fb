import { fail, succeed } from '../../../shared/contract/result.ts'
import type { StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { EngineSecrets } from '../../../electron/engine/secrets/engine-secrets.ts'

/** A keychain in memory that a test can look into, and can make fail. */
export interface MemorySecrets extends EngineSecrets {
  readonly entries: Map<string, string>
  /** Every call fails with this code from now on; null ends it. */
  failWith(code: Extract<StudioErrorCode, 'no_keychain' | 'keychain_timeout'> | null): void
}

export function createMemorySecrets(): MemorySecrets {
  const entries = new Map<string, string>()
  let failure: Extract<StudioErrorCode, 'no_keychain' | 'keychain_timeout'> | null = null
  const refuse = () => (failure === null ? null : fail(studioError(failure, 'the keychain of this test refuses', { retryable: true })))
  return {
    entries,
    failWith(code) {
      failure = code
    },
    get: async (reference) => refuse() ?? succeed(entries.get(reference) ?? null),
    async put(reference, secret) {
      const refused = refuse()
      if (refused !== null) return refused
      entries.set(reference, secret)
      return succeed(null)
    },
    async delete(reference) {
      const refused = refuse()
      if (refused !== null) return refused
      entries.delete(reference)
      return succeed(null)
    }
  }
}
