import type { NetworkResult } from '../networks/network-failure.ts'
import type { AttemptAnswer } from './attempt-facts.ts'

export function answerOf<Value>(result: NetworkResult<Value>, answerOfValue: (value: Value) => AttemptAnswer): AttemptAnswer {
  return result.ok ? answerOfValue(result.value) : { kind: 'failed', failure: result.failure }
}
