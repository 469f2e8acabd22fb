import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { copyDatabase, putDatabase } from '../support/older-file.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let server: ScriptedServer

beforeEach(async () => {
  server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const connect = (identifier: string) =>
  engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier, appPassword: 'abcd' })
const jobs = async () => (await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })).jobs

/** As another version of Vigie would have left it. */
function renameNetwork(accountId: string, name: string): void {
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
  database.prepare('UPDATE accounts SET network_id = ? WHERE id = ?').run(name, accountId)
  database.close()
}

async function schedulePost(accountIds: readonly string[], localDateTime: string, text = 'High tide at nine'): Promise<string> {
  const postId = engine.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, media: [], targets: accountIds.map((accountId) => ({ accountId, variant: null })) } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
  return postId
}

it.each(['network_to_come', 'practice'])('shows an account of %s, for which it has no adapter, and serves the rest', async (name) => {
  const [lea, noor] = [await connect('lea'), await connect('noor')]
  const postId = await schedulePost([lea.id, noor.id], '2026-11-21T11:00')
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, name) })

  expect((await engine.ask('studio.read', {})).unavailable).toEqual([])
  const { accounts, unserved } = await engine.ask('accounts.list', { workspaceId })
  expect(accounts.map(({ id }) => id)).toEqual([lea.id])
  expect(unserved).toEqual([{ id: noor.id, networkName: name, handle: noor.handle, displayName: noor.displayName, serverUrl: noor.serverUrl }])

  await engine.advance(61 * 60_000)
  const post = await engine.ask('posts.read', { workspaceId, postId })
  expect(new Map(post.jobs.map(({ accountId, state }) => [accountId, state]))).toEqual(new Map([[lea.id, 'published'], [noor.id, 'failed']]))
  expect(await jobs()).toMatchObject([{ accountId: noor.id, state: 'failed', failure: { code: 'network_not_served' } }])
})

it('refuses what waited for the network, too', async () => {
  const noor = await connect('noor')
  await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
  await schedulePost([noor.id], '2026-11-21T10:30')
  await engine.advance(31 * 60_000)
  expect(await jobs()).toMatchObject([{ state: 'waiting_for_network' }])
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, 'network_to_come') })
  await engine.settle()
  expect(await jobs()).toMatchObject([{ state: 'failed', failure: { code: 'network_not_served' } }])
})

it('serves the account again once its network is known, and removes its key with it', async () => {
  const noor = await connect('noor')
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, 'network_to_come') })
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, 'bluesky') })
  expect((await engine.ask('accounts.list', { workspaceId })).accounts).toMatchObject([{ id: noor.id, state: 'connected' }])
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, 'network_to_come') })
  expect(engine.secrets.entries.size).toBe(1)
  await engine.ask('accounts.remove', { workspaceId, accountId: noor.id })
  expect(await engine.ask('accounts.list', { workspaceId })).toEqual({ accounts: [], removed: [], unserved: [], accessNotices: [] })
  expect(engine.secrets.entries.size).toBe(0)
})

it('in a copy that was put back doubts and holds its posts, too: an upgrade that knows the network sends nothing that nobody decided about', async () => {
  const noor = await connect('noor')
  const [soon, later] = [await schedulePost([noor.id], '2026-11-21T10:30'), await schedulePost([noor.id], '2026-11-21T15:00', 'Low tide at three')]
  const aside = join(engine.folder, 'aside.db')
  await copyDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'), aside)
  await engine.advance(40 * 60_000)
  expect(server.records).toHaveLength(1)
  const putBack = (): void => {
    putDatabase(aside, join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
    renameNetwork(noor.id, 'network_to_come')
  }
  await engine.restart({ crash: false, meanwhile: putBack })
  expect((await engine.ask('studio.read', {})).holds).toMatchObject([{ workspaceId, restored: expect.any(Object) as object }])
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, 'bluesky') })
  await engine.advance(10 * 3_600_000)
  expect(server.records).toHaveLength(1)
  expect((await engine.ask('safety.readRestored', { workspaceId })).entries.map(({ postId }) => postId)).toContain(later)
  expect((await engine.ask('posts.read', { workspaceId, postId: soon })).jobs).not.toMatchObject([{ state: 'published' }])
})

it('leaves no key behind when the whole client is removed', async () => {
  const noor = await connect('noor')
  await engine.restart({ crash: false, meanwhile: () => renameNetwork(noor.id, 'network_to_come') })
  await engine.ask('workspaces.remove', { workspaceId })
  expect(engine.secrets.entries.size).toBe(0)
  expect(readdirSync(join(engine.folder, 'bin'))).toHaveLength(1)
})
