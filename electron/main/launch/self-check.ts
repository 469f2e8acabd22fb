import type { EngineRequest } from '../engine/engine-client.ts'
import type { SecretStore } from '../secrets/secret-store.ts'

export interface SelfCheckNeeds {
  readonly request: EngineRequest
  readonly secrets: SecretStore
  readonly electron: string
  /** A text never used before. */
  readonly reference: string
}

export interface SelfCheckReport {
  readonly engine: boolean
  readonly sqlite: boolean
  readonly images: boolean
  readonly keychain: boolean
  readonly electron: string
  /** What did not work, as codes. */
  readonly problems: readonly string[]
}

/** Tries what an installation can break: the engine process, the native SQLite and the image worker in it, the native keychain module in main. */
export async function checkSelf({ request, secrets, electron, reference }: SelfCheckNeeds): Promise<SelfCheckReport> {
  const problems: string[] = []
  const studio = await request('studio.read', {})
  if (!studio.ok) problems.push(`engine: ${studio.error.code}`)
  const images = await request('images.try', {})
  if (!images.ok) problems.push(`images: ${images.error.code}`)
  const keychain = await tryKeychain(secrets, reference)
  if (keychain !== null) problems.push(`keychain: ${keychain}`)
  const engineAnswers = studio.ok || (studio.error.code !== 'engine_stopped' && studio.error.code !== 'engine_starting')
  return { engine: engineAnswers, sqlite: studio.ok, images: images.ok, keychain: keychain === null, electron, problems }
}

/** null: a secret was kept, found and forgotten. */
async function tryKeychain(secrets: SecretStore, reference: string): Promise<string | null> {
  const put = await secrets.put(reference, reference)
  if (!put.ok) return put.error.code
  const found = await secrets.get(reference)
  const deleted = await secrets.delete(reference)
  if (!found.ok) return found.error.code
  if (found.value !== reference) return 'not_found'
  return deleted.ok ? null : deleted.error.code
}
