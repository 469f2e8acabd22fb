import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { createSearchPosts } from '../../../electron/engine/posts/search-posts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let accountId: string

beforeEach(async () => {
  const server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = await client('Maison Lune')
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })).id
})
afterEach(() => engine.stop())

async function client(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'Europe/Paris' })
  return id
}

const paragraph = (text: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

async function write(text: string, changes: Partial<PostContent> = {}, postId = engine.random.id(), revision = 0): Promise<string> {
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision, content: { title: '', document: paragraph(text), targets: [{ accountId, variant: null }], media: [], ...changes } })
  return postId
}

const find = async (text: string, limit = 10) => (await engine.ask('posts.search', { workspaceId, text, limit })).hits
const found = async (text: string) => (await find(text)).map(({ post }) => post.id)

describe('posts.search', () => {
  test('finds words without their accents, beginnings and phrases, in every text of a post', async () => {
    const tart = await write('La tarte aux coings est là dès l’été')
    const thread = await write('Un fil', {
      title: 'Brûlerie',
      targets: [{ accountId, variant: paragraph('Réservé à Bluesky') }],
      moreParts: [{ id: engine.random.id(), document: paragraph('Deuxième partie : la houle'), variants: [{ accountId, document: paragraph('Autrement dit') }], media: [] }]
    })
    for (const text of ['ete', 'ÉTÉ', "l'ete", 'coin', '"aux coings"', 'tarte coings']) expect(await found(text), text).toEqual([tart])
    // Nobody remembers how many there were.
    for (const text of ['tartes', 'tartes aux coings']) expect(await found(text), text).toEqual([tart])
    for (const text of ['brulerie', 'reserve bluesky', 'houl', 'autrement']) expect(await found(text), text).toEqual([thread])
    for (const text of ['tarte houle', '"coings aux"', 'coins', '???']) expect(await found(text), text).toEqual([])
  })

  test('says how each post stands, and gives the latest time first', async () => {
    const draft = await write('merci, brouillon')
    const planned = await write('merci pour demain')
    const out = await write('merci, c’est parti')
    await engine.advance(3_600_000)
    await engine.ask('posts.schedule', { workspaceId, postId: planned, revision: 1, when: { kind: 'at', localDateTime: '2026-11-22T09:00' } })
    await engine.ask('posts.schedule', { workspaceId, postId: out, revision: 1, when: { kind: 'now' } })
    await engine.advance(60_000)
    const hits = await find('merci')
    expect(hits.map(({ post }) => [post.id, post.status])).toEqual([[planned, 'scheduled'], [out, 'published'], [draft, 'draft']])
    expect(await find('merci', 1)).toHaveLength(1)
  })

  test('cuts the words around the find out of a long text', async () => {
    await write(`${'avant '.repeat(200)}trésor ${'après '.repeat(200)}`)
    const [hit] = await find('tresor')
    expect(hit?.passage).toMatch(/^….*avant trésor après.*…$/)
    expect(hit?.passage.length).toBeLessThan(300)
  })

  test('follows edits and removals, and never looks into another client', async () => {
    const postId = await write('premier jet')
    await write('second jet', {}, postId, 1)
    expect(await found('premier')).toEqual([])
    expect(await found('second')).toEqual([postId])
    const other = await client('Ailleurs')
    expect((await engine.ask('posts.search', { workspaceId: other, text: 'second', limit: 10 })).hits).toEqual([])
    await engine.ask('posts.remove', { workspaceId, postId })
    expect(await found('second')).toEqual([])
    await engine.restart({ crash: false, meanwhile: () => {
      const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
      // Compares every word of the index with the texts; throws when one differs.
      database.exec(`INSERT INTO post_search (post_search, rank) VALUES ('integrity-check', 1)`)
      database.close()
    } })
  })
})

test('posts of before the index are found too', async () => {
  const database = openDatabase(':memory:')
  const own = workspaceMigrations.find(({ name }) => name === 'post search')!
  await migrate(database, workspaceMigrations.filter(({ version }) => version < own.version), async () => undefined)
  database.pragma('foreign_keys = OFF')
  const words = (text: string) => JSON.stringify(paragraph(text))
  database.prepare(`INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('old', 1, 'Été', ?, '', '{"kind":"composer"}', 1, 1)`).run(words('La première carte'))
  database.prepare(`INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('empty', 1, '', '{"type":"doc","content":[]}', '', '{"kind":"composer"}', 1, 1)`).run()
  database.prepare(`INSERT INTO post_targets (post_id, position, account_id, variant) VALUES ('old', 0, 'a', ?), ('old', 1, 'b', NULL)`).run(words('Pour Mastodon seul'))
  own.up(database)
  const search = createSearchPosts(database)
  for (const text of ['ete', 'premiere', 'mastodon']) expect(search(text, 10).map(({ postId }) => postId), text).toEqual(['old'])
  database.close()
})
