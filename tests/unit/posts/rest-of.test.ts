import { expect, test } from 'vitest'
import { restOf } from '../../../shared/posts/rest-of.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

type Facts = Parameters<typeof restOf>[0][number]
const job = (accountId: string, state: Facts['state'], changes: Partial<Facts> = {}): Facts => ({ accountId, state, failure: null, attempts: 0, nextAttemptAt: 5, handOver: null, ...changes })

test('nothing of it is out: it has no rest', () => {
  expect(restOf([job('a', 'queued'), job('b', 'missed')])).toBeNull()
})

test('what has a time here or asks for one is the rest; what was refused, is on its way, may be out or waits with its network is not', () => {
  const others = [job('refused', 'failed'), job('sending', 'sending'), job('doubt', 'unknown_outcome'), job('there', 'pending_at_network', { handOver: 'with_network' }), job('given', 'cancelled'), job('restored', 'missed', { failure: studioError('restored_doubt', 'put back') })]
  expect(restOf([job('a', 'published'), ...others])).toEqual([])
  expect(restOf([job('a', 'published'), job('b', 'queued'), job('c', 'missed'), job('d', 'held'), ...others])).toEqual(['b', 'c', 'd'])
})

test('of a thread, the account that asks; not one of which an earlier part was refused or is on its way', () => {
  expect(restOf([job('a', 'published'), job('a', 'missed'), job('b', 'missed'), job('b', 'queued')])).toEqual(['a', 'b'])
  expect(restOf([job('a', 'published'), job('b', 'failed'), job('b', 'queued'), job('c', 'sending'), job('c', 'queued')])).toEqual([])
})
