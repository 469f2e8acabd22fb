import { expect, test } from 'vitest'
import type { Idea, IdeaStage } from '../../../shared/ideas/idea.ts'
import { cardsOf, withMoves, type BoardMove } from '../../../renderer/features/ideas/place-on-board.ts'

const card = (id: string, stage: IdeaStage = 'idea'): Idea => ({ id, stage, title: id, note: '', source: null, postId: null, post: null, updatedAt: 0 })
const up: BoardMove = { id: 'up', ideaId: 'b', place: { stage: 'idea', before: 'a' }, doneIn: null }
const right: BoardMove = { id: 'right', ideaId: 'b', place: { stage: 'to_write', before: null }, doneIn: null }
const columns = (ideas: readonly Idea[]): readonly (readonly string[])[] => (['idea', 'to_write'] as const).map((stage) => cardsOf(ideas, stage).map(({ id }) => id))

const [first, second, third] = [[card('a'), card('b')], [card('b'), card('a')], [card('a'), card('b', 'to_write')]]

test('a card stays where it was moved while lists arrive that know the move before it alone', () => {
  expect(columns(withMoves(first, [up], first))).toEqual([['b', 'a'], []])
  expect(columns(withMoves(first, [up, right], first))).toEqual([['a'], ['b']])
  expect(columns(withMoves(second, [{ ...up, doneIn: first }, right], second))).toEqual([['a'], ['b']])
  expect(columns(withMoves(third, [{ ...up, doneIn: first }, { ...right, doneIn: second }], third))).toEqual([['a'], ['b']])
})

test('a move that the list has already changes nothing, and what somebody moves afterwards is shown', () => {
  expect(columns(withMoves(third, [{ ...right, doneIn: third }], third))).toEqual([['a'], ['b']])
  expect(columns(withMoves(first, [{ ...right, doneIn: third }], first))).toEqual([['a', 'b'], []])
})

test('a move of a card that is gone is none', () => {
  expect(withMoves([card('a')], [right], null)).toEqual([card('a')])
})
