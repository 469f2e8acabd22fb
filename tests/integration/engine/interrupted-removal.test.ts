import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { contentOf } from '../outbox/publish.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string
let accountId: string
let answerLate: () => void

/** Answers only when the test says so, whatever is aborted: as a socket that nobody closes. */
function deaf(adapter: NetworkAdapter): NetworkAdapter {
  const late = new Promise<void>((resolve) => (answerLate = resolve))
  return {
    ...adapter,
    publisher: {
      ...adapter.publisher,
      async publish(session, draft, intent) {
        const sent = adapter.publisher.publish(session, draft, intent)
        if (draft.text.includes('slow')) await late
        return sent
      }
    }
  }
}

beforeEach(async () => {
  network = createScriptedServer('wordpress', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [deaf(network.adapter)] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  accountId = (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'secret-of-lea' })).id
})
afterEach(() => engine.stop())

async function post(text: string, at?: string): Promise<string> {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(text, [accountId]) })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: at === undefined ? { kind: 'now' } : { kind: 'at', localDateTime: at } })
  await engine.settle()
  return postId
}

const heldBack = async () => (await engine.ask('handOver.readHeld', { workspaceId })).posts

/** The removal, with time going on as long as it waits. */
async function remove() {
  let answer: Awaited<ReturnType<typeof engine.request<'workspaces.remove'>>> | null = null
  const asked = engine.request('workspaces.remove', { workspaceId }).then((result) => (answer = result))
  for (let second = 0; second < 25 && answer === null; second += 1) await engine.advance(1000)
  return asked
}

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
})
