import { succeed } from '../../../shared/contract/result.ts'
import type { SecretStore } from './secret-store.ts'

/** Forgets everything at the end of the process. For tests; a packaged Vigie never uses it. */
export function createMemorySecretStore(): SecretStore {
  const secrets = new Map<string, string>()
  const state = { state: 'ready', backend: 'memory' } as const
  return {
    get: async (reference) => succeed(secrets.get(reference) ?? null),
    put: async (reference, secret) => {
      secrets.set(reference, secret)
      return succeed({})
    },
    delete: async (reference) => {
      secrets.delete(reference)
      return succeed({})
    },
    state: () => state,
    check: async () => state,
    isAtRest: async () => true
  }
}
