import { expect, test } from 'vitest'
import type { RestoredEntry } from '../../../shared/safety/restored-entry.ts'
import { choicesFor, decisionsOf, mayAllGo, proposed, sharedFindings } from '../../../renderer/features/safety/restored-fates.ts'

const now = 1000
const entry = (finding: RestoredEntry['finding'], changes: Partial<RestoredEntry> = {}): RestoredEntry => ({
  jobId: '00000000-0000-4000-8000-000000000001', postId: null, kind: 'publish_post', accountId: '00000000-0000-4000-8000-000000000002', excerpt: '', dueAt: now + 1, isWithNetwork: false, finding, ...changes
})
const there = { kind: 'there', remoteId: 'r', url: 'https://there.example/1', publishedAt: 5 } as const
const alike = { kind: 'alike', remoteId: 'a', text: 'Much like it', url: 'https://there.example/2', publishedAt: 5 } as const

test('only what is certain is proposed: out is out, what is not there goes at its time; all else waits for a word', () => {
  expect(proposed(entry(there), now)).toBe('out')
  expect(proposed(entry({ kind: 'not_there' }), now)).toBe('goes')
  for (const open of [entry({ kind: 'not_there' }, { dueAt: now }), entry(alike), ...(['cannot_tell', 'not_asked', 'only_you', 'new'] as const).map((kind) => entry({ kind }))]) expect(proposed(open, now)).toBe('later')
})

test('one press lets go what is still to come alone, and says so: should its hour pass meanwhile, it asks', () => {
  const toCome = entry({ kind: 'not_there' })
  const past = entry({ kind: 'not_there' }, { dueAt: now })
  expect([toCome, past, entry(alike), entry({ kind: 'not_there' }, { kind: 'like' })].map((each) => mayAllGo(each, now))).toEqual([true, false, false, false])
  expect(decisionsOf([toCome], new Map(), now)).toMatchObject([{ fate: { kind: 'goes', unlessPast: true } }])
  expect(decisionsOf([past], new Map([[past.jobId, 'goes']]), now)).toEqual([{ jobId: past.jobId, fate: { kind: 'goes' } }])
})

test('what is left for later is no decision, and what is out is told with its address', () => {
  expect(decisionsOf([entry({ kind: 'cannot_tell' })], new Map(), now)).toEqual([])
  expect(decisionsOf([entry(there)], new Map(), now)).toMatchObject([{ fate: { kind: 'out', remoteId: 'r', url: 'https://there.example/1' } }])
  const said = entry(alike)
  expect(decisionsOf([said], new Map([[said.jobId, 'out']]), now)).toMatchObject([{ fate: { kind: 'out', remoteId: 'a', url: 'https://there.example/2' } }])
})

test('what waits there is left there, called back, or called back to be dropped; it is never said to be out', () => {
  const place = { scheduledId: 's', dueAt: now + 5 }
  const waits = entry({ kind: 'waits_there', url: null, ...place })
  expect(choicesFor(waits)).toEqual(['goes', 'call_back', 'drop', 'later'])
  for (const kind of [undefined, 'goes', 'call_back', 'drop'] as const) {
    expect(decisionsOf([waits], new Map(kind === undefined ? [] : [[waits.jobId, kind]]), now)).toEqual([{ jobId: waits.jobId, fate: { kind: kind ?? 'goes', there: place } }])
  }
})

test('what was chosen for something that its network does not show any more is not said', () => {
  const gone = entry({ kind: 'cannot_tell' })
  expect(decisionsOf([gone], new Map([[gone.jobId, 'call_back']]), now)).toEqual([])
})

test('what was written since cannot be out, and what is with its network is not ended here', () => {
  expect(choicesFor(entry({ kind: 'new' }))).toEqual(['goes', 'drop', 'later'])
  expect(choicesFor(entry({ kind: 'cannot_tell' }, { isWithNetwork: true }))).toEqual(['goes', 'later'])
  expect(choicesFor(entry({ kind: 'cannot_tell' }, { isWithNetwork: true, mayBeDropped: true }))).toEqual(['goes', 'drop', 'later'])
  expect(proposed(entry(there, { isWithNetwork: true }), now)).toBe('later')
})

test('of a deletion, a cover or a like nobody can say that it is out, and none of them goes by itself', () => {
  for (const kind of ['delete', 'set_cover', 'like', 'block', 'report'] as const) {
    expect(choicesFor(entry({ kind: 'cannot_tell' }, { kind }))).toEqual(['goes', 'drop', 'later'])
    for (const finding of [there, { kind: 'not_there' }] as const) expect(proposed(entry(finding, { kind }), now)).toBe('later')
  }
  expect(choicesFor(entry({ kind: 'cannot_tell' }, { kind: 'reply' }))).toEqual(['out', 'goes', 'drop', 'later'])
})

test('what is shown beside two is said to be one of them', () => {
  const other = { ...alike, url: 'https://there.example/3' } as const
  expect([...sharedFindings([entry(alike, { jobId: '1' }), entry(alike, { jobId: '2' }), entry(other, { jobId: '3' }), entry(there, { jobId: '4' })])]).toEqual(['1', '2'])
  expect([...sharedFindings([entry(alike, { jobId: '1' }), entry(alike, { jobId: '2', accountId: '00000000-0000-4000-8000-000000000009' })])]).toEqual([])
})
