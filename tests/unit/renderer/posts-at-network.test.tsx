import { expect, test } from 'vitest'
import { postsAtNetwork } from '../../../renderer/features/safety/posts-at-network.ts'

test('a hold calls back each post once, and none that is on its way back or was never there', () => {
  const jobs = [
    { id: '1', postId: 'a', handOver: 'with_network' },
    { id: '2', postId: 'a', handOver: 'with_network' },
    { id: '3', postId: 'b', handOver: 'handing' },
    { id: '4', postId: 'c', handOver: 'taking_back' },
    { id: '5', postId: 'd', handOver: null }
  ] as const
  expect(postsAtNetwork(jobs)).toBe(2)
})
