import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPaperNetwork, type PaperNetwork } from '../../ui/support/paper-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let x: PaperNetwork
let engine: TestEngine
let workspaceId: string
let accountId: string

const paragraph = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

beforeEach(async () => {
  x = createPaperNetwork('x', () => engine.now())
  engine = await startTestEngine({ adapters: [x.adapter] })
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
  await engine.ask('ownApps.save', { workspaceId, networkId: 'x', scope: 'workspace', clientId: 'app', clientSecret: '', redirectUri: '' })
  x.invite('lune', { displayName: 'Lune', handle: '@lune', serverUrl: 'https://api.x.com' })
  const loginId = engine.random.id()
  await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'x', serverUrl: 'x.com', redirectUri: 'http://127.0.0.1:1/x' })
  const completed = await engine.askAsMain('login.complete', { loginId, code: 'lune', issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  accountId = completed.value.account.id
  await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
})
afterEach(() => engine.stop())

async function publish(...texts: readonly string[]): Promise<string> {
  const postId = engine.random.id()
  const [first = '', ...others] = texts
  const moreParts = others.map((text) => ({ id: engine.random.id(), document: paragraph(text), variants: [], media: [] }))
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: paragraph(first), targets: [{ accountId, variant: null }], media: [], ...(moreParts.length > 0 ? { moreParts } : {}) } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
  await engine.advance(2_000)
  return postId
}

const costs = () => engine.ask('costs.read', { workspaceId })
const cap = (monthlyCapMills: number | null) => engine.ask('workspaces.update', { workspaceId, changes: { safety: { monthlyCapMills } } })
const jobsOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).jobs

it('counts each post that is out, dearer with a link, each part of a thread for itself, and keeps it over a crash', async () => {
  await publish('Bonjour la lune')
  await publish('Lisez exemple.fr/lune')
  await publish('Un fil', 'qui continue', 'et renvoie à https://exemple.fr')
  const expected = { month: '2026-11', months: [{ month: '2026-11', posts: 5, withLink: 2, messagesSent: 0, messagesRead: 0, mills: 15 + 200 + 15 + 15 + 200 }], possible: { posts: 0, mills: 0 } }
  expect(await costs()).toEqual(expected)
  await engine.restart({ crash: true })
  await engine.advance(60_000)
  expect([await costs(), x.published.length]).toEqual([expected, 5])
})

it('counts nothing of what was refused, and what may have arrived as possible until somebody knows', async () => {
  x.nextSends('rejected', 'cut')
  await publish('Refusé')
  const doubtful = await publish('Perdu en route')
  expect(await costs()).toMatchObject({ months: [], possible: { posts: 1, mills: 15 } })
  const [job] = await jobsOf(doubtful)
  await engine.ask('outbox.decide', { workspaceId, jobId: job!.id, decision: 'it_is_there' })
  expect(await costs()).toMatchObject({ months: [{ posts: 1, mills: 15 }], possible: { posts: 0, mills: 0 } })
})

it('holds back what would cost more than the cap leaves, and lets it go once the cap is raised', async () => {
  await cap(215)
  await publish('Lisez https://exemple.fr/un')
  const postId = await publish('Lisez https://exemple.fr/deux')
  expect(await jobsOf(postId)).toMatchObject([{ state: 'held', failure: { code: 'over_cap', details: { mills: 200, left: 15 } } }])
  expect(x.published).toHaveLength(1)
  await publish('Sans lien, cela passe')
  expect(x.published).toHaveLength(2)
  expect(await engine.request('outbox.decide', { workspaceId, jobId: (await jobsOf(postId))[0]!.id, decision: 'publish_now' })).toMatchObject({ ok: false, error: { code: 'over_cap' } })
  await cap(1_000)
  await engine.ask('outbox.decide', { workspaceId, jobId: (await jobsOf(postId))[0]!.id, decision: 'publish_now' })
  await engine.advance(2_000)
  expect((await costs()).months).toEqual([{ month: '2026-11', posts: 3, withLink: 2, messagesSent: 0, messagesRead: 0, mills: 415 }])
})

it('takes what may have arrived from the cap too', async () => {
  await cap(215)
  x.nextSends('cut')
  await publish('Lisez https://exemple.fr/un')
  expect(await jobsOf(await publish('Lisez https://exemple.fr/deux'))).toMatchObject([{ state: 'held', failure: { code: 'over_cap' } }])
})

it('begins anew with the month, by the clocks of the client', async () => {
  await cap(200)
  await publish('Lisez https://exemple.fr/un')
  // 30 November, 23:30 in UTC: December has begun in Paris.
  await engine.restart({ crash: false, downForMs: Date.UTC(2026, 10, 30, 23, 30) - engine.now() })
  await publish('Lisez https://exemple.fr/deux')
  expect(await costs()).toMatchObject({ month: '2026-12', months: [{ month: '2026-12', mills: 200 }, { month: '2026-11', mills: 200 }] })
})
