import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import type { ScriptedServer } from '../../support/scripted-adapter.ts'
import type { TestEngine } from '../support/start-test-engine.ts'
import { startRemovalRig, type RemovalRig } from './removal-rig.ts'

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string
let answerLate: RemovalRig['answerLate']
let post: RemovalRig['post']
let remove: RemovalRig['remove']

beforeEach(async () => void ({ engine, network, workspaceId, answerLate, post, remove } = await startRemovalRig()))
afterEach(() => engine.stop())

const heldBack = async () => (await engine.ask('handOver.readHeld', { workspaceId })).posts

describe('the engine is killed in the middle of the removal of a client, with a post at its network', () => {
  beforeEach(async () => {
    const postId = await post('Later', '2026-11-21T14:00')
    await engine.ask('handOver.start', { workspaceId, postId })
    await engine.settle()
  })

  /** While something on the wire is waited for; what lay with the network is back. */
  const removeAndKill = async () => {
    await post('slow')
    void engine.request('workspaces.remove', { workspaceId })
    await engine.advance(3000)
    // While it goes on there is nothing to say.
    expect(await holds()).toEqual([])
    const killed = engine.restart({ crash: true })
    answerLate()
    await killed
  }
  const holds = async () => (await engine.ask('studio.read', {})).holds
  const interrupted = { removal: { at: expect.any(Number), areKeysGone: false }, restored: null }

  test('that is said, nothing leaves until it is said whether the client stays, and the removal can go on', async () => {
    await removeAndKill()
    expect(await holds()).toMatchObject([{ workspaceId, ...interrupted }])
    expect(await heldBack()).toMatchObject([{ excerpt: 'A title', isBack: true }])
    await engine.advance(6 * 60 * 60_000)
    expect([network.records.map(({ text }) => text), network.scheduler.waiting]).toEqual([['slow'], []])
    await engine.restart({ crash: true })
    expect(await holds()).toMatchObject([{ workspaceId, ...interrupted }])
    expect(await remove()).toEqual({ ok: true, value: {} })
    expect(await engine.ask('studio.read', {})).toMatchObject({ workspaces: [], holds: [] })
  })

  test('and the client is kept, its posts go out and nothing is said any more', async () => {
    await removeAndKill()
    await engine.ask('safety.lift', { workspaceId })
    expect(await holds()).toEqual([])
    await engine.restart({ crash: true })
    expect(await holds()).toEqual([])
    await engine.advance(4 * 60 * 60_000)
    expect(network.records.map(({ text }) => text)).toEqual(['slow', 'Later'])
  })

  test('and a removal that fails once more leaves what was said', async () => {
    await removeAndKill()
    engine.secrets.failWith('keychain_timeout')
    expect(await remove()).toMatchObject({ ok: false, error: { code: 'keychain_timeout' } })
    expect(await holds()).toMatchObject([{ workspaceId, removal: { areKeysGone: true } }])
  })

  test('while the keys go, which is said too', async () => {
    let answer = (): void => undefined
    vi.spyOn(engine.secrets, 'delete').mockImplementationOnce(() => new Promise((resolve) => (answer = () => resolve({ ok: true, value: null }))))
    void engine.request('workspaces.remove', { workspaceId })
    await engine.advance(5000)
    const killed = engine.restart({ crash: true })
    answer()
    await killed
    expect(await holds()).toMatchObject([{ workspaceId, removal: { areKeysGone: true } }])
  })

  test('by an error of its own after the keys are gone, which is said like a crash', async () => {
    const change = (sql: string): void => {
      const database = openDatabase(join(engine.folder, 'studio.db'))
      database.exec(sql)
      database.close()
    }
    change("CREATE TRIGGER refuse BEFORE UPDATE ON workspaces BEGIN SELECT raise(ABORT, 'refused by the test'); END")
    expect(await remove()).toMatchObject({ ok: false, error: { code: 'bug' } })
    change('DROP TRIGGER refuse')
    await engine.restart({ crash: true })
    expect(await holds()).toMatchObject([{ workspaceId, removal: { areKeysGone: true } }])
  })
})
