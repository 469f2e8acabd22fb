import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
const hour = 60 * minute
let engine: TestEngine
let server: ScriptedServer

/** No engine runs for so long. */
const offFor = (ms: number): Promise<void> => engine.restart({ crash: false, downForMs: ms })

async function makeClient(name: string): Promise<string> {
  const id = engine.random.id()
  await engine.ask('workspaces.create', { id, name, colour: 'teal', timeZone: 'UTC' })
  await engine.ask('accounts.connectWithAppPassword', { workspaceId: id, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: name.toLowerCase(), appPassword: 'p' })
  return id
}

async function plan(workspaceId: string, text: string, localDateTime: string): Promise<void> {
  const postId = engine.random.id()
  const { accounts } = await engine.ask('accounts.list', { workspaceId })
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: accounts.map(({ id }) => ({ accountId: id, variant: null })), media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime } })
}

const absences = async () => (await engine.ask('studio.away', {})).absences
const away = async () => (await absences())[0] ?? null
const alerts = () => engine.events.flatMap((event) => (event.name === 'alert.raised' ? [event.payload] : []))

beforeEach(async () => {
  server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ startAt: Date.UTC(2026, 10, 21, 9), adapters: [server.adapter] })
})

afterEach(() => engine.stop())

test('after a night off there is one summary for all clients, and one notification instead of many', async () => {
  const [lune, brun] = [await makeClient('Lune'), await makeClient('Brun')]
  for (let index = 0; index < 6; index += 1) await plan(lune, `Morning ${index}`, `2026-11-21T1${index}:00`)
  await plan(brun, 'Just now', '2026-11-21T17:50')
  await engine.advance(2 * minute)
  await offFor(9 * hour)
  await engine.advance(3 * minute)
  expect(await away()).toMatchObject({ since: expect.any(Number), clients: expect.arrayContaining([{ workspaceId: lune, out: 0, asking: 6 }, { workspaceId: brun, out: 1, asking: 0 }]) })
  expect(alerts().map(({ kind, count }) => [kind, count])).toEqual([['away_asking', 6]])
})

test('it stays until it is read, over further restarts, and is then gone', async () => {
  const lune = await makeClient('Lune')
  await plan(lune, 'Missed', '2026-11-21T10:00')
  await engine.advance(2 * minute)
  await offFor(9 * hour)
  await engine.advance(3 * minute)
  await offFor(minute)
  expect(await away()).toMatchObject({ clients: [{ workspaceId: lune, asking: 1 }] })
  await engine.ask('studio.dismissAway', {})
  expect(await away()).toBeNull()
})

test('nothing is said when nothing came due, nor after a short pause', async () => {
  const lune = await makeClient('Lune')
  await plan(lune, 'Tomorrow', '2026-11-22T10:00')
  await offFor(3 * minute)
  expect(await away()).toBeNull()
  await offFor(9 * hour)
  await engine.advance(3 * minute)
  expect(await away()).toBeNull()
  expect(alerts()).toEqual([])
})

test('once it has caught up, each thing is told again as it happens', async () => {
  const lune = await makeClient('Lune')
  await plan(lune, 'Later', '2026-11-21T19:00')
  await offFor(9 * hour)
  await engine.advance(2 * hour)
  expect(alerts().map(({ kind }) => kind)).toEqual(['post_published'])
})

test('two absences that nobody has read about are told each by itself, without what was sent between them', async () => {
  const lune = await makeClient('Lune')
  await plan(lune, 'First night', '2026-11-21T12:00')
  await engine.advance(2 * minute)
  await offFor(9 * hour)
  await engine.advance(3 * minute)
  const [first] = await absences()
  await plan(lune, 'By hand', '2026-11-21T18:20')
  await engine.advance(30 * minute)
  await plan(lune, 'Second night', '2026-11-22T04:00')
  await engine.advance(2 * minute)
  await offFor(12 * hour)
  await engine.advance(3 * minute)
  const both = await absences()
  expect(both.map(({ clients }) => clients)).toEqual([[{ workspaceId: lune, out: 0, asking: 1 }], [{ workspaceId: lune, out: 0, asking: 1 }]])
  expect(both[0]).toEqual(first)
  expect(both[1]?.since).toBeGreaterThan(both[0]?.until ?? 0)
  expect(alerts().filter(({ kind }) => kind === 'away_asking').map(({ count }) => count)).toEqual([1, 1])
  await engine.ask('studio.dismissAway', {})
  expect(await absences()).toEqual([])
})
