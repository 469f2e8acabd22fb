import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { failed } from '../../../electron/engine/networks/network-results.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { tiktokCapabilities } from '../../../shared/networks/tiktok-capabilities.ts'
import type { PostTerms, TermsOffer } from '../../../shared/posts/post-terms.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const offer: TermsOffer = { nickname: 'Maison Lune', audiences: ['everyone', 'only_me'], closed: [], longestFilmMs: 60_000 }
const chosen: PostTerms = { audience: 'everyone', allows: ['comments'], discloses: ['own_brand'] }
const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Le phare' }] }] }

async function start(readTerms: NonNullable<NetworkAdapter['readTerms']> = async () => ({ ok: true, value: offer })): Promise<{ readonly own: TestEngine; readonly workspaceId: string; readonly accountId: string; readonly otherId: string }> {
  const [network, other] = [createScriptedNetwork('tiktok'), createScriptedNetwork('bluesky')]
  const own = await startTestEngine({ adapters: [{ ...network.adapter, capabilities: tiktokCapabilities, readTerms }, other.adapter] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const connect = async (on: typeof network, networkId: 'tiktok' | 'bluesky'): Promise<string> => {
    on.people.set('lune', { password: 'p', identity: identityOf('lune') })
    return (await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })).id
  }
  return { own, workspaceId, accountId: await connect(network, 'tiktok'), otherId: await connect(other, 'bluesky') }
}

test('terms are kept with the post over a crash; of a copy somebody says anew who may see it', async () => {
  const { own, workspaceId, accountId } = await start()
  const postId = own.random.id()
  const targetOf = async (id: string) => (await own.ask('posts.read', { workspaceId, postId: id })).post.targets[0]
  const save = async (revision: number, terms?: PostTerms) => own.ask('posts.saveDraft', { workspaceId, postId, revision, content: { title: '', document, media: [], targets: [{ accountId, variant: null, ...(terms === undefined ? {} : { terms }) }] } })
  const first = await save(0)
  const second = await save(first.revision, chosen)
  expect(second.revision).toBe(first.revision + 1)
  // The same once more has arrived before.
  expect((await save(second.revision, chosen)).revision).toBe(second.revision)
  await own.restart({ crash: true })
  expect((await targetOf(postId))?.terms).toEqual(chosen)
  const newPostId = own.random.id()
  await own.ask('posts.copy', { workspaceId, postId, newPostId })
  expect((await targetOf(newPostId))?.terms).toEqual({ ...chosen, audience: null })
  await save((await own.ask('posts.read', { workspaceId, postId })).post.revision)
  expect((await targetOf(postId))?.terms).toBeUndefined()
})

test('what is not chosen stops the post, and no draft of it goes out instead', async () => {
  const { own, workspaceId, accountId } = await start()
  const postId = own.random.id()
  const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, media: [], targets: [{ accountId, variant: null, terms: { ...chosen, audience: null } }] } })
  expect(await own.request('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })).toMatchObject({ ok: false })
  expect((await own.ask('posts.read', { workspaceId, postId })).jobs).toEqual([])
})

test('what an account may choose from is asked of its network, and kept over a restart', async () => {
  const { own, workspaceId, accountId } = await start()
  expect(await own.ask('terms.read', { workspaceId, accountId })).toEqual({ offer: null, readAt: null })
  const asked = await own.ask('terms.ask', { workspaceId, accountId })
  expect(asked).toEqual({ offer, readAt: expect.any(Number) })
  await own.restart({ crash: true })
  expect(await own.ask('terms.read', { workspaceId, accountId })).toEqual(asked)
})

test('a refusal leaves what was known, and the account connected; networks without terms are not asked', async () => {
  let times = 0
  const { own, workspaceId, accountId, otherId } = await start(async () => ((times += 1) === 1 ? { ok: true, value: offer } : failed('rejected', studioError('rejected', 'no right', { details: { reason: 'tiktok_no_direct' } }))))
  const known = await own.ask('terms.ask', { workspaceId, accountId })
  expect(await own.request('terms.ask', { workspaceId, accountId })).toMatchObject({ ok: false, error: { code: 'rejected', details: { reason: 'tiktok_no_direct' } } })
  expect(await own.ask('terms.read', { workspaceId, accountId })).toEqual(known)
  expect((await own.ask('accounts.list', { workspaceId })).accounts.find(({ id }) => id === accountId)?.state).toBe('connected')
  expect(await own.request('terms.ask', { workspaceId, accountId: otherId })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  for (const name of ['terms.read', 'terms.ask'] as const) expect(await own.request(name, { workspaceId, accountId: own.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('an account goes on as its last post went, until somebody says otherwise', async () => {
  const { own, workspaceId, accountId } = await start()
  const begins = async () => (await own.ask('accounts.list', { workspaceId })).accounts.find(({ id }) => id === accountId)?.beginsWithTerms
  expect(await begins()).toBeUndefined()
  await own.ask('terms.beginWith', { workspaceId, accountId, isDirect: true })
  await own.restart({ crash: true })
  expect(await begins()).toBe(true)
  // Connected again it is the same account.
  await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'tiktok', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p', accountId })
  expect(await begins()).toBe(true)
  await own.ask('terms.beginWith', { workspaceId, accountId, isDirect: false })
  expect(await begins()).toBeUndefined()
  expect(await own.request('terms.beginWith', { workspaceId, accountId: own.random.id(), isDirect: true })).toMatchObject({ ok: false, error: { code: 'not_found' } })
})

test('posts and accounts of before have no terms, and are what they were', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.filter(({ version }) => version < 81), () => Promise.resolve())
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at) VALUES ('a', 'tiktok', 'a', 'A', 'https://x.example', '1', 'connected', '{}', 'r', 0);
      INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('p', 1, '', '{}', '', '{}', 0, 0);
      INSERT INTO post_targets (post_id, position, account_id, title) VALUES ('p', 0, 'a', 'Own');`)
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    expect(database.prepare('SELECT post_targets.title, terms, begins_with_terms FROM post_targets JOIN accounts ON accounts.id = account_id').all()).toEqual([{ title: 'Own', terms: null, begins_with_terms: 0 }])
    expect(database.prepare('SELECT * FROM terms_there').all()).toEqual([])
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
