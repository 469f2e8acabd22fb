import type { RequestOutput } from '../../../../shared/contract/request-map.ts'
import type { Result } from '../../../../shared/contract/result.ts'
import type { StudioError } from '../../../../shared/errors/studio-error.ts'
import { mostDecisions, type MissedDecision } from '../../../../shared/outbox/missed-decision.ts'

type Answer = RequestOutput<'posts.decideMissed'>
export type Refused = Answer['refused']

/** `error`: the engine could not be asked any further; what it confirmed until then has gone. */
interface Decided extends Answer {
  readonly error: StudioError | null
}

/** As many at once as the engine takes, one after the other: it decides each by itself anyway. */
export async function decideInPieces(decisions: readonly MissedDecision[], ask: (piece: MissedDecision[]) => Promise<Result<Answer>>): Promise<Decided> {
  const done: Answer['done'] = []
  const refused: Refused = []
  for (let from = 0; from < decisions.length; from += mostDecisions) {
    const answer = await ask(decisions.slice(from, from + mostDecisions))
    if (!answer.ok) return { done, refused, error: answer.error }
    done.push(...answer.value.done)
    refused.push(...answer.value.refused)
  }
  return { done, refused, error: null }
}
