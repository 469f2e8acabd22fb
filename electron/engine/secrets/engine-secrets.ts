import type { Result } from '../../../shared/contract/result.ts'

/** The keychain as the engine sees it: main keeps it; an account row holds only the reference. */
export interface EngineSecrets {
  get(reference: string): Promise<Result<string | null>>
  put(reference: string, secret: string): Promise<Result<null>>
  delete(reference: string): Promise<Result<null>>
}
