import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { ScriptedServer } from '../../support/scripted-adapter.ts'
import type { TestEngine } from '../support/start-test-engine.ts'
import { startRemovalRig, type RemovalRig } from './removal-rig.ts'

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string
let accountId: string
let answerLate: RemovalRig['answerLate']
let post: RemovalRig['post']
let remove: RemovalRig['remove']

beforeEach(async () => void ({ engine, network, workspaceId, accountId, answerLate, post, remove } = await startRemovalRig()))
afterEach(() => engine.stop())

const onTheWay = async () => (await engine.ask('workspaces.readOnTheWay', { workspaceId })).onTheWay
const removals = async () => (await engine.ask('studio.read', {})).removals
const inBin = (name: string): string => readFileSync(join(engine.folder, 'bin', readdirSync(join(engine.folder, 'bin'))[0] ?? '', name), 'utf8')

describe('a client is removed while something of it is on its way', () => {
  test('what is sent at this moment is waited for, and nothing is left to say', async () => {
    await post('slow but sure')
    await post('Soon', '2026-11-21T10:20')
    await post('Soon after', '2026-11-21T10:25')
    expect(await onTheWay()).toEqual({ left: 0, leaving: 0, sending: 1, inDoubt: 0, atNetwork: 0, nextThereAt: null, planned: 2 })
    const removed = engine.request('workspaces.remove', { workspaceId })
    await engine.advance(2000)
    expect((await engine.ask('studio.read', {})).workspaces).toHaveLength(1)
    answerLate()
    expect(await removed).toEqual({ ok: true, value: {} })
    expect(network.records).toHaveLength(1)
    expect(await removals()).toEqual([])
    await engine.advance(40 * 60_000)
    expect(network.records).toHaveLength(1)
  })

  test('what does not end in time is cut and said, over a restart, until somebody has read it; the words stay in its own folder', async () => {
    await post('slow and private')
    expect(await remove()).toEqual({ ok: true, value: {} })
    const notice = { clientName: 'Maison Lune', timeZone: 'Europe/Paris', total: 1, items: [{ networkId: 'wordpress', handle: 'lea', kind: 'unknown', at: expect.any(Number) }] }
    expect(await removals()).toMatchObject([notice])
    expect(JSON.stringify(await removals())).not.toMatch(/private|A title/)
    await engine.restart({ crash: true })
    const [kept] = await removals()
    expect(kept).toMatchObject(notice)
    expect(inBin('what-may-be-out.json')).toContain('A title')
    expect(inBin('what-may-be-out.json')).not.toContain('secret-of-lea')
    await engine.ask('studio.dismissRemoval', { removalId: kept?.id ?? '' })
    expect(await removals()).toEqual([])
    expect(await engine.request('studio.dismissRemoval', { removalId: engine.random.id() })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  test('an answer that comes when it is gone writes nothing, and makes no noise', async () => {
    await post('slow')
    await remove()
    const before = engine.logLines.length
    answerLate()
    await engine.advance(10 * 60_000)
    expect(engine.logLines.slice(before).filter((line) => !line.startsWith('info'))).toEqual([])
    expect(engine.logLines.join('\n')).not.toContain('not open')
  })

  test('nothing planned leaves while it ends, and all of it does if the keychain keeps it from being removed', async () => {
    await post('slow')
    await post('In a moment', '2026-11-21T10:01')
    engine.secrets.failWith('keychain_timeout')
    const removed = engine.request('workspaces.remove', { workspaceId })
    await engine.advance(3000)
    answerLate()
    expect(await removed).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    engine.secrets.failWith(null)
    await engine.advance(2 * 60_000)
    expect(network.records.map(({ text }) => text)).toEqual(['slow', 'In a moment'])
  })

  test('what nobody knows yet is said too', async () => {
    network.nextSends('accept_then_cut')
    network.nextLooks('unreachable', 'unreachable', 'unreachable')
    await post('Perhaps')
    expect(await onTheWay()).toMatchObject({ sending: 0, inDoubt: 1 })
    await remove()
    expect(await removals()).toMatchObject([{ items: [{ kind: 'unknown' }] }])
  })
})

test('what can still be taken back is told apart from what is planned, and what leaves meanwhile is said', async () => {
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 15 } } })
  await post('Soon', '2026-11-21T14:00')
  await post('Last one')
  const since = engine.now()
  const read = async () => (await engine.ask('workspaces.readOnTheWay', { workspaceId, since })).onTheWay
  expect(await read()).toEqual({ left: 0, leaving: 1, sending: 0, inDoubt: 0, atNetwork: 0, nextThereAt: null, planned: 1 })
  await engine.advance(20_000)
  expect(await read()).toEqual({ left: 1, leaving: 0, sending: 0, inDoubt: 0, atNetwork: 0, nextThereAt: null, planned: 1 })
})

const heldBack = async () => (await engine.ask('handOver.readHeld', { workspaceId })).posts

describe('a client is removed while something of it waits with its network', () => {
  beforeEach(async () => {
    const postId = await post('Later', '2026-11-21T14:00')
    await engine.ask('handOver.start', { workspaceId, postId })
    await engine.settle()
    if (network.scheduler.waiting.length !== 1) throw new Error('it was not handed over')
  })

  test('it is called back first', async () => {
    expect(await onTheWay()).toEqual({ left: 0, leaving: 0, sending: 0, inDoubt: 0, atNetwork: 1, nextThereAt: Date.UTC(2026, 10, 21, 13), planned: 0 })
    expect(await remove()).toEqual({ ok: true, value: {} })
    expect(network.scheduler.waiting).toEqual([])
    expect(await removals()).toEqual([])
  })

  test('where the client stays after all, it is given to its network again', async () => {
    const keychain = vi.spyOn(engine.secrets, 'delete').mockResolvedValue({ ok: false, error: studioError('keychain_timeout', 'said by the test') })
    expect(await remove()).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    keychain.mockRestore()
    await engine.advance(60_000)
    expect(network.scheduler.waiting).toMatchObject([{ text: 'Later' }])
    expect(await heldBack()).toEqual([])
    await engine.advance(4 * 60 * 60_000)
    network.scheduler.publishDue()
    await engine.advance(60_000)
    expect(network.records.map(({ text }) => text)).toEqual(['Later'])
  })

  test('where it stays and a network had not let go yet, it is given there again once it is back', async () => {
    network.scheduler.otherwise(() => 'server_error')
    const removed = remove()
    await engine.advance(20_000)
    expect(await removed).toMatchObject({ ok: false, error: { code: 'waits_at_network' } })
    // Should the computer be off from here on, it is asked about.
    expect(await heldBack()).toMatchObject([{ isBack: false }])
    network.scheduler.otherwise(() => 'fine')
    await engine.advance(10 * 60_000)
    expect(network.scheduler.waiting).toMatchObject([{ text: 'Later' }])
    expect(await heldBack()).toEqual([])
  })

  describe('where it stays, a network had not let go yet, and a person decides', () => {
    const stayAfterAll = async () => {
      network.scheduler.otherwise(() => 'server_error')
      const removed = remove()
      await engine.advance(20_000)
      expect(await removed).toMatchObject({ ok: false, error: { code: 'waits_at_network' } })
      return (await heldBack())[0]?.postId ?? ''
    }
    const letGo = async () => {
      network.scheduler.otherwise(() => 'fine')
      await engine.advance(10 * 60_000)
    }

    test.each([
      ['that it waits here', (postId: string) => engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' })],
      ['that what was called back stays here', (postId: string) => engine.ask('handOver.decideHeld', { workspaceId, postIds: [postId], decision: 'keep_here' })]
    ])('%s, it does: it goes from here, once', async (_what, decide) => {
      const postId = await stayAfterAll()
      const calls = network.scheduler.calls.handOver
      await decide(postId)
      await letGo()
      expect([network.scheduler.waiting, network.scheduler.calls.handOver, await heldBack()]).toEqual([[], calls, []])
      expect(await engine.ask('handOver.read', { workspaceId, postId })).toMatchObject({ handOvers: [{ state: null, noticed: null }] })
      await engine.advance(4 * 60 * 60_000)
      expect(network.records.map(({ text }) => text)).toEqual(['Later'])
    })

    test('to remove it once more, which fails too: it is given there again, once', async () => {
      await stayAfterAll()
      await stayAfterAll()
      await letGo()
      expect([network.scheduler.waiting.map(({ text }) => text), await heldBack()]).toEqual([['Later'], []])
    })

    test('to remove it once more, and then that it waits here', async () => {
      await stayAfterAll()
      const postId = await stayAfterAll()
      await engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' })
      await letGo()
      expect([network.scheduler.waiting, await heldBack()]).toEqual([[], []])
    })
  })

  test('where it stays, and there is no time left to give it there again, that is said and it goes from here', async () => {
    network.scheduler.otherwise(() => 'server_error')
    const removed = remove()
    await engine.advance(20_000)
    await removed
    await engine.advance(3 * 60 * 60_000 + 57 * 60_000 + 50_000)
    network.scheduler.otherwise(() => 'fine')
    await engine.advance(20_000)
    await engine.ask('handOver.lookAgain', { workspaceId })
    await engine.settle()
    const read = await engine.ask('outbox.list', { workspaceId, view: 'open', limit: 10 })
    expect(await engine.ask('handOver.read', { workspaceId, postId: read.jobs[0]?.postId ?? '' })).toMatchObject({ handOvers: [{ noticed: 'not_taken' }] })
  })

  test('where that cannot be, nothing is removed without a second word, and then it is said', async () => {
    network.revoke('lea')
    await engine.request('accounts.check', { workspaceId, accountId })
    expect(await remove()).toMatchObject({ ok: false, error: { code: 'waits_at_network', details: { count: 1 } } })
    expect((await engine.ask('studio.read', {})).workspaces).toHaveLength(1)
    expect(await remove({ leaveAtNetworks: true })).toEqual({ ok: true, value: {} })
    expect(network.scheduler.waiting).toHaveLength(1)
    expect(await removals()).toMatchObject([{ total: 1, items: [{ kind: 'at_network', networkId: 'wordpress', handle: 'lea', at: Date.UTC(2026, 10, 21, 13) }] }])
  })
})
