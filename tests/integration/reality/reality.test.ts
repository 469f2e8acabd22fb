import { afterEach, expect, test } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { PostThere } from '../../../shared/reality/post-there.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

interface Rig {
  readonly engine: TestEngine
  readonly workspaceId: string
  readonly accountId: string
  readonly jobId: string
  readonly postId: string
  /** What the network answers next. */
  says: NetworkResult<PostThere | 'gone'>
  asked: number
}

async function startWithPost({ givesBack = true } = {}): Promise<Rig> {
  const network = createScriptedNetwork('bluesky')
  const adapter: NetworkAdapter = {
    ...network.adapter,
    publisher: { publish: async () => ({ ok: true, value: { remoteId: 'post-1', url: 'https://server.example/1' } }), findPublished: async () => ({ ok: true, value: 'none' }) },
    ...(givesBack ? {
      readBack: async () => {
        rig.asked += 1
        return rig.says
      }
    } : {})
  }
  const own = await startTestEngine({ adapters: [adapter] })
  engine = own
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  network.people.set('lune', { password: 'p', identity: identityOf('lune') })
  const { id: accountId } = await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://server.example', identifier: 'lune', appPassword: 'p' })
  const postId = own.random.id()
  const document = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Bonjour à tous' }] }] }
  const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document, targets: [{ accountId, variant: null }], media: [] } })
  const { jobs } = await own.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  const rig: Rig = { engine: own, workspaceId, accountId, postId, jobId: jobs[0]!.id, says: { ok: true, value: { text: 'Bonjour à tous' } }, asked: 0 }
  return rig
}

test('what was sent is told by itself; what stands there is read on demand, kept over a restart, and told without a network', async () => {
  const rig = await startWithPost()
  const of = { workspaceId: rig.workspaceId, jobId: rig.jobId }
  expect(await rig.engine.request('reality.ofJob', of)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  await rig.engine.advance(60_000)
  expect(await rig.engine.ask('reality.ofJob', of)).toMatchObject({ sent: { text: 'Bonjour à tous', accountId: rig.accountId }, readable: 'yes', kept: null })
  expect(rig.asked).toBe(0)

  rig.says = { ok: true, value: { text: 'Bonjour tous' } }
  expect(await rig.engine.ask('reality.read', of)).toMatchObject({ kept: { there: { text: 'Bonjour tous' } } })
  await rig.engine.ask('reality.read', of)
  expect(rig.asked).toBe(1)

  await rig.engine.restart({ crash: true })
  await rig.engine.advance(61_000)
  rig.says = { ok: false, failure: { kind: 'not_sent', error: studioError('offline', 'said by the test', { retryable: true }) } }
  expect(await rig.engine.request('reality.read', of)).toMatchObject({ ok: false, error: { code: 'offline' } })
  expect(rig.asked).toBe(2)
  expect(await rig.engine.ask('reality.ofJob', of)).toMatchObject({ kept: { there: { text: 'Bonjour tous' } } })

  rig.says = { ok: true, value: 'gone' }
  expect(await rig.engine.ask('reality.read', of)).toMatchObject({ kept: { there: 'gone' } })
})

test('two presses at the same moment ask the network once, and both have its answer', async () => {
  const rig = await startWithPost()
  const of = { workspaceId: rig.workspaceId, jobId: rig.jobId }
  await rig.engine.advance(60_000)
  const [one, other] = await Promise.all([rig.engine.ask('reality.read', of), rig.engine.ask('reality.read', of)])
  expect(rig.asked).toBe(1)
  expect(other).toEqual(one)
  await rig.engine.advance(61_000)
  await rig.engine.ask('reality.read', of)
  expect(rig.asked).toBe(2)
})

test('says why it cannot be read back: the network gives nothing, or the account is gone', async () => {
  const rig = await startWithPost({ givesBack: false })
  const of = { workspaceId: rig.workspaceId, jobId: rig.jobId }
  await rig.engine.advance(60_000)
  expect(await rig.engine.ask('reality.read', of)).toMatchObject({ readable: 'not_given', kept: null })
  await rig.engine.ask('accounts.remove', { workspaceId: rig.workspaceId, accountId: rig.accountId })
  expect(await rig.engine.ask('reality.ofJob', of)).toMatchObject({ readable: 'account_gone', sent: { text: 'Bonjour à tous' } })
})

test('after the clock was set back, a press asks again', async () => {
  const rig = await startWithPost()
  const of = { workspaceId: rig.workspaceId, jobId: rig.jobId }
  await rig.engine.advance(60_000)
  await rig.engine.ask('reality.read', of)
  await rig.engine.ask('reality.read', of)
  expect(rig.asked).toBe(1)
  await rig.engine.restart({ crash: false, downForMs: -24 * 60 * 60_000 })
  await rig.engine.ask('reality.read', of)
  expect(rig.asked).toBe(2)
})
