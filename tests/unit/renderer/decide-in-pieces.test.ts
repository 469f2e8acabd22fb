import { expect, it } from 'vitest'
import { decideInPieces } from '../../../renderer/features/queue/missed/decide-in-pieces.ts'
import { fail, succeed } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { mostDecisions, type MissedDecision } from '../../../shared/outbox/missed-decision.ts'

const decisions = (count: number): MissedDecision[] => Array.from({ length: count }, (_, place) => ({ jobId: `job-${place}`, seenDueAt: 0, fate: { kind: 'drop' } }))

it('decides any number, each once, as many at once as the engine takes', async () => {
  const asked: number[] = []
  const refused = { jobId: 'job-700', error: studioError('conflict', 'changed') }
  const answer = await decideInPieces(decisions(1201), async (piece) => {
    asked.push(piece.length)
    return succeed({ done: piece.map(({ jobId }) => jobId).filter((id) => id !== refused.jobId), refused: piece.some(({ jobId }) => jobId === refused.jobId) ? [refused] : [] })
  })
  expect(asked).toEqual([mostDecisions, mostDecisions, 201])
  expect([new Set(answer.done).size, answer.refused, answer.error]).toEqual([1200, [refused], null])
})

it('says what went before the engine could not be asked any further', async () => {
  let count = 0
  const stopped = studioError('engine_stopped', 'the engine has stopped')
  const answer = await decideInPieces(decisions(mostDecisions + 1), async (piece) => ((count += 1) > 1 ? fail(stopped) : succeed({ done: piece.map(({ jobId }) => jobId), refused: [] })))
  expect([answer.done.length, answer.refused, answer.error]).toEqual([mostDecisions, [], stopped])
})
