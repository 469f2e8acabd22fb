import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { contentOf } from './publish.ts'

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string
let accountId: string
let postId: string

beforeEach(async () => {
  network = createScriptedServer('wordpress', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  postId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })
  accountId = account.id
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Hello', [accountId]) })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'at', localDateTime: '2026-11-21T14:00' } })
  await engine.ask('handOver.start', { workspaceId, postId })
  await engine.settle()
  if (network.scheduler.waiting.length !== 1) throw new Error('it was not handed over')
})
afterEach(() => engine.stop())

describe('what waits with its network would go out all the same', () => {
  test('its account cannot be removed, and once it is called back it can', async () => {
    const remove = () => engine.request('accounts.remove', { workspaceId, accountId })
    expect(await remove()).toMatchObject({ ok: false, error: { code: 'waits_at_network' } })
    expect((await engine.ask('accounts.list', { workspaceId })).accounts).toMatchObject([{ state: 'connected' }])
    await engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'edit' })
    await engine.settle()
    expect(await remove()).toEqual({ ok: true, value: {} })
    expect(network.scheduler.waiting).toEqual([])
  })

  test('an account that the network refuses can be removed, and the user is asked what became of the post', async () => {
    network.revoke('lea')
    await engine.request('accounts.check', { workspaceId, accountId })
    expect((await engine.ask('accounts.list', { workspaceId })).accounts).toMatchObject([{ state: 'needs_login' }])
    expect(await engine.request('accounts.remove', { workspaceId, accountId })).toEqual({ ok: true, value: {} })
    const { jobs } = await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })
    expect(jobs).toMatchObject([{ state: 'unknown_outcome', handOver: null, nextAttemptAt: null }])
    expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('needs_attention')
  })
})

test('without the yes that it needs by now it is called back, and held when its time comes', async () => {
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { approval: 'needed' } } })
  await engine.advance(61_000)
  expect(network.scheduler.waiting).toEqual([])
  await engine.advance(5 * 60 * 60_000)
  expect(network.records).toEqual([])
  const { jobs } = await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })
  expect(jobs).toMatchObject([{ state: 'held', failure: { code: 'approval_missing' } }])
})

test('a network that refuses to give it back: that is said, it is not called cancelled, and when it goes out there it is published', async () => {
  network.scheduler.otherwise(() => (network.scheduler.waiting.length > 0 ? 'rejected' : 'fine'))
  await engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'edit' })
  await engine.settle()
  const { post, jobs } = await engine.ask('posts.read', { workspaceId, postId })
  expect(jobs).toMatchObject([{ state: 'pending_at_network', handOver: 'taking_back' }])
  expect(post.status).not.toBe('draft')
  expect((await engine.ask('handOver.read', { workspaceId, postId })).handOvers).toMatchObject([{ state: 'taking_back', failure: { code: 'rejected' } }])
  // Written anew it would go out twice.
  expect(await engine.request('posts.saveDraft', { workspaceId, postId, revision: post.revision, content: contentOf('Other', [accountId]) })).toMatchObject({ ok: false, error: { code: 'post_not_editable' } })
  await engine.advance(4 * 60 * 60_000)
  network.scheduler.publishDue()
  await engine.advance(60 * 60_000)
  expect(network.records).toHaveLength(1)
  expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
})
