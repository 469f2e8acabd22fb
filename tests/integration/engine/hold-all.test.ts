import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
let engine: TestEngine
let server: ScriptedServer
let first: string
let second: string

async function makeClient(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'UTC' })
  await engine.ask('accounts.connectWithAppPassword', { workspaceId: id, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: name.toLowerCase(), appPassword: 'p' })
  return id
}

async function plan(workspaceId: string, text: string, localDateTime: string): Promise<string> {
  const postId = engine.random.id()
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }
  const content = { title: '', document, targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
  return postId
}

const sent = (): readonly string[] => server.records.map(({ text }) => text)
const holds = async () => (await engine.ask('studio.read', {})).holds

beforeEach(async () => {
  server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
  first = await makeClient('Lune')
  second = await makeClient('Brun')
})

afterEach(() => engine.stop())

test('a hold of one client leaves the other alone', async () => {
  await plan(first, 'Held', '2026-11-21T09:05')
  await plan(second, 'Sent', '2026-11-21T09:05')
  await engine.ask('safety.hold', { workspaceId: first, reason: 'Lune asked' })
  await engine.advance(10 * minute)
  expect(sent()).toEqual(['Sent'])
  expect(await holds()).toMatchObject([{ workspaceId: first, reason: 'Lune asked' }])
})

test('a hold of all holds every client, those made meanwhile too, over a power cut', async () => {
  await plan(first, 'One', '2026-11-21T09:05')
  await plan(second, 'Two', '2026-11-21T09:05')
  expect(await engine.ask('studio.hold', { reason: 'Breaking news' })).toEqual({ kept: 2, onTheWire: 0, troubled: [] })
  await engine.restart({ crash: true })
  const third = await makeClient('Neuf')
  await plan(third, 'Three', '2026-11-21T09:05')
  await engine.advance(30 * minute)
  expect(sent()).toEqual([])
  expect(await holds()).toMatchObject([{ workspaceId: null, reason: 'Breaking news' }])
})

test('lifting the hold of all leaves a client’s own hold standing', async () => {
  await plan(first, 'Own hold', '2026-11-21T12:00')
  await plan(second, 'Free again', '2026-11-21T12:00')
  await engine.ask('safety.hold', { workspaceId: first, reason: 'Lune asked' })
  await engine.ask('studio.hold', { reason: 'Breaking news' })
  await engine.ask('studio.lift', {})
  await engine.advance(4 * 60 * minute)
  expect(sent()).toEqual(['Free again'])
  await engine.ask('safety.lift', { workspaceId: first })
  expect(await holds()).toEqual([])
})

test('the reason appears where people look, and in no log', async () => {
  await engine.ask('studio.hold', { reason: 'Sensitive matter' })
  expect(engine.logLines.join('\n')).not.toContain('Sensitive matter')
  expect(engine.events.filter(({ name }) => name === 'studio.changed').length).toBeGreaterThan(0)
})

/** Beside the engine, as damage of the disk. */
function change(workspaceId: string, sql: string): void {
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
  database.exec(sql)
  database.close()
}
const tellings = () => engine.events.filter(({ name }) => name === 'studio.changed').length

test('a client whose record is broken neither keeps the others free nor held, and stays held by itself', async () => {
  await plan(first, 'Broken', '2026-11-21T09:05')
  await plan(second, 'Whole', '2026-11-21T12:00')
  change(first, 'ALTER TABLE outbox_jobs RENAME TO gone')
  const before = tellings()
  expect(await engine.ask('studio.hold', { reason: 'Fire' })).toEqual({ kept: 1, onTheWire: 0, troubled: [first] })
  expect(tellings()).toBeGreaterThan(before)
  await engine.advance(10 * minute)
  expect(await engine.ask('studio.lift', {})).toEqual({ troubled: [first] })
  expect(await holds()).toMatchObject([{ workspaceId: first, reason: 'Fire' }])
  expect(engine.logLines.filter((line) => line.includes(first) && line.includes('no such table')).length).toBeGreaterThan(1)
  change(first, 'ALTER TABLE gone RENAME TO outbox_jobs')
  await engine.advance(4 * 60 * minute)
  expect(sent()).toEqual(['Whole'])
  await engine.ask('safety.lift', { workspaceId: first })
  expect(await holds()).toEqual([])
  // What came due meanwhile is asked about.
  await engine.advance(10 * minute)
  expect(sent()).toEqual(['Whole'])
})

test('a client whose own hold cannot be read hides no other’s', async () => {
  await engine.ask('studio.hold', { reason: 'Fire' })
  change(first, 'ALTER TABLE hold RENAME TO gone')
  expect(await holds()).toMatchObject([{ workspaceId: null, reason: 'Fire' }])
})
