import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPaperNetwork, type PaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let network: PaperNetwork
let engine: TestEngine
let workspaceId: string
let accountId: string

const paragraph = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

beforeEach(async () => {
  network = createPaperNetwork('bluesky', () => engine.now())
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.invite('lune', { displayName: 'Lune', handle: '@lune', serverUrl: 'https://server.example' })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'paper' })).id
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
})
afterEach(() => engine.stop())

const list = async () => (await engine.ask('snippets.list', { workspaceId })).snippets
const save = (kind: 'text' | 'hashtags', name: string, text: string, id = engine.random.id()) => engine.ask('snippets.save', { workspaceId, snippet: { id, kind, name, text } })

it('keeps texts and hashtags by name, under the names of variables that no language changes, over a crash', async () => {
  const { id } = await save('text', 'Éphémère', 'Lisez {lien}, {Jour} à {ville}')
  await save('hashtags', 'Automne', 'nantes, #Nantes marché')
  await engine.restart({ crash: true })
  expect((await list()).map(({ name, text }) => [name, text])).toEqual([
    ['Automne', '#nantes #marché'],
    ['Éphémère', 'Lisez {link}, {Weekday} à {city}']
  ])
  await save('text', 'Zeste', 'Autre chose', id)
  expect((await list()).map(({ name }) => name)).toEqual(['Automne', 'Zeste'])
  await engine.ask('snippets.remove', { workspaceId, snippetId: id })
  await engine.ask('snippets.remove', { workspaceId, snippetId: id })
  expect((await list()).map(({ name }) => name)).toEqual(['Automne'])
  expect(engine.events.filter(({ name }) => name === 'snippets.changed')).toHaveLength(4)
})

it('keeps whole what grows by its stored form, and takes it again', async () => {
  const typed = 'a '.repeat(2).concat(Array.from({ length: 1200 }, (_, index) => `t${index}`).join(' ')).slice(0, 5000)
  const { id, text } = await save('hashtags', 'Tout', typed)
  expect(text.length).toBeGreaterThan(5000)
  expect((await save('hashtags', 'Tout', text, id)).text).toBe(text)
})

it('refuses a set without a hashtag', async () => {
  const refused = await engine.request('snippets.save', { workspaceId, snippet: { id: engine.random.id(), kind: 'hashtags', name: 'Vide', text: '# , 12' } })
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  expect(await list()).toEqual([])
})

it('lets nothing out that has a gap: not by the user, and no occurrence of a series', async () => {
  const postId = engine.random.id()
  const draft = (text: string, revision: number) => engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [] } })
  const { revision } = await draft('Lisez {lien}', 0)
  const refused = await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  expect(refused).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { problem: 'gap_left' } } })
  const begun = await engine.request('series.start', { workspaceId, seriesId: engine.random.id(), postId, revision, localDateTime: '2026-12-02T09:00', rule: { every: 'week', weekdays: [3] }, end: { kind: 'count', count: 3 } })
  expect(begun).toMatchObject({ ok: false, error: { code: 'post_has_problems' } })
  // Another one than the one that stands there is no leave for it.
  expect(await engine.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' }, gapsMeant: ['date'] })).toMatchObject({ ok: false, error: { details: { problem: 'gap_left' } } })
  await engine.advance(5_000)
  expect(network.published).toEqual([])
  const filled = await draft('Lisez https://lune.example', revision)
  await engine.ask('posts.schedule', { workspaceId, postId, revision: filled.revision, when: { kind: 'now' } })
  await engine.advance(5_000)
  expect(network.published).toHaveLength(1)
})

it('lets out as it is written what the author means between braces', async () => {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph('Écrivez {date} dans le nom du fichier'), targets: [{ accountId, variant: null }], media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' }, gapsMeant: ['date'] })
  await engine.advance(5_000)
  expect(network.published.map(({ text }) => text)).toEqual(['Écrivez {date} dans le nom du fichier'])
})
