import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createFakeFacebook } from '../../contract/fake-facebook.ts'
import { fakePageId } from '../../contract/fake-facebook-comments.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const documentOf = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
const network = createFakeFacebook()
let engine: TestEngine
let workspaceId: string
let accountId: string
let isAnswerLost = false

function asked({ method, url, headers = {}, body }: HttpRequest): FakeRequest {
  const { pathname, searchParams } = new URL(url)
  const text = typeof body === 'string' ? body : ''
  return { method, path: pathname, query: searchParams, headers, text, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

/** Meta, as far as a Page with one manager needs it; the answer to a post can be lost on its way. */
const http: HttpClient = {
  async send(request) {
    const { pathname } = new URL(request.url)
    const login = pathname.endsWith('/oauth/access_token') ? { access_token: 'top-secret-person', token_type: 'bearer' } : pathname.endsWith('/me/accounts') ? { data: [{ id: fakePageId, name: 'Atelier', username: 'atelier', tasks: ['MANAGE'], access_token: 'top-secret-page' }] } : null
    const { status, json } = login === null ? network.answer(asked(request), request.url) : { status: 200, json: login }
    if (isAnswerLost && network.isCreate(asked(request))) return { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'the answer was lost', { retryable: true }) } }
    return { ok: true, response: { status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } }
  }
}

async function schedule(text: string, when: { kind: 'now' } | { kind: 'at'; localDateTime: string } = { kind: 'now' }): Promise<string> {
  const postId = engine.random.id()
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: documentOf(text), targets: [{ accountId, variant: null }], media: [] } })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when })
  return postId
}

const jobOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]
const passUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let minutes = 0; minutes < 30 && !(await isSo()); minutes += 1) await engine.advance(60_000)
}

/** The main job on a Page, below the window: the whole engine with its own adapters, secrets, outbox and inbox. */
describe('the engine on a Facebook Page', () => {
  beforeAll(async () => {
    engine = await startTestEngine({ http, startAt: Date.now() })
    workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
  })
  afterAll(() => engine.stop())

  it('connects the one Page that the login opens, without a question', async () => {
    expect(await engine.ask('ownApps.save', { workspaceId, networkId: 'facebook', scope: 'workspace', clientId: '4711', clientSecret: 'top-secret-app', redirectUri: '' })).toEqual({ checked: 'accepted' })
    const loginId = engine.random.id()
    expect(await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'facebook', serverUrl: 'facebook.com', redirectUri: 'http://localhost:28347/vigie' })).toMatchObject({ ok: true })
    const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: null })
    if (!completed.ok) throw new Error(completed.error.message)
    expect(completed.value.account).toMatchObject({ networkId: 'facebook', handle: '@atelier', displayName: 'Atelier', remoteId: fakePageId, state: 'connected', accessEndsAt: expect.any(Number) })
    accountId = completed.value.account.id
  })

  it('publishes, and finds again what went out without an answer instead of sending it twice', async () => {
    const first = await schedule('Ouverture samedi')
    await passUntil(async () => (await jobOf(first))?.state === 'published')
    expect(await jobOf(first)).toMatchObject({ state: 'published', remoteUrl: expect.stringMatching(/^https:\/\/www\.facebook\.com\/1001_/) })
    isAnswerLost = true
    const second = await schedule('Fermeture dimanche')
    await engine.advance(5_000)
    isAnswerLost = false
    await passUntil(async () => (await jobOf(second))?.state === 'published')
    expect((await jobOf(second))?.state).toBe('published')
    expect(network.visible()).toEqual(['Ouverture samedi', 'Fermeture dimanche'])
  })

  it('reads what is said there, answers, likes and hides', async () => {
    network.hear('Vous avez du thé ?')
    const open = () => engine.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 50 })
    await engine.ask('inbox.refresh', { workspaceId })
    await passUntil(async () => (await open()).conversations.length > 0)
    const [conversation] = (await open()).conversations
    const { items } = await engine.ask('inbox.read', { workspaceId, conversationId: conversation!.id })
    const [item] = items
    expect(item).toMatchObject({ text: 'Vous avez du thé ?', authorName: 'Tom' })
    await engine.ask('inbox.like', { workspaceId, itemId: item!.id, liked: true })
    await engine.ask('inbox.reply', { workspaceId, conversationId: conversation!.id, replyId: engine.random.id(), itemId: item!.id, text: 'Oui, du noir et du vert' })
    await engine.ask('inbox.act', { workspaceId, itemId: item!.id, act: 'hide' })
    await passUntil(async () => network.inForce().length > 0)
    expect(network.inForce()).toEqual(['hide'])
    await engine.ask('inbox.refresh', { workspaceId })
    await engine.advance(10 * 60_000)
    const after = await engine.ask('inbox.read', { workspaceId, conversationId: conversation!.id })
    expect(after.items.map(({ text, isOwn }) => [text, isOwn])).toEqual([['Vous avez du thé ?', false], ['Oui, du noir et du vert', true]])
  })

  it('hands a scheduled post over, and calls it back', async () => {
    const localDateTime = new Date(engine.now() + 3 * 86_400_000).toISOString().slice(0, 16)
    const postId = await schedule('Marché de Noël', { kind: 'at', localDateTime })
    await engine.ask('handOver.start', { workspaceId, postId })
    await passUntil(async () => (network.waiting?.() ?? []).length > 0)
    expect(network.waiting?.()).toEqual(['Marché de Noël'])
    await engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' })
    await passUntil(async () => (network.waiting?.() ?? []).length === 0)
    expect(network.waiting?.()).toEqual([])
    expect((await jobOf(postId))?.state).toBe('queued')
  })

  it('tells nobody a token or the app’s secret', () => {
    expect(JSON.stringify([engine.logLines, engine.events])).not.toContain('top-secret')
  })
})
