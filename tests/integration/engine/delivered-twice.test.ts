import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isOnceName, onceNames } from '../../../shared/contract/once.ts'
import { requestMap, requestNames } from '../../../shared/contract/request-map.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let server: ScriptedServer
let workspaceId: string
let postId: string

beforeEach(async () => {
  server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const { id } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })
  postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Candles' }] }] }, targets: [{ accountId: id, variant: null }], media: [] } })
})
afterEach(() => engine.stop())

const post = async () => (await engine.ask('posts.read', { workspaceId, postId })).post
const schedule = (requestId: string) => engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'at', localDateTime: '2026-11-21T11:00' }, requestId })

describe('a request that is delivered twice', () => {
  test('does not schedule anew what was taken back in between, also after a restart', async () => {
    const requestId = engine.random.id()
    const first = await schedule(requestId)
    expect(first).toMatchObject({ ok: true, value: { post: { status: 'scheduled' } } })
    await engine.ask('posts.unschedule', { workspaceId, postId, requestId: engine.random.id() })
    // The answer is the first one's; nothing happens.
    expect(await schedule(requestId)).toEqual(first)
    expect(await post()).toMatchObject({ status: 'draft' })

    await engine.restart({ crash: true })
    expect(await schedule(requestId)).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'delivered_before' } } })
    expect(await post()).toMatchObject({ status: 'draft' })
    await engine.advance(2 * 3_600_000)
    expect(server.records).toEqual([])
    // Another press of the button is another request.
    expect(await engine.request('posts.schedule', { workspaceId, postId, revision: 1, when: { kind: 'now' }, requestId: engine.random.id() })).toMatchObject({ ok: true })
  })

  test('does not do later what was refused at first', async () => {
    const requestId = engine.random.id()
    await engine.ask('posts.recordApproval', { workspaceId, postId, revision: 1, approval: { kind: 'refused', by: 'Claire', channel: 'mail', comment: '' } })
    expect(await schedule(requestId)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    await engine.ask('posts.recordApproval', { workspaceId, postId, revision: 1, approval: { kind: 'approved', by: 'Claire', channel: 'mail', note: '' } })
    expect(await schedule(requestId)).toMatchObject({ ok: false, error: { code: 'refused_by_client' } })
    expect(await post()).toMatchObject({ status: 'draft' })
  })

  test('is not said to have taken effect where it failed: the same failure, and after a restart that nobody knows', async () => {
    const requestId = engine.random.id()
    const change = (sql: string) => {
      const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
      database.exec(sql)
      database.close()
    }
    change("CREATE TRIGGER refuse BEFORE INSERT ON outbox_jobs BEGIN SELECT raise(ABORT, 'refused by the test'); END")
    const first = await schedule(requestId)
    expect(first).toMatchObject({ ok: false, error: { code: 'bug' } })
    change('DROP TRIGGER refuse')
    expect(await schedule(requestId)).toEqual(first)
    expect(await post()).toMatchObject({ status: 'draft' })
    await engine.restart({ crash: true })
    const later = await schedule(requestId)
    expect(later).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'delivered_before' } } })
    expect(JSON.stringify(later)).not.toContain('taken effect')
    expect(await post()).toMatchObject({ status: 'draft' })
    expect(await schedule(engine.random.id())).toMatchObject({ ok: true })
  })

  test('lets nothing leave without a yes again, where one is needed since', async () => {
    const requestId = engine.random.id()
    const approval = (value: 'needed' | 'not_needed', id = engine.random.id()) => engine.request('workspaces.update', { workspaceId, changes: { safety: { approval: value } }, requestId: id })
    const now = async () => (await engine.ask('studio.read', {})).workspaces[0]?.safety.approval
    await approval('not_needed', requestId)
    await approval('needed')
    expect(await approval('not_needed', requestId)).toMatchObject({ ok: true })
    expect(await now()).toBe('needed')
    await engine.restart({ crash: true })
    expect(await approval('not_needed', requestId)).toMatchObject({ ok: false, error: { details: { reason: 'delivered_before' } } })
    expect(await now()).toBe('needed')
  })

  test('brings back no yes of a client who said no since, nor the other way round', async () => {
    const packId = engine.random.id()
    const { posts } = await engine.ask('approvalPack.make', { workspaceId, packId, postIds: [postId] })
    await engine.ask('approvalPack.sent', { workspaceId, packId })
    const answer = (said: 'yes' | 'no', requestId: string, meant: string[] = []) =>
      engine.request('approvalPack.readAnswer', { workspaceId, meant, text: JSON.stringify({ vigie: 'approval-answer', version: 1, packId, by: 'Anaïs', answers: posts.map((shown) => ({ ...shown, answer: said, comment: '' })) }), requestId })
    const [yes, no] = [engine.random.id(), engine.random.id()]
    await answer('yes', yes)
    await answer('no', no)
    await answer('yes', yes)
    expect((await post()).approval).toMatchObject({ kind: 'refused' })
    await engine.restart({ crash: true })
    expect(await answer('yes', yes)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect((await post()).approval).toMatchObject({ kind: 'refused' })
    // Read in anew, it is meant.
    await answer('yes', engine.random.id(), [postId])
    await answer('no', no)
    expect((await post()).approval).toMatchObject({ kind: 'approved' })
  })

  test('lifts no hold that began after it, of a client or of all', async () => {
    const [one, all] = [engine.random.id(), engine.random.id()]
    await engine.ask('safety.hold', { workspaceId, reason: 'crisis' })
    await engine.ask('safety.lift', { workspaceId, requestId: one })
    await engine.ask('safety.hold', { workspaceId, reason: 'crisis' })
    await engine.ask('safety.lift', { workspaceId, requestId: one })
    await engine.ask('studio.hold', { reason: 'crisis' })
    await engine.ask('studio.lift', { requestId: all })
    await engine.ask('studio.hold', { reason: 'crisis' })
    await engine.restart({ crash: true })
    await engine.request('studio.lift', { requestId: all })
    expect((await engine.ask('studio.read', {})).holds.map((hold) => hold.workspaceId)).toEqual([null, workspaceId])
  })

  test('lets nothing leave where somebody works offline since', async () => {
    const requestId = engine.random.id()
    const workOffline = (value: boolean, id = engine.random.id()) => engine.request('studio.saveSettings', { settings: { workOffline: value }, requestId: id })
    await schedule(engine.random.id())
    await workOffline(true)
    await workOffline(false, requestId)
    await workOffline(true)
    await workOffline(false, requestId)
    await engine.advance(3 * 86_400_000)
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('working_offline')
    expect(server.records).toEqual([])
    await engine.restart({ crash: true })
    expect(await workOffline(false, requestId)).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'delivered_before' } } })
    expect((await engine.ask('studio.read', {})).settings.workOffline).toBe(true)
    // Said anew, it is meant.
    await workOffline(false)
    expect((await engine.ask('studio.read', {})).connectivity.state).toBe('online')
  })
})

test('exactly the requests that are named take an id', () => {
  const takesId = requestNames.filter((name) => 'shape' in requestMap[name].input && 'requestId' in requestMap[name].input.shape)
  expect(takesId.toSorted()).toEqual([...onceNames].toSorted())
  expect(takesId.every((name) => requestMap[name].effect === 'write' && isOnceName(name))).toBe(true)
})
