import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const minute = 60_000
let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let postId: string

afterEach(() => engine.stop())

/** A post planned for 10:00 (it is 9:00), and a backup made at 9:02, when it was not yet sent. */
async function planPost(networkId: 'bluesky' | 'wordpress'): Promise<void> {
  server = createScriptedServer(networkId, { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter], startAt: Date.UTC(2026, 10, 21, 9) })
  workspaceId = engine.random.id()
  postId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'UTC' })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: 'lea', appPassword: 'p' })
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Candles are back.' }] }] }
  const content = { title: 'Candles', document, targets: [{ accountId: account.id, variant: null }], media: [] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T10:00' } })
  await engine.advance(3 * minute)
}

async function damageAndRestart(): Promise<void> {
  await engine.restart({ crash: false, meanwhile: () => truncateSync(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'), 5000) })
  expect((await engine.ask('studio.read', {})).recoveries).toMatchObject([{ workspaceId, restoredTo: Date.UTC(2026, 10, 21, 9, 2) }])
}

const jobs = async () => (await engine.ask('posts.read', { workspaceId, postId })).jobs

describe('after a restoration', () => {
  it.each(['bluesky', 'wordpress'] as const)('a post that had gone out on %s in the lost span is found there, not sent again', async (networkId) => {
    await planPost(networkId)
    await engine.advance(58 * minute)
    expect(server.records).toHaveLength(1)
    await engine.advance(10 * minute)
    await damageAndRestart()
    await engine.advance(30 * minute)
    expect(server.records).toHaveLength(1)
    expect(await jobs()).toMatchObject([{ state: 'published' }])
  })

  it('a post whose time has not come goes out once, at its time', async () => {
    await planPost('wordpress')
    await engine.advance(10 * minute)
    await damageAndRestart()
    // WordPress may have been given it in the lost span: it is looked for there, and nothing goes from here meanwhile.
    expect(await jobs()).toMatchObject([{ state: 'pending_at_network', handOver: 'handing', attempts: 0 }])
    await engine.advance(5 * minute)
    expect(await jobs()).toMatchObject([{ state: 'queued', handOver: null, attempts: 0 }])
    await engine.advance(55 * minute)
    expect([server.records.length, (await jobs())[0]?.state]).toEqual([1, 'published'])
  })

  it('a post that had not gone out, because there was no network, is looked up and then asked about or sent, once', async () => {
    await planPost('wordpress')
    await engine.ask('studio.saveSettings', { settings: { workOffline: true } })
    await engine.advance(70 * minute)
    expect(server.records).toHaveLength(0)
    await damageAndRestart()
    await engine.ask('studio.saveSettings', { settings: { workOffline: false } })
    await engine.advance(40 * minute)
    expect(server.calls.findPublished).toBeGreaterThan(0)
    expect(server.records.length).toBeLessThanOrEqual(1)
    expect(['published', 'missed']).toContain((await jobs())[0]?.state)
  })

  it('the doubt is raised once, however often the start is cut short', async () => {
    await planPost('wordpress')
    await engine.advance(70 * minute)
    await damageAndRestart()
    for (let count = 0; count < 3; count += 1) await engine.restart({ crash: true })
    await engine.advance(30 * minute)
    expect(server.records).toHaveLength(1)
    expect(await jobs()).toMatchObject([{ state: 'published', attempts: 1 }])
    expect((await engine.ask('studio.read', {})).recoveries).toHaveLength(1)
  })
})
