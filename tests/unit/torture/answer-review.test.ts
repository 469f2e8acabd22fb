import { expect, test } from 'vitest'
import type { RestoredEntry, RestoredFinding } from '../../../shared/safety/restored-entry.ts'
import { answerReview } from '../../torture/answer-review.ts'

const there = { kind: 'there', remoteId: '7', url: 'https://n.example/7', publishedAt: 0 } as const
const entry = (jobId: string, finding: RestoredFinding, changes: Partial<RestoredEntry> = {}): RestoredEntry => ({ jobId, postId: 'p', kind: 'publish_post', accountId: 'a', excerpt: 'Post 1 merci', dueAt: 0, isWithNetwork: false, finding, ...changes })

function fates(entries: readonly RestoredEntry[], { unwanted = [], onlyThere = [] }: { readonly unwanted?: readonly string[]; readonly onlyThere?: readonly string[] } = {}) {
  const decisions = answerReview({ entries, onlyThere: onlyThere.map((text) => ({ accountId: 'a', remoteId: '9', text, url: null, publishedAt: 0 })), isUnwanted: (jobId) => unwanted.includes(jobId) })
  return Object.fromEntries(decisions.map(({ jobId, fate }) => [jobId, fate.kind === 'out' ? `out ${fate.remoteId}` : fate.kind]))
}

test('what is there is out, what certainly is not goes, and what nobody can tell is put away', () => {
  expect(fates([entry('1', there), entry('2', { kind: 'not_there' }, { excerpt: 'Post 2' }), entry('3', { kind: 'cannot_tell' }, { excerpt: 'Post 3' }), entry('4', { kind: 'not_asked' }, { excerpt: 'Post 4' }), entry('5', { kind: 'new' }, { excerpt: 'Post 5' })])).toEqual({ 1: 'out 7', 2: 'goes', 3: 'drop', 4: 'drop', 5: 'goes' })
})

test('what is shown to be out elsewhere in the list counts as seen', () => {
  expect(fates([entry('1', { kind: 'cannot_tell' })], { onlyThere: ['Post 12', 'Post 1 merci'] })).toEqual({ 1: 'out 9' })
  expect(fates([entry('1', { kind: 'alike', remoteId: '8', text: 'Post 1b merci', url: null, publishedAt: 0 })])).toEqual({ 1: 'drop' })
})

test('of two that say the same, one is what is shown once, beside them or elsewhere', () => {
  const alike = { kind: 'alike', remoteId: '8', text: 'Post 1 merci', url: 'https://n.example/7', publishedAt: 0 } as const
  expect(fates([entry('1', alike), entry('2', alike)])).toEqual({ 1: 'out 8', 2: 'drop' })
  expect(fates([entry('1', { kind: 'cannot_tell' }), entry('2', { kind: 'cannot_tell' })], { onlyThere: ['Post 1 merci'] })).toEqual({ 1: 'out 9', 2: 'drop' })
})

test('what was taken back since the copy does not go, and of two that say the same the wanted one is out', () => {
  expect(fates([entry('1', { kind: 'not_there' })], { unwanted: ['1'] })).toEqual({ 1: 'drop' })
  expect(fates([entry('1', there), entry('2', { kind: 'not_there' })], { unwanted: ['1'] })).toEqual({ 1: 'drop', 2: 'out 7' })
})

test('what is out under the name of one that they had deleted is the other one that says the same', () => {
  const standing = [{ accountId: 'a', kind: 'publish_post', excerpt: 'Post 1 merci' }] as const
  const decide = (excerpt: string) => answerReview({ entries: [entry('1', { kind: 'not_there' }, { excerpt }), entry('2', { kind: 'not_there' }, { excerpt })], onlyThere: [], standing, isUnwanted: () => false }).map(({ fate }) => fate.kind)
  expect([decide('Post 1 merci'), decide('Post 2')]).toEqual([['out', 'goes'], ['goes', 'goes']])
})

test('a deletion goes again, a report does not, and what is with its network is left', () => {
  expect(fates([entry('1', { kind: 'cannot_tell' }, { kind: 'delete' }), entry('2', { kind: 'cannot_tell' }, { kind: 'report' }), entry('3', { kind: 'cannot_tell' }, { isWithNetwork: true })])).toEqual({ 1: 'goes', 2: 'drop' })
})

test('what waits there goes from there, and what was taken back since is called back from there', () => {
  const waits = { kind: 'waits_there', scheduledId: 's', url: null, dueAt: 7 } as const
  const decide = (isUnwanted: boolean) => answerReview({ entries: [entry('1', waits)], onlyThere: [], isUnwanted: () => isUnwanted })
  expect([...decide(false), ...decide(true)].map(({ fate }) => fate)).toEqual([{ kind: 'goes', there: { scheduledId: 's', dueAt: 7 } }, { kind: 'drop', there: { scheduledId: 's', dueAt: 7 } }])
})
