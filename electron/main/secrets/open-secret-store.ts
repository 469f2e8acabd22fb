import { randomText } from '../system-random.ts'
import type { Launch } from '../launch/read-launch.ts'
import { KeytarSecretStore } from './keytar-secret-store.ts'
import { createMemorySecretStore } from './memory-secret-store.ts'
import type { SecretStore, SecretStoreState } from './secret-store.ts'

/** The system's keychain, or in an unpackaged run that says so, this process's memory. Opens nothing yet: the first use does. */
export function openSecretStore(launch: Launch, onState: (state: SecretStoreState) => void): SecretStore {
  if (launch.environment.secretsInMemory) return createMemorySecretStore()
  return new KeytarSecretStore({
    load: async () => (await import('keytar')).default,
    platform: process.platform,
    newGeneration: () => randomText(6),
    onState
  })
}
