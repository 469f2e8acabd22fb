import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { contentOf } from '../outbox/publish.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string
let seriesId: string

beforeEach(async () => {
  network = createScriptedServer('wordpress', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  const { id: accountId } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })
  const postId = engine.random.id()
  seriesId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Hello', [accountId]) })
  await engine.ask('series.start', { workspaceId, seriesId, postId, revision, localDateTime: '2026-11-24T09:00', rule: { every: 'week', weekdays: [2] }, end: { kind: 'count', count: 3 } })
  await engine.ask('handOver.start', { workspaceId, postId })
  await engine.settle()
  if (network.scheduler.waiting.length !== 1) throw new Error('it was not handed over')
})
afterEach(() => engine.stop())

test('a client that is removed hands nothing over anew: a day that its series wants back stays here', async () => {
  // Called back to be made anew, and the network does not let go of it at once.
  network.scheduler.otherwise(() => 'server_error')
  await engine.ask('series.setState', { workspaceId, seriesId, state: 'paused' })
  await engine.settle()
  await engine.ask('series.setState', { workspaceId, seriesId, state: 'active' })
  await engine.settle()
  network.scheduler.otherwise(() => 'fine')
  const asked = engine.request('workspaces.remove', { workspaceId, leaveAtNetworks: false })
  for (let second = 0; second < 20; second += 1) await engine.advance(1000)
  expect(await asked).toEqual({ ok: true, value: {} })
  expect(network.scheduler.waiting).toEqual([])
  expect((await engine.ask('studio.read', {})).removals).toEqual([])
})

test('one that is not removed after all hands over again', async () => {
  network.scheduler.otherwise(() => 'server_error')
  const asked = engine.request('workspaces.remove', { workspaceId, leaveAtNetworks: false })
  for (let second = 0; second < 20; second += 1) await engine.advance(1000)
  expect(await asked).toMatchObject({ ok: false, error: { code: 'waits_at_network' } })
  network.scheduler.otherwise(() => 'fine')
  await engine.advance(10 * 60_000)
  // What was called back for it waits there again, unasked; the other days are handed over as ever.
  expect(network.scheduler.waiting).toHaveLength(1)
  const { posts } = await engine.ask('posts.list', { workspaceId, from: 0, until: Date.UTC(2026, 11, 31), drafts: false })
  for (const { id } of posts) await engine.ask('handOver.start', { workspaceId, postId: id })
  await engine.settle()
  expect(network.scheduler.waiting).toHaveLength(3)
})
