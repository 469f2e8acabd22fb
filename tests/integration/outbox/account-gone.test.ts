import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SendMishap, ScriptedServer } from '../../support/scripted-adapter.ts'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { contentOf } from './publish.ts'

const minute = 60_000

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string

const connect = () => engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })

beforeEach(async () => {
  network = createScriptedServer('wordpress', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [network.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
})
afterEach(() => engine.stop())

/** A post whose account is removed while nobody knows whether the network has it. */
async function removedInDoubt(mishap: SendMishap): Promise<{ postId: string; jobId: string }> {
  const { id: accountId } = await connect()
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Hello', [accountId]) })
  network.nextSends(mishap)
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.settle()
  const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
  await engine.ask('accounts.remove', { workspaceId, accountId })
  await engine.advance(10 * minute)
  return { postId, jobId: jobs[0]?.id ?? '' }
}

const jobOf = async (jobId: string) => (await engine.ask('outbox.readJob', { workspaceId, jobId })).job
const statusOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).post.status

describe('an account is removed while something of it may have arrived', () => {
  test.each<[string, SendMishap]>([['it was looked for', 'accept_then_cut'], ['its call was under way', 'accept_then_hang'], ['its network was still at work on it', 'pending']])('the user is asked what became of it: %s', async (_name, mishap) => {
    const { postId, jobId } = await removedInDoubt(mishap)
    expect(await jobOf(jobId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    // A draft would be written and sent once more.
    expect(await statusOf(postId)).toBe('needs_attention')
    expect(await engine.request('outbox.decide', { workspaceId, jobId, decision: 'it_is_there' })).toMatchObject({ ok: true })
    expect(await statusOf(postId)).toBe('published')
  })

  test('its network was still at work on the second send of it, after four looks for the first: the user is asked', async () => {
    const { id: accountId } = await connect()
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf('Hello', [accountId]) })
    network.nextSends('cut_before', 'pending')
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await engine.advance(4 * minute)
    const { jobs } = await engine.ask('posts.read', { workspaceId, postId })
    expect(jobs).toMatchObject([{ state: 'pending_at_network' }])
    await engine.ask('accounts.remove', { workspaceId, accountId })
    expect(await jobOf(jobs[0]?.id ?? '')).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    expect(network.records).toHaveLength(1)
  })

  test('nobody is there to send it again or to look: that is refused, and it does not wait for ever', async () => {
    const { jobId } = await removedInDoubt('cut_before')
    for (const decision of ['send_again', 'look_again'] as const) {
      expect(await engine.request('outbox.decide', { workspaceId, jobId, decision, seenSend: null })).toMatchObject({ ok: false, error: { code: 'conflict', details: { reason: 'account_removed' } } })
      expect(await jobOf(jobId)).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
    }
    expect(await engine.request('outbox.decide', { workspaceId, jobId, decision: 'drop' })).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  })

  test('connected anew it is another account: nothing goes out by that', async () => {
    const { jobId } = await removedInDoubt('cut_before')
    await connect()
    await engine.advance(30 * minute)
    expect(network.records).toEqual([])
    expect(await jobOf(jobId)).toMatchObject({ state: 'unknown_outcome' })
  })
})

test('what certainly never left goes with its account', async () => {
  const { postId, jobId } = await removedInDoubt('rate_limited')
  expect(await jobOf(jobId)).toMatchObject({ state: 'cancelled', cancelReason: 'account_removed' })
  expect(await statusOf(postId)).toBe('draft')
})
