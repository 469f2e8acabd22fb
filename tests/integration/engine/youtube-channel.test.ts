import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { createFakeYoutube, fakeChannelId } from '../../contract/fake-youtube.ts'
import type { FakeRequest } from '../../contract/fake-network.ts'
import { filmTerms } from '../../support/film-terms.ts'
import { tinyMp4 } from '../../support/tiny-videos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const documentOf = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })
const network = createFakeYoutube()
let engine: TestEngine
let workspaceId: string
let accountId: string
let mediaId: string
let isAnswerLost = false

function asked({ method, url, headers = {}, body }: HttpRequest): FakeRequest {
  const { pathname, searchParams } = new URL(url)
  const text = typeof body === 'string' ? body : ''
  return { method, path: pathname, query: searchParams, headers, text, bytes: body instanceof Uint8Array ? body.byteLength : text.length, json: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
}

/** Google, as far as one channel needs it; the answer that makes a video can be lost on its way. */
const http: HttpClient = {
  async send(request) {
    const { origin, host } = new URL(request.url)
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '')
    const token = form.get('code') === 'not-a-code' ? { status: 400, json: { error: 'invalid_grant' } } : { status: 200, json: { access_token: 'top-secret-access', refresh_token: 'top-secret-refresh', expires_in: 3599 } }
    const { status, json, headers = {} } = host === 'oauth2.googleapis.com' ? { ...token, headers: {} } : network.answer(asked(request), origin)
    if (isAnswerLost && network.isCreate(asked(request))) return { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'the answer was lost', { retryable: true }) } }
    return { ok: true, response: { status, headers: { 'content-type': 'application/json', date: new Date(engine.now()).toUTCString(), ...headers }, body: new TextEncoder().encode(JSON.stringify(json) ?? ''), url: request.url } }
  }
}

async function schedule(title: string, when: { kind: 'now' } | { kind: 'at'; localDateTime: string } = { kind: 'now' }): Promise<string> {
  const postId = engine.random.id()
  const content = { title, document: documentOf(`${title}, la suite #phare`), targets: [{ accountId, variant: null, terms: filmTerms }], media: [{ mediaId, altText: 'Le phare' }] }
  const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
  await engine.ask('posts.schedule', { workspaceId, postId, revision, when })
  return postId
}

const jobOf = async (postId: string) => (await engine.ask('posts.read', { workspaceId, postId })).jobs[0]
const passUntil = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let minutes = 0; minutes < 30 && !(await isSo()); minutes += 1) await engine.advance(60_000)
}

/** The main job on a channel, below the window: the whole engine with its own adapters, secrets, outbox, library and inbox. */
describe('the engine on a channel of YouTube', () => {
  beforeAll(async () => {
    engine = await startTestEngine({ http, startAt: Date.now() })
    workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    await engine.ask('workspaces.update', { workspaceId, changes: { safety: { undoSeconds: 0 } } })
    const bytes = await tinyMp4()
    mediaId = engine.random.id()
    await engine.ask('media.beginFile', { workspaceId, mediaId, fileName: 'phare.mp4', bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
    await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
    await engine.ask('media.finishFile', { workspaceId, mediaId })
  })
  afterAll(() => engine.stop())

  it('connects the one channel that the login opens, without a question', async () => {
    expect(await engine.ask('ownApps.save', { workspaceId, networkId: 'youtube', scope: 'workspace', clientId: '4711', clientSecret: 'top-secret-app', redirectUri: '' })).toEqual({ checked: 'accepted' })
    const loginId = engine.random.id()
    expect(await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'youtube', serverUrl: 'youtube.com', redirectUri: 'http://127.0.0.1:40111/vigie' })).toMatchObject({ ok: true })
    const completed = await engine.askAsMain('login.complete', { loginId, code: 'the-code', issuer: 'https://accounts.google.com' })
    if (!completed.ok) throw new Error(completed.error.message)
    expect(completed.value.account).toMatchObject({ networkId: 'youtube', handle: '@atelier', displayName: 'Atelier', remoteId: fakeChannelId, state: 'connected' })
    accountId = completed.value.account.id
  })

  it('waits until YouTube is done with a video, and finds again what went out without an answer instead of uploading it twice', async () => {
    network.isProcessing = true
    const first = await schedule('Le phare')
    await passUntil(async () => (await jobOf(first))?.state === 'pending_at_network')
    expect((await jobOf(first))?.state).toBe('pending_at_network')
    network.isProcessing = false
    network.change('newvideo002', { uploadStatus: 'processed' })
    await passUntil(async () => (await jobOf(first))?.state === 'published')
    expect(await jobOf(first)).toMatchObject({ state: 'published', remoteUrl: 'https://www.youtube.com/watch?v=newvideo002' })
    isAnswerLost = true
    const second = await schedule('La lanterne')
    await engine.advance(5_000)
    isAnswerLost = false
    await passUntil(async () => (await jobOf(second))?.state === 'published')
    expect([(await jobOf(second))?.state, network.visible()]).toEqual(['published', ['Le phare', 'La lanterne']])
  })

  it('gives what YouTube locks to the person, with everything to publish it by hand, and takes their word', async () => {
    network.isLocked = true
    const postId = await schedule('La cave')
    await passUntil(async () => (await jobOf(postId))?.byHand === true)
    const job = await jobOf(postId)
    expect(job).toMatchObject({ state: 'pending_at_network', byHand: true })
    expect(await engine.ask('outbox.readByHand', { workspaceId, jobId: job!.id })).toMatchObject({ title: 'La cave', text: 'La cave, la suite #phare', media: [{ fileName: 'phare.mp4', mediaType: 'video/mp4' }] })
    await engine.ask('outbox.decide', { workspaceId, jobId: job!.id, decision: 'it_is_there', remoteUrl: 'https://www.youtube.com/watch?v=abcdefghijk' })
    expect(await jobOf(postId)).toMatchObject({ state: 'published', remoteUrl: 'https://www.youtube.com/watch?v=abcdefghijk' })
    network.isLocked = false
  })

  it('reads what is said there, answers, and holds back', async () => {
    network.hear('Où est-ce ?')
    const open = () => engine.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 50 })
    await engine.ask('inbox.refresh', { workspaceId })
    await passUntil(async () => (await open()).conversations.length > 0)
    const [conversation] = (await open()).conversations
    const { items, canLike } = await engine.ask('inbox.read', { workspaceId, conversationId: conversation!.id })
    expect([items.map(({ text, authorName }) => [text, authorName]), canLike]).toEqual([[['Où est-ce ?', 'tom']], false])
    await engine.ask('inbox.reply', { workspaceId, conversationId: conversation!.id, replyId: engine.random.id(), itemId: items[0]!.id, text: 'En Bretagne' })
    await passUntil(async () => (await engine.ask('inbox.read', { workspaceId, conversationId: conversation!.id })).jobs.length === 0)
    await engine.ask('inbox.act', { workspaceId, itemId: items[0]!.id, act: 'hide' })
    await passUntil(async () => network.inForce().length > 0)
    expect(network.inForce()).toEqual(['hide'])
    const after = await engine.ask('inbox.read', { workspaceId, conversationId: conversation!.id })
    expect(after.items.map(({ text, isOwn }) => [text, isOwn])).toEqual([['Où est-ce ?', false], ['En Bretagne', true]])
  })

  it('hands a scheduled video over, and calls it back', async () => {
    const localDateTime = new Date(engine.now() + 3 * 86_400_000).toISOString().slice(0, 16)
    const postId = await schedule('Noël au phare', { kind: 'at', localDateTime })
    await engine.ask('handOver.start', { workspaceId, postId })
    await passUntil(async () => (network.waiting?.() ?? []).length > 0)
    expect(network.waiting?.()).toEqual(['Noël au phare'])
    await engine.ask('handOver.takeBack', { workspaceId, postId, afterwards: 'wait_here' })
    await passUntil(async () => (network.waiting?.() ?? []).length === 0)
    expect(network.waiting?.()).toEqual([])
    expect((await jobOf(postId))?.state).toBe('queued')
  })

  it('tells nobody a token, the app’s secret or the address of an upload', () => {
    expect(JSON.stringify([engine.logLines, engine.events])).not.toMatch(/top-secret|upload_id=/)
  })
})
