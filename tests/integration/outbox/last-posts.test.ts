import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import type { LastPost } from '../../../shared/outbox/last-posts.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createScriptedServer, type ScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'
import { contentOf } from './publish.ts'

let engine: TestEngine
let network: ScriptedServer
let workspaceId: string
let answer: () => NetworkResult<readonly LastPost[] | null>
let asked: boolean[]

const seen: LastPost = { remoteId: '1', text: 'Hello', url: 'https://site.example/1', publishedAt: 1_000 }

beforeEach(async () => {
  network = createScriptedServer('wordpress', { now: () => engine.now() })
  network.otherwise({ look: () => 'cannot_tell' })
  answer = () => ({ ok: true, value: [seen] })
  asked = []
  const { publisher } = network.adapter
  const listLast = async (_session: unknown, { isAnswer }: { readonly isAnswer: boolean }) => {
    asked.push(isAnswer)
    return answer()
  }
  engine = await startTestEngine({ adapters: [{ ...network.adapter, publisher: { ...publisher, listLast } }] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

async function connect(): Promise<string> {
  return (await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'wordpress', serverUrl: 'https://site.example', identifier: 'lea', appPassword: 'x' })).id
}
async function publishNow(accountId: string, text = 'Hello'): Promise<string> {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: contentOf(text, [accountId]) })
  const { jobs } = await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' }, isRepeatMeant: true })
  await engine.advance(10 * 60_000)
  return jobs[0]?.id ?? ''
}
async function inDoubt(): Promise<{ jobId: string; accountId: string }> {
  const accountId = await connect()
  network.nextSends('cut_before')
  return { jobId: await publishNow(accountId), accountId }
}
const read = (jobId: string) => engine.request('outbox.readLastPosts', { workspaceId, jobId })

test('what was sent and what the account published last, as often as somebody looks; nothing is sent by that', async () => {
  const { jobId } = await inDoubt()
  for (const time of [1, 2]) expect(await read(jobId), `${time}`).toEqual({ ok: true, value: { title: 'A title', text: 'Hello', posts: [seen] } })
  expect([asked, network.calls.publish]).toEqual([[false, false], 1])
  expect((await engine.ask('outbox.readJob', { workspaceId, jobId })).job).toMatchObject({ state: 'unknown_outcome', nextAttemptAt: null })
})

test('a post with the same words that is known as another one is told apart: only that one stands there', async () => {
  const accountId = await connect()
  const { job: other } = await engine.ask('outbox.readJob', { workspaceId, jobId: await publishNow(accountId) })
  await publishNow(accountId, 'Other words')
  network.nextSends('cut_before')
  const jobId = await publishNow(accountId)
  const strange: LastPost = { ...seen, remoteId: 'from elsewhere' }
  const [same, different] = ['wordpress-1', 'wordpress-2'].map((remoteId) => ({ ...seen, remoteId }))
  answer = () => ({ ok: true, value: [same!, different!, strange] })
  expect(await read(jobId)).toEqual({ ok: true, value: { title: 'A title', text: 'Hello', posts: [{ ...same, knownAs: { plannedAt: other.dueAt } }, different, strange] } })
})

test('a network that cannot be asked now says why, and one that lists nothing says that', async () => {
  const { jobId } = await inDoubt()
  answer = () => ({ ok: false, failure: { kind: 'server_error', error: studioError('server_error', 'down') } })
  expect(await read(jobId)).toMatchObject({ ok: false, error: { code: 'server_error' } })
  answer = () => ({ ok: true, value: null })
  expect(await read(jobId)).toMatchObject({ ok: true, value: { text: 'Hello', posts: null } })
})

test('of what is decided, and of an account that is gone, nothing is asked', async () => {
  const { jobId, accountId } = await inDoubt()
  await engine.ask('accounts.remove', { workspaceId, accountId })
  expect(await read(jobId)).toMatchObject({ ok: true, value: { posts: null } })
  await engine.ask('outbox.decide', { workspaceId, jobId, decision: 'it_is_there' })
  expect(await read(jobId)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(asked).toEqual([])
})
