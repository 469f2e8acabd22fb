import { afterEach, expect, test } from 'vitest'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { failed } from '../../../electron/engine/networks/network-results.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { CategoriesThere, Category } from '../../../shared/posts/categories.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const there: CategoriesThere = { categories: [{ id: '1', name: 'Actualités', parentId: null }, { id: '5', name: 'Noël', parentId: '1' }], isComplete: true }
const noel: Category = { id: '5', name: 'Noël' }
const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Le phare' }] }] }

async function start(readCategories: NonNullable<NetworkAdapter['readCategories']> = async () => ({ ok: true, value: there })) {
  const sent: Draft[] = []
  const [blog, other] = [createScriptedServer('wordpress', { now: () => own.now() }), createScriptedServer('bluesky', { now: () => own.now() })]
  blog.otherwise({ send: (draft) => (sent.push(draft), 'fine') })
  const own: TestEngine = await startTestEngine({ adapters: [{ ...blog.adapter, readCategories }, other.adapter] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const connect = async (networkId: 'wordpress' | 'bluesky'): Promise<string> => (await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'abcd' })).id
  const [accountId, otherId] = [await connect('wordpress'), await connect('bluesky')]
  const save = (postId: string, revision: number, categories?: Category[]) => own.ask('posts.saveDraft', { workspaceId, postId, revision, content: { title: 'Phare', document, media: [], targets: [{ accountId, variant: null, ...(categories === undefined ? {} : { categories }) }] } })
  const targetOf = async (postId: string) => (await own.ask('posts.read', { workspaceId, postId })).post.targets[0]
  return { own, workspaceId, accountId, otherId, sent, save, targetOf }
}

test('what is chosen is kept with the post and its copies over a crash, and goes out as it was when it was scheduled', async () => {
  const { own, workspaceId, sent, save, targetOf } = await start()
  const [postId, newPostId] = [own.random.id(), own.random.id()]
  const first = await save(postId, 0)
  const second = await save(postId, first.revision, [noel])
  expect(second.revision).toBe(first.revision + 1)
  // The same once more has arrived before.
  expect((await save(postId, second.revision, [noel])).revision).toBe(second.revision)
  await own.restart({ crash: true })
  expect((await targetOf(postId))?.categories).toEqual([noel])
  await own.ask('posts.copy', { workspaceId, postId, newPostId })
  expect((await targetOf(newPostId))?.categories).toEqual([noel])
  await own.ask('posts.schedule', { workspaceId, postId, revision: second.revision, when: { kind: 'now' } })
  await own.advance(60_000)
  expect(sent.map(({ beside }) => beside)).toEqual([{ categories: [noel] }])
  const { revision } = (await own.ask('posts.read', { workspaceId, postId: newPostId })).post
  await save(newPostId, revision)
  expect((await targetOf(newPostId))?.categories).toBeUndefined()
})

test('what a site has is asked of it, and kept over a restart; a refusal leaves what was known', async () => {
  let isThere = true
  const { own, workspaceId, accountId, otherId } = await start(async () => (isThere ? { ok: true, value: there } : failed('rejected', studioError('rejected', 'no'))))
  expect(await own.ask('categories.read', { workspaceId, accountId })).toEqual({ there: null, readAt: null })
  const asked = await own.ask('categories.ask', { workspaceId, accountId })
  expect(asked).toEqual({ there, readAt: expect.any(Number) })
  await own.restart({ crash: true })
  isThere = false
  expect(await own.request('categories.ask', { workspaceId, accountId })).toMatchObject({ ok: false, error: { code: 'rejected' } })
  expect(await own.ask('categories.read', { workspaceId, accountId })).toEqual(asked)
  expect(await own.request('categories.ask', { workspaceId, accountId: otherId })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  for (const name of ['categories.read', 'categories.ask'] as const) expect(await own.request(name, { workspaceId, accountId: own.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})
