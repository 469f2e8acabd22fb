import { expect, test } from 'vitest'
import { titleOf, wasOut } from '../../../renderer/features/composer/title-of.ts'
import { overAt } from '../../../renderer/features/queue/over-at.ts'
import { placesOf } from '../../../renderer/features/queue/story/story-place.ts'
import { english, french } from '../../../renderer/language/catalogues.ts'

const there = { postId: 'p', conversationId: null, remoteUrl: 'https://there.example/1' }

test('the time beside what was deleted is the deletion’s', () => {
  expect(overAt({ dueAt: 1, finishedAt: 2, removedAt: 3 })).toBe(3)
  expect(overAt({ dueAt: 1, finishedAt: 2 })).toBe(2)
  expect(overAt({ dueAt: 1, finishedAt: null })).toBe(1)
})

test('what was deleted is not to be seen on its network', () => {
  expect(placesOf(there)).toEqual(['open_post', 'see_it'])
  expect(placesOf({ ...there, removedAt: 3 })).toEqual(['open_post'])
})

test('a post that was deleted everywhere is not called published, and its copy is called as the ledger calls it', () => {
  expect(titleOf({ revision: 2, status: 'removed' })).toBe('removedPost')
  expect(titleOf({ revision: 2, status: 'published' })).toBe('publishedPost')
  expect((['published', 'partly_published', 'removed'] as const).map((status) => wasOut({ status }))).toEqual([true, true, true])
  for (const { composer, ledger } of [english, french]) {
    expect(ledger.next.write_again).toContain(composer.writeAgain)
    expect(ledger.deletion.next.was_too_late).toContain(composer.writeAgain)
  }
})
