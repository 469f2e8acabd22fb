import { expect, test } from 'vitest'
import { createUploadNews } from '../../../electron/engine/outbox/upload-news.ts'

function rig() {
  let now = 0
  const told: (number | null)[] = []
  let moves = 0
  const context = { clock: { now: () => now, after: () => () => undefined }, workspace: () => ({ id: 'w' }), emit: (_name: string, payload: { share: number | null }) => void told.push(payload.share) }
  const news = createUploadNews(context as never, { id: 'j', postId: 'p' }, () => void (moves += 1))
  return { news, told, moves: () => moves, wait: (ms: number) => void (now += ms) }
}

test('tells how far it is, not more often than an eye can follow, and that it is over', () => {
  const { news, told, moves, wait } = rig()
  news.tell(10, 100)
  news.tell(20, 100)
  wait(500)
  news.tell(43, 100)
  news.tell(100, 100)
  news.end()
  expect([told, moves()]).toEqual([[0.1, 0.43, 1, null], 4])
})

test('only more than before is a movement, and nothing after the end', () => {
  const { news, told, moves } = rig()
  news.tell(10, 100)
  news.tell(10, 100)
  news.tell(5, 100)
  news.end()
  news.tell(90, 100)
  expect([told, moves()]).toEqual([[0.1, null], 1])
})

test('says nothing where nothing was handed over', () => {
  const { news, told } = rig()
  news.end()
  expect(told).toEqual([])
})
