import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createPaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import type { IdeaContent } from '../../../shared/ideas/idea.ts'

let engine: TestEngine
let workspaceId: string

beforeEach(async () => {
  const network = createPaperNetwork('bluesky', () => engine.now())
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.invite('lune', { displayName: 'Lune', handle: '@lune', serverUrl: 'https://server.example' })
  await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'paper' })
})
afterEach(() => engine.stop())

async function save(title: string, changes: Partial<IdeaContent> = {}): Promise<string> {
  const id = changes.id ?? engine.random.id()
  await engine.ask('ideas.save', { workspaceId, idea: { id, stage: 'idea', title, note: '', source: null, postId: null, ...changes } })
  return id
}
const list = async () => (await engine.ask('ideas.list', { workspaceId })).ideas
const board = async (stage: IdeaContent['stage']) => (await list()).filter((idea) => idea.stage === stage).map(({ title }) => title)

it('keeps ideas in their columns and order over a crash; the newest stands first, and writing on one moves nothing', async () => {
  const one = await save('Un')
  const two = await save('Deux')
  const three = await save('Trois')
  expect(await board('idea')).toEqual(['Trois', 'Deux', 'Un'])
  await engine.ask('ideas.move', { workspaceId, ideaId: one, stage: 'idea', before: three })
  await engine.ask('ideas.move', { workspaceId, ideaId: two, stage: 'ready', before: null })
  await engine.ask('ideas.move', { workspaceId, ideaId: three, stage: 'ready', before: two })
  await engine.restart({ crash: true })
  expect([await board('idea'), await board('to_write'), await board('ready')]).toEqual([['Un'], [], ['Trois', 'Deux']])
  await save('Deux, mieux', { id: two, note: 'Avec une photo' })
  expect(await board('ready')).toEqual(['Trois', 'Deux, mieux'])
  await engine.ask('ideas.remove', { workspaceId, ideaId: three })
  await engine.ask('ideas.remove', { workspaceId, ideaId: three })
  expect(await board('ready')).toEqual(['Deux, mieux'])
  expect(await engine.request('ideas.move', { workspaceId, ideaId: three, stage: 'idea', before: null })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

it('makes one draft of an idea, with its words and its source, and knows it again after it was deleted and brought back', async () => {
  const source = { kind: 'watch', feedItemId: engine.random.id(), url: 'https://news.example/a', title: 'Une nouvelle' } as const
  const ideaId = await save('Une vitrine', { note: 'faite par les lecteurs', source })
  const newPostId = engine.random.id()
  expect(await engine.ask('ideas.openDraft', { workspaceId, ideaId, newPostId })).toEqual({ postId: newPostId })
  expect(await engine.ask('ideas.openDraft', { workspaceId, ideaId, newPostId: engine.random.id() })).toEqual({ postId: newPostId })
  const { post } = await engine.ask('posts.read', { workspaceId, postId: newPostId })
  expect(post.origin).toEqual({ kind: 'watch', feedItemId: source.feedItemId, url: source.url, title: source.title })
  expect(post.targets).toHaveLength(1)
  expect(JSON.stringify(post.document)).toMatch(/Une vitrine.*faite par les lecteurs.*https:\/\/news\.example\/a/)
  expect(await list()).toMatchObject([{ stage: 'to_write', post: { id: newPostId, status: 'draft' } }])

  await engine.ask('posts.remove', { workspaceId, postId: newPostId })
  expect(await list()).toMatchObject([{ post: null }])
  const { title, document, targets, media } = post
  await engine.ask('posts.saveDraft', { workspaceId, postId: newPostId, revision: 0, content: { title, document, targets, media } })
  expect(await list()).toMatchObject([{ post: { id: newPostId } }])
})

it('gives an idea a day: one draft with its source and that plan, and the card is ready; the same call again changes nothing', async () => {
  const source = { kind: 'watch', feedItemId: engine.random.id(), url: 'https://news.example/a', title: 'Une nouvelle' } as const
  const ideaId = await save('Une vitrine', { source })
  const newPostId = engine.random.id()
  const plan = { workspaceId, ideaId, newPostId, plannedFor: '2026-12-04T09:00' }
  expect(await engine.ask('ideas.plan', plan)).toEqual({ postId: newPostId, isNew: true })
  expect(await engine.ask('ideas.plan', { ...plan, newPostId: engine.random.id() })).toEqual({ postId: newPostId, isNew: false })
  const { post } = await engine.ask('posts.read', { workspaceId, postId: newPostId })
  expect(post).toMatchObject({ status: 'draft', origin: source, plan: { localDateTime: '2026-12-04T09:00', timeZone: 'Europe/Paris' }, revision: 1 })
  await engine.restart({ crash: true })
  expect(await list()).toMatchObject([{ id: ideaId, stage: 'ready', post: { id: newPostId } }])

  expect(await engine.ask('ideas.plan', { ...plan, plannedFor: '2026-12-05T10:00' })).toEqual({ postId: newPostId, isNew: false })
  expect((await engine.ask('posts.read', { workspaceId, postId: newPostId })).post.plan?.localDateTime).toBe('2026-12-05T10:00')
})

it('leaves everything as it was where the day does not exist, or the post is no draft any more', async () => {
  const ideaId = await save('Une vitrine')
  const newPostId = engine.random.id()
  expect(await engine.request('ideas.plan', { workspaceId, ideaId, newPostId, plannedFor: '2026-02-30T09:00' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(await list()).toMatchObject([{ stage: 'idea', postId: null }])
  expect(await engine.request('ideas.plan', { workspaceId, ideaId: engine.random.id(), newPostId, plannedFor: '2026-12-04T09:00' })).toMatchObject({ ok: false, error: { code: 'not_found' } })

  await engine.ask('ideas.plan', { workspaceId, ideaId, newPostId, plannedFor: '2026-12-04T09:00' })
  await engine.ask('posts.schedule', { workspaceId, postId: newPostId, revision: 1, when: { kind: 'at', localDateTime: '2026-12-04T09:00' } })
  expect(await engine.request('ideas.plan', { workspaceId, ideaId, newPostId, plannedFor: '2026-12-08T09:00' })).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
  expect((await engine.ask('posts.read', { workspaceId, postId: newPostId })).post.schedule?.localDateTime).toBe('2026-12-04T09:00')
})

it('keeps who wrote a message beside the draft, and puts no word of a private one into it', async () => {
  const message = { kind: 'inbox', itemId: engine.random.id(), conversationId: engine.random.id(), author: 'Marie', handle: '@marie', networkId: 'bluesky', account: '@lune', text: 'Ouverts le dimanche ?', url: 'https://server.example/1', writtenAt: 1_700_000_000_000 } as const
  const asked = await save('Ouverts le dimanche ?', { source: { ...message, isPrivate: false } })
  const told = await save('Message privé de Marie', { note: 'Parler des horaires', source: { ...message, isPrivate: true } })
  const [publicId, privateId] = [engine.random.id(), engine.random.id()]
  await engine.ask('ideas.openDraft', { workspaceId, ideaId: asked, newPostId: publicId })
  await engine.ask('ideas.openDraft', { workspaceId, ideaId: told, newPostId: privateId })
  const ofPublic = (await engine.ask('posts.read', { workspaceId, postId: publicId })).post
  expect(ofPublic.origin).toEqual({ ...message, isPrivate: false })
  expect(JSON.stringify(ofPublic.document)).toContain('Ouverts le dimanche')
  expect(JSON.stringify(ofPublic.document)).not.toContain('server.example')
  const ofPrivate = (await engine.ask('posts.read', { workspaceId, postId: privateId })).post
  expect(ofPrivate).toMatchObject({ title: '', origin: { isPrivate: true, author: 'Marie' } })
  expect(JSON.stringify(ofPrivate.document)).toContain('Parler des horaires')
  expect(JSON.stringify(ofPrivate.document)).not.toMatch(/Marie|dimanche/)
})

it('keeps what is being written on a card over a crash, until the card is saved or the words are given up', async () => {
  const ideaId = await save('Une vitrine')
  const fresh = engine.random.id()
  const words = async () => (await engine.ask('ideas.list', { workspaceId })).words
  await engine.ask('ideas.keepWords', { workspaceId, ideaId, words: { isNew: false, title: 'Une vitrine', note: 'faite par' } })
  await engine.advance(1_000)
  // Letters without a title are no card yet, and are kept none the less.
  await engine.ask('ideas.keepWords', { workspaceId, ideaId: fresh, words: { isNew: true, title: '', note: 'Der' } })
  await engine.ask('ideas.keepWords', { workspaceId, ideaId: fresh, words: { isNew: true, title: '', note: 'Derrière ' } })
  await engine.restart({ crash: true })
  expect(await words()).toEqual([{ ideaId: fresh, isNew: true, title: '', note: 'Derrière ' }, { ideaId, isNew: false, title: 'Une vitrine', note: 'faite par' }])
  await engine.ask('ideas.keepWords', { workspaceId, ideaId, words: null })
  await engine.ask('ideas.keepWords', { workspaceId, ideaId, words: null })
  await save('Derrière le comptoir', { id: fresh })
  expect(await words()).toEqual([])
  expect(await list()).toMatchObject([{ title: 'Derrière le comptoir' }, { title: 'Une vitrine', note: '' }])
})

it('gives a client of before the place for words, with its cards as they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ name }) => name === 'words of ideas')), () => Promise.resolve())
    database.exec("INSERT INTO ideas (id, stage, place, title, note, updated_at) VALUES ('i', 'idea', 0, 'Une vitrine', '', 0)")
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    expect(database.prepare('SELECT title FROM ideas').all()).toEqual([{ title: 'Une vitrine' }])
    expect(database.prepare('SELECT * FROM idea_words').all()).toEqual([])
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
