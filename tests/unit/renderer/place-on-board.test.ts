import { expect, test } from 'vitest'
import { cardsOf, moved, placeByArrow } from '../../../renderer/features/ideas/place-on-board.ts'
import type { Idea, IdeaStage } from '../../../shared/ideas/idea.ts'

const idea = (id: string, stage: IdeaStage): Idea => ({ id, stage, title: id, note: '', source: null, postId: null, post: null, updatedAt: 0 })
const ideas = [idea('a', 'idea'), idea('x', 'to_write'), idea('b', 'idea'), idea('c', 'idea'), idea('y', 'to_write')]

function press(id: string, key: string): string {
  const card = ideas.find((one) => one.id === id)
  const place = card === undefined ? null : placeByArrow(ideas, card, key)
  if (place === null) return 'nothing'
  const next = moved(ideas, id, place)
  return (['idea', 'to_write', 'ready'] as const).map((stage) => cardsOf(next, stage).map((one) => one.id).join('')).join(' ')
}

test.each([
  ['a', 'ArrowDown', 'bac xy '], ['b', 'ArrowUp', 'bac xy '], ['b', 'ArrowDown', 'acb xy '], ['c', 'ArrowDown', 'nothing'], ['a', 'ArrowUp', 'nothing'],
  ['b', 'ArrowRight', 'ac xby '], ['c', 'ArrowRight', 'ab xyc '], ['a', 'ArrowLeft', 'nothing'], ['y', 'ArrowLeft', 'aybc x '], ['x', 'ArrowRight', 'abc y x'], ['x', 'Enter', 'nothing']
])('%s and %s: %s', (id, key, board) => {
  expect(press(id, key)).toBe(board)
})

test('what is scheduled or out is no longer on the board', () => {
  const post: Omit<NonNullable<Idea['post']>, 'status'> = { id: 'p', excerpt: '', accountIds: [], handedOver: [], mediaIds: [], schedule: null, plan: null, approval: 'none', publishedAt: null, updatedAt: 0 }
  expect(cardsOf([{ ...idea('a', 'idea'), post: { ...post, status: 'scheduled' } }, { ...idea('b', 'idea'), post: { ...post, status: 'draft' } }], 'idea').map(({ id }) => id)).toEqual(['b'])
})
