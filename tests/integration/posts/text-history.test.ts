import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createReferenceFinder } from '../../../electron/engine/media/find-references.ts'
import { createTextHistories, type TextHistories } from '../../../electron/engine/posts/text-history/text-histories.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { entriesAtOnce, type TextHistory } from '../../../shared/posts/text-history.ts'
import { openRigDatabase } from '../support/feature-rig.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let postId: string

beforeEach(async () => {
  engine = await startTestEngine({})
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  postId = engine.random.id()
})
afterEach(() => engine.stop())

const base = { accountId: null, partId: null }
const contentOf = (text: string) => ({ title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }, targets: [], media: [] })
const entry = (number: number, text = `entry ${String(number)}`) => ({ number, entry: text })
const save = (text: string) => engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(text) })

const keep = (changes: Partial<RequestInput<'posts.keepTextHistory'>>) => engine.request('posts.keepTextHistory', { workspaceId, postId, text: base, edition: 0, first: 1, last: 0, position: 0, head: 'Low tide', entries: [], ...changes })
const stored = async (changes: Partial<RequestInput<'posts.readTextHistory'>> = {}): Promise<TextHistory | null> => (await engine.ask('posts.readTextHistory', { workspaceId, postId, text: base, ...changes })).history

describe('what was typed in a text', () => {
  test('is there again after a power cut, with what was taken back', async () => {
    await save('Low tide')
    expect(await keep({ last: 3, position: 2, entries: [entry(1), entry(2), entry(3)] })).toEqual({ ok: true, value: { edition: 1, first: 1, last: 3 } })
    await engine.restart({ crash: true })
    expect(await stored()).toEqual({ edition: 1, first: 1, last: 3, position: 2, head: 'Low tide', entries: [entry(1), entry(2), entry(3)] })
  })

  test('stands beside the draft: cut off between the two, each is as it was written', async () => {
    await save('Low tide')
    await keep({ last: 1, position: 1, entries: [entry(1)] })
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 1, content: contentOf('High tide') })
    await engine.restart({ crash: true })
    expect((await engine.ask('posts.read', { workspaceId, postId })).post).toMatchObject({ revision: 2, document: contentOf('High tide').document })
    expect(await stored()).toMatchObject({ head: 'Low tide', position: 1 })
  })

  test('is one for each text: of a part, of an account, of a post', async () => {
    await save('Low tide')
    const [accountId, partId] = [engine.random.id(), engine.random.id()]
    await keep({ last: 1, position: 1, entries: [entry(1)] })
    for (const text of [{ accountId, partId: null }, { accountId: null, partId }, { accountId, partId }]) {
      expect(await stored({ text })).toBeNull()
      await keep({ text, last: 1, position: 1, entries: [entry(1, JSON.stringify(text))] })
      expect(await stored({ text })).toMatchObject({ entries: [entry(1, JSON.stringify(text))] })
    }
    expect(await stored()).toMatchObject({ entries: [entry(1)] })
    expect(await stored({ postId: engine.random.id() })).toBeNull()
  })

  test('loses what something new was typed over', async () => {
    await save('Low tide')
    await keep({ last: 3, position: 1, entries: [entry(1), entry(2), entry(3)] })
    await keep({ edition: 1, last: 2, position: 2, entries: [entry(2, 'another')] })
    expect(await stored()).toMatchObject({ edition: 2, last: 2, entries: [entry(1), entry(2, 'another')] })
  })

  test('is not written over what another window wrote, nor for a post that is not stored', async () => {
    expect(await keep({ last: 1, position: 1, entries: [entry(1)] })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    await save('Low tide')
    await keep({ last: 1, position: 1, entries: [entry(1)] })
    expect(await keep({ last: 1, position: 1, entries: [entry(1, 'another')] })).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(await stored()).toMatchObject({ edition: 1, entries: [entry(1)] })
  })

  test('is no other client’s', async () => {
    await save('Low tide')
    await keep({ last: 1, position: 1, entries: [entry(1)] })
    const other = engine.random.id()
    await engine.ask('workspaces.create', { id: other, name: 'Atelier Lin', colour: 'plum', timeZone: 'Europe/Paris' })
    expect(await stored({ workspaceId: other })).toBeNull()
    expect(await keep({ workspaceId: other, edition: 1, last: 1, position: 1, entries: [entry(1, 'another')] })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await stored()).toMatchObject({ entries: [entry(1)] })
  })

  test('is there again when a deletion is taken back, and gone after the next start when it is not', async () => {
    await save('Low tide')
    await keep({ last: 1, position: 1, entries: [entry(1)] })
    await engine.ask('posts.remove', { workspaceId, postId })
    await save('Low tide')
    expect(await stored()).toMatchObject({ entries: [entry(1)] })
    await engine.ask('posts.remove', { workspaceId, postId })
    await engine.restart({ crash: false })
    expect(await stored()).toBeNull()
  })

  test('is read piece by piece, to each side of where the text stands', async () => {
    await save('Low tide')
    const many = entriesAtOnce * 2 + 10
    const all = Array.from({ length: many }, (_, place) => entry(place + 1))
    await keep({ last: many, position: many - 5, entries: all })
    const numbers = async (changes: Partial<RequestInput<'posts.readTextHistory'>> = {}) => (await stored(changes))?.entries.map(({ number }) => number)
    expect(await numbers()).toEqual(all.slice(5 + entriesAtOnce).map(({ number }) => number))
    expect(await numbers({ beyond: { side: 'older', number: 6 } })).toEqual([1, 2, 3, 4, 5])
    expect(await numbers({ beyond: { side: 'newer', number: many - 2 } })).toEqual([many - 1, many])
  })
})

describe('the history of one text', () => {
  const text = base

  function rig(longest: number): { readonly histories: TextHistories; readonly add: (edition: number, last: number, position: number, entries: readonly ReturnType<typeof entry>[]) => unknown; readonly left: () => unknown; readonly isReferred: (id: string) => boolean } {
    const { database, closeAtEnd } = openRigDatabase('text-history')
    closeAtEnd(() => undefined)
    database.pragma('foreign_keys = OFF')
    database.prepare("INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('post', 1, '', '{}', '', '{}', 0, 0)").run()
    const histories = createTextHistories({ database }, longest)
    return {
      histories,
      add: (edition, last, position, entries) => histories.keep({ workspaceId: 'client', postId: 'post', text, edition, first: 1, last, position, head: '', entries: [...entries] }),
      left: () => histories.read({ workspaceId: 'client', postId: 'post', text })?.entries.map(({ number }) => number),
      isReferred: createReferenceFinder(database)
    }
  }

  test('is bounded: the oldest goes, and what was taken back only when it is too long by itself', () => {
    const { add, left } = rig(100)
    const long = (number: number) => entry(number, 'x'.repeat(40))
    expect(add(0, 2, 2, [long(1), long(2)])).toMatchObject({ value: { first: 1, last: 2 } })
    expect(add(1, 3, 1, [long(3)])).toMatchObject({ value: { first: 2, last: 3 } })
    expect(left()).toEqual([2, 3])
    expect(add(2, 5, 2, [long(4), long(5)])).toMatchObject({ value: { first: 2, last: 2 } })
    expect(left()).toEqual([2])
    expect(add(3, 3, 3, [entry(3, 'x'.repeat(101))])).toMatchObject({ value: { first: 4, last: 3 } })
    expect(left()).toEqual([])
  })

  test('keeps no picture that its words may name', () => {
    const { add, isReferred } = rig(1_000)
    const mediaId = '7b0e3c2a-9a52-4c39-8f3d-0d7c55a1e001'
    add(0, 1, 1, [entry(1, mediaId)])
    expect(isReferred(mediaId)).toBe(false)
  })
})
