import { expect, test } from 'vitest'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { succeed } from '../../../shared/contract/result.ts'
import { endWords, leaveWords, leftWords, wordsOfIdea, type IdeaPlace } from '../../../renderer/features/ideas/words-of-idea.ts'

const asked: unknown[] = []
const bridge = {
  async request(name: string, input: unknown) {
    asked.push([name, input])
    return succeed({})
  }
} as unknown as Pick<StudioBridge, 'request'>
const needs = { bridge, timers: { setTimeout: () => 0, clearTimeout: () => undefined } }
const placeOf = (ideaId: string): IdeaPlace => ({ workspaceId: 'one', ideaId, isNew: true })

test('an idea that was left is stored and found again; another one has nothing to do with it', async () => {
  wordsOfIdea(placeOf('a'), null, needs).write({ title: '', note: 'Une vitrine' })
  await leaveWords(placeOf('a'))
  expect(asked.at(-1)).toEqual(['ideas.keepWords', { workspaceId: 'one', ideaId: 'a', words: { isNew: true, title: '', note: 'Une vitrine' } }])
  expect(leftWords('one', [])).toEqual([{ ideaId: 'a', isNew: true, title: '', note: 'Une vitrine' }])
  expect(leftWords('two', [])).toEqual([])
  expect(wordsOfIdea(placeOf('a'), null, needs).state.getState().words).toEqual({ title: '', note: 'Une vitrine' })
})

test('words of before the start come back; saved or given up, what was read of them a moment ago counts no more', () => {
  const read = [{ ideaId: 'b', isNew: true, title: 'Avant', note: '' }]
  expect(leftWords('three', read)).toEqual(read)
  const place = { ...placeOf('b'), workspaceId: 'three' }
  expect(wordsOfIdea(place, read[0]!, needs).state.getState().words).toMatchObject({ title: 'Avant' })
  endWords(place, { bridge, isStored: false })
  expect(asked.at(-1)).toEqual(['ideas.keepWords', { workspaceId: 'three', ideaId: 'b', words: null }])
  expect(leftWords('three', read)).toEqual([])
  expect(wordsOfIdea(place, read[0]!, needs).state.getState().words).toBeNull()
})
