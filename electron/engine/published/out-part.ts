import type { PublishedPart } from '../../../shared/contract/published.contract.ts'

/** A published part with what only the engine has to know of it. */
export interface OutPart {
  readonly told: PublishedPart
  readonly remoteId: string | null
}
