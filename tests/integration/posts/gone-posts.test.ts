import { afterEach, beforeEach, expect, test } from 'vitest'
import { createScriptedServer } from '../../support/scripted-adapter.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string
let content: { title: string; document: { type: 'doc'; content: { type: string; content: { type: string; text: string }[] }[] }; targets: { accountId: string; variant: null }[]; media: never[] }

beforeEach(async () => {
  const server = createScriptedServer('bluesky', { now: () => engine.now() })
  engine = await startTestEngine({ adapters: [server.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  const { id } = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: 'https://bluesky.example', identifier: 'lea', appPassword: 'abcd' })
  content = { title: '', document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Candles' }] }] }, targets: [{ accountId: id, variant: null }], media: [] }
})
afterEach(() => engine.stop())

const reasonOf = async (postId: string) => {
  const answer = await engine.request('posts.read', { workspaceId, postId })
  return answer.ok ? 'there' : [answer.error.code, answer.error.details?.['reason']]
}

async function draft(): Promise<string> {
  const postId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  return postId
}

test('a post that is gone says why: deleted, taken out of its series, or with its whole series', async () => {
  const [deleted, first] = [await draft(), await draft()]
  await engine.ask('posts.remove', { workspaceId, postId: deleted })
  expect(await reasonOf(deleted)).toEqual(['not_found', 'deleted'])
  expect(await reasonOf(engine.random.id())).toEqual(['not_found', undefined])

  const seriesId = engine.random.id()
  const series = await engine.ask('series.start', { workspaceId, seriesId, postId: first, revision: 1, localDateTime: '2026-11-24T09:00', rule: { every: 'day' }, end: { kind: 'count', count: 4 } })
  const [, second, third] = series.occurrences
  await engine.ask('series.skip', { workspaceId, seriesId, date: second!.date, skip: true })
  expect(await reasonOf(second!.postId!)).toEqual(['not_found', 'series_skipped'])
  await engine.ask('series.setState', { workspaceId, seriesId, state: 'paused' })
  expect(await reasonOf(third!.postId!)).toEqual(['not_found', 'series_paused'])
  await engine.ask('posts.saveDraft', { workspaceId, postId: deleted, revision: 0, content })
  expect(await reasonOf(deleted)).toBe('there')
})

test('what is kept of a post that is gone is refused where the client refused it', async () => {
  const postId = await draft()
  await engine.ask('posts.recordApproval', { workspaceId, postId, revision: 1, approval: { kind: 'refused', by: 'Claire', channel: 'mail', comment: 'No' } })
  await engine.ask('posts.remove', { workspaceId, postId })
  const keptId = engine.random.id()
  await engine.ask('posts.saveDraft', { workspaceId, postId: keptId, revision: 0, content, copyOf: postId })
  expect((await engine.ask('posts.read', { workspaceId, postId: keptId })).post.approval).toMatchObject({ kind: 'refused', by: 'Claire' })
})
