import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import type { Draft } from '../../../electron/engine/networks/network-draft.ts'
import type { PostFraming } from '../../../shared/posts/post-framing.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const framing: PostFraming = { warning: 'Spoilers', reach: 'followers', language: 'fr' }
const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Le phare' }] }] }

/** A client with two accounts of Mastodon and one of Bluesky; `sent`: what went out. */
async function start() {
  const sent: { readonly networkId: string; readonly handle: string; readonly draft: Draft }[] = []
  const networks = (['mastodon', 'bluesky'] as const).map((networkId) => ({ networkId, network: createScriptedNetwork(networkId) }))
  const own = await startTestEngine({
    adapters: networks.map(({ networkId, network }) => ({
      ...network.adapter,
      capabilities: { ...capabilitiesOf(networkId), connectBy: 'app_password' as const },
      publisher: { ...network.adapter.publisher, publish: async ({ account }, draft) => (sent.push({ networkId, handle: account.handle, draft }), { ok: true as const, value: { remoteId: String(sent.length), url: null } }) }
    }))
  })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const connect = async (networkId: 'mastodon' | 'bluesky', name: string): Promise<string> => {
    networks.find((one) => one.networkId === networkId)!.network.people.set(name, { password: 'p', identity: identityOf(name) })
    return (await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: name, appPassword: 'p' })).id
  }
  const [lune, soleil, sky] = [await connect('mastodon', 'lune'), await connect('mastodon', 'soleil'), await connect('bluesky', 'ciel')]
  const content = { title: '', document, media: [], targets: [{ accountId: lune, variant: null, framing }, { accountId: soleil, variant: null }, { accountId: sky, variant: null, framing }] }
  const targetOf = async (postId: string) => (await own.ask('posts.read', { workspaceId, postId })).post.targets[0]
  return { own, workspaceId, content, sent, targetOf }
}

test('how a post stands is kept with the account over a crash, in a copy and in a template', async () => {
  const { own, workspaceId, content, targetOf } = await start()
  const [postId, newPostId, templateId] = [own.random.id(), own.random.id(), own.random.id()]
  const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  // The same once more has arrived before.
  expect((await own.ask('posts.saveDraft', { workspaceId, postId, revision, content })).revision).toBe(revision)
  await own.restart({ crash: true })
  expect((await targetOf(postId))?.framing).toEqual(framing)
  await own.ask('posts.copy', { workspaceId, postId, newPostId })
  expect((await targetOf(newPostId))?.framing).toEqual(framing)
  await own.ask('templates.save', { workspaceId, template: { id: templateId, name: 'Warned', content } })
  await own.restart({ crash: true })
  expect((await own.ask('templates.read', { workspaceId, templateId })).content.targets[0]?.framing).toEqual(framing)
  const next = await own.ask('posts.saveDraft', { workspaceId, postId, revision, content: { ...content, targets: [{ ...content.targets[0]!, framing: { reach: 'quiet' as const } }] } })
  expect([next.revision, (await targetOf(postId))?.framing]).toEqual([revision + 1, { reach: 'quiet' }])
})

test('each account gets what was chosen for it, and a network that knows of nothing such gets nothing', async () => {
  const { own, workspaceId, content, sent } = await start()
  const postId = own.random.id()
  const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await own.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await own.advance(60_000)
  expect(Object.fromEntries(sent.map(({ handle, draft }) => [handle, draft.framing ?? null]))).toEqual({ '@lune': framing, '@soleil': null, '@ciel': null })
})

test('posts of before stand as usual', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const database = openDatabase(join(folder, 'workspace.db'))
  try {
    await migrate(database, workspaceMigrations.filter(({ version }) => version < 97), () => Promise.resolve())
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at) VALUES ('a', 'mastodon', 'a', 'A', 'https://x.example', '1', 'connected', '{}', 'r', 0);
      INSERT INTO posts (id, revision, title, document, excerpt, origin, created_at, updated_at) VALUES ('p', 1, '', '{}', '', '{}', 0, 0);
      INSERT INTO post_targets (post_id, position, account_id, title) VALUES ('p', 0, 'a', 'Own');`)
    await migrate(database, workspaceMigrations, () => Promise.resolve())
    expect(database.prepare('SELECT title, framing FROM post_targets').all()).toEqual([{ title: 'Own', framing: null }])
  } finally {
    database.close()
    rmSync(folder, { recursive: true })
  }
})
