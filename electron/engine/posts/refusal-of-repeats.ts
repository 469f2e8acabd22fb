import { fail } from '../../../shared/contract/result.ts'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { OutboxService } from '../outbox/outbox-service.ts'

export interface Refusal {
  readonly ok: false
  readonly error: StudioError
}

export interface RepeatsAt {
  /** Every moment at which its words would go out, ms since the epoch. */
  readonly at: readonly number[]
  /** The moments at which they are to go out already: what stood near them there was meant. */
  readonly knownAt: readonly number[]
}

/** What has to be asked before the same words go to the same account a second time; null: nothing. */
export function refusalOfRepeats(repeats: ReturnType<OutboxService['findRepeats']>): Refusal | null {
  const [first] = repeats
  if (first === undefined) return null
  return fail(studioError('repeat_needs_confirmation', 'the same text goes to the same account within a day', { details: { accountId: first.accountId, at: first.at, state: first.state, count: repeats.length } }))
}
