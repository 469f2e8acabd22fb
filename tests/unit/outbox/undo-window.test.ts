import { expect, test } from 'vitest'
import { undoUntil } from '../../../shared/outbox/undo-window.ts'

const now = 1_000_000

test.each([
  ['a post asked for now waits', { kind: 'publish_post', dueAt: now, undoSeconds: 15 }, now + 15_000],
  ['a reply waits', { kind: 'reply', dueAt: now, undoSeconds: 60 }, now + 60_000],
  ['a like waits no longer than five seconds', { kind: 'like', dueAt: now, undoSeconds: 60 }, now + 5_000],
  ['an unlike neither', { kind: 'unlike', dueAt: now, undoSeconds: 60 }, now + 5_000],
  ['the minute that is running is as good as now', { kind: 'publish_post', dueAt: now - 40_000, undoSeconds: 15 }, now + 15_000],
  ['a time within the wait is put off to its end', { kind: 'publish_post', dueAt: now + 14_999, undoSeconds: 15 }, now + 15_000],
  ['a time at its end needs none', { kind: 'publish_post', dueAt: now + 15_000, undoSeconds: 15 }, null],
  ['a client may want no wait', { kind: 'publish_post', dueAt: now, undoSeconds: 0 }, null]
] as const)('%s', (_name, facts, expected) => {
  expect(undoUntil({ ...facts, now })).toBe(expected)
})
