import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { contentOf } from '../outbox/publish.ts'
import { putDatabase } from '../support/older-file.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const hour = 60 * 60_000
let engine: TestEngine
let server: ScriptedServer
let aside: string
let lune: string
let mercier: string

const file = (workspaceId: string): string => join(engine.folder, 'workspaces', workspaceId, 'workspace.db')
const sent = (): readonly string[] => server.records.map(({ handle, text }) => `${handle}: ${text}`)
const unavailable = async () => (await engine.ask('studio.read', {})).unavailable

async function client(name: string, identifier: string): Promise<string> {
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name, colour: 'teal', timeZone: 'UTC' })
  const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://server.example', identifier, appPassword: 'p' })
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(`By ${name}`, [accountId]) })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:00' } })
  return workspaceId
}

async function publishNow(workspaceId: string, text: string): Promise<void> {
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(text, accounts.map(({ id }) => id)) })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.settle()
}

/** One folder is as good as the other to somebody who reads their names. */
const putInto = (workspaceId: string, from: string): void => putDatabase(from, file(workspaceId))

beforeEach(async () => {
  aside = mkdtempSync(join(tmpdir(), 'vigie-aside-'))
  server = createScriptedServer('wordpress', { now: () => engine.now(), looksByWords: true })
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
  mercier = await client('Mercier', 'tom')
  // Its file has come further than the other one's.
  lune = await client('Lune', 'lea')
  for (const text of ['One', 'Two']) await publishNow(lune, text)
  if (sent().length !== 2) throw new Error('its file has not come further')
})

afterEach(async () => {
  await engine.stop()
  rmSync(aside, { recursive: true, force: true })
})

test('the file of another client in its folder is nobody’s: nothing of it leaves there, and each post goes out once, by its own client', async () => {
  await engine.restart({
    crash: false,
    meanwhile() {
      copyFileSync(file(mercier), join(aside, 'mercier.db'))
      putInto(mercier, file(lune))
    }
  })
  expect(await unavailable()).toEqual([{ workspaceId: mercier, reason: 'other_client' }])
  expect(await engine.request('posts.list', { workspaceId: mercier, from: 0, until: 1, drafts: false })).toMatchObject({ ok: false, error: { code: 'other_client' } })
  await engine.advance(2 * hour)
  expect(sent().slice(2)).toEqual(['lea: By Lune'])
  await engine.restart({ crash: false, meanwhile: () => putInto(mercier, join(aside, 'mercier.db')) })
  expect(await unavailable()).toEqual([])
  await engine.advance(hour)
  expect(sent().slice(2)).toEqual(['lea: By Lune'])
})

test('the client is removed then without the keys of the one whose file lies there', async () => {
  await engine.restart({ crash: false, meanwhile: () => putInto(mercier, file(lune)) })
  expect(await engine.request('workspaces.remove', { workspaceId: mercier, leaveAtNetworks: false })).toEqual({ ok: true, value: {} })
  expect(existsSync(join(engine.folder, 'workspaces', mercier))).toBe(false)
  await engine.advance(2 * hour)
  expect(sent().slice(2)).toEqual(['lea: By Lune'])
})
