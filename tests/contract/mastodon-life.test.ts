import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import { createMastodonAdapter } from '../../electron/engine/networks/mastodon/mastodon-adapter.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { BrowserConnect } from '../../electron/engine/networks/network-connect.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { mastodonCapabilities } from '../../shared/networks/mastodon-capabilities.ts'
import { startPracticeRig, type PracticeRig } from '../integration/practice/practice-rig.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { loadMastodonDescription } from './descriptions/mastodon-description.ts'
import { createRequestLedger } from './descriptions/network-description.ts'

/**
 * The Mastodon adapter's whole life against the practice network's server, which was written from the documentation without it and whose
 * answers are checked against the description of the API. The requests of the adapter are checked against the same description at the end.
 */
describe('Mastodon, from login to logout', () => {
  const requests: HttpRequest[] = []
  const redirectUri = 'http://127.0.0.1:38241/callback'
  const signal = new AbortController().signal
  const us = '100000000000000000'
  const claire = '100000000000000001'
  const tomasz = '100000000000000002'
  let rig: PracticeRig
  let http: HttpClient
  let adapter: NetworkAdapter
  let connect: BrowserConnect
  let session: TestSession

  beforeAll(async () => {
    rig = await startPracticeRig()
    const client = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    http = {
      send(request) {
        requests.push(request)
        return client.send(request)
      }
    }
    adapter = adapterOver(http)
    connect = adapter.connect as BrowserConnect
  })
  afterAll(() => rig?.stop())

  const adapterOver = (over: HttpClient): NetworkAdapter => createMastodonAdapter({ capabilities: mastodonCapabilities, http: over, clock: { now: () => rig.clock.now(), after: (_, callback) => (callback(), () => undefined) }, random: systemRandom })
  const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: systemRandom.id(), intentAt: rig.clock.now() })
  const write = (authorId: string, text: string, inReplyToId: string | null = null, visibility: 'public' | 'unlisted' | 'private' | 'direct' = 'public'): string =>
    rig.record.publish({ authorId, text, createdAt: rig.clock.now(), inReplyToId, reblogOfId: null, visibility, spoilerText: '', sensitive: false, language: 'fr' }).id
  const answerTo = (remoteId: string): { remoteId: string; rootRemoteId: string; authorHandle: string } => ({ remoteId, rootRemoteId: remoteId, authorHandle: '@claire_b' })
  const status = async (id: string): Promise<Record<string, unknown>> => (await rig.call('GET', `/api/v1/statuses/${id}`, { token: JSON.parse(session.secret).accessToken as string })).body as never

  async function logIn(): Promise<TestSession> {
    const begun = valueOf(await connect.begin({ serverUrl: rig.origin, redirectUri, app: null, signal }))
    const consent = await fetch(begun.loginUrl, { redirect: 'manual' })
    const callback = new URL(consent.headers.get('location')!)
    expect(callback.href.startsWith(redirectUri)).toBe(true)
    expect(callback.searchParams.get('state')).toBe(begun.state)
    const { identity, secret } = valueOf(await connect.complete({ pending: begun.pending, code: callback.searchParams.get('code')!, issuer: null, signal }))
    return createSession('mastodon', identity, secret)
  }

  it('logs in with PKCE and the narrowest scopes, and says who we are', async () => {
    const { loginUrl, state, pending } = valueOf(await connect.begin({ serverUrl: rig.origin, redirectUri, app: null, signal }))
    const parameters = new URL(loginUrl).searchParams
    expect(parameters.get('code_challenge_method')).toBe('S256')
    expect(parameters.get('scope')).toBe('read:accounts read:statuses read:notifications write:accounts write:statuses write:media write:favourites write:mutes write:blocks write:reports')
    expect(state.length).toBeGreaterThanOrEqual(43)
    expect(loginUrl).not.toContain(JSON.parse(pending).verifier)
    expect(loginUrl).not.toContain(JSON.parse(pending).clientSecret)
    session = await logIn()
    expect(valueOf(await connect.whoAmI(session))).toMatchObject({
      handle: expect.stringMatching(/^@lesamarres@/), displayName: 'lesamarres (name)', remoteId: us, serverUrl: rig.origin, serverLimits: { maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4 }
    })
  })

  it('is refused a code that was used, and a server that is none', async () => {
    const begun = valueOf(await connect.begin({ serverUrl: rig.origin, redirectUri, app: null, signal }))
    expect(await connect.complete({ pending: begun.pending, code: 'invented', issuer: null, signal })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'login_refused' } } })
    expect(await connect.begin({ serverUrl: 'http://127.0.0.1:1', redirectUri, app: null, signal })).toMatchObject({ ok: false, failure: { kind: 'not_sent' } })
  })

  it('publishes with pictures and alt texts, in public, whatever the default of the account', async () => {
    const published = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour à tous', { media: [pictureOf('un point'), pictureOf('')] }), newIntent()))
    expect(await status(published.remoteId)).toMatchObject({ visibility: 'public', media_attachments: [{ description: 'un point' }, {}] })
    expect(published.url).toMatch(/^http/)
  })

  it('makes one post of one intent, and finds it', async () => {
    const intent = newIntent()
    const draft = draftOf('Une seule fois : https://exemple.fr/une/adresse/vraiment/tres/longue?x=1 & <b>', { media: [] })
    const sentAt = rig.clock.now()
    const first = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(valueOf(await adapter.publisher.publish(session, draft, intent)).remoteId).toBe(first.remoteId)
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt }))).toEqual(first)
    expect(valueOf(await adapter.publisher.findPublished(session, draftOf('Une seule fois'), { ...intent, sentAt: sentAt - 10_000 }))).toBe('none')
  })

  it('is told no for a text that is too long', async () => {
    expect(await adapter.publisher.publish(session, draftOf('x'.repeat(501)), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'rejected', details: { status: 422, reason: expect.stringContaining('character limit') } } } })
  })

  it('brings in answers, mentions and messages, one conversation for each person, and answers as privately as it was asked', async () => {
    const { cursor } = await fetchAll(adapter, session, null)
    const ours = valueOf(await adapter.publisher.publish(session, draftOf('Notre annonce'), newIntent())).remoteId
    const question = write(claire, '@lesamarres combien ?', ours)
    const praise = write(tomasz, '@lesamarres bravo', ours)
    const elsewhere = write(claire, 'Voyez @lesamarres', null, 'unlisted')
    const secret = write(tomasz, '@lesamarres en privé', null, 'direct')
    const fetched = await fetchAll(adapter, session, cursor)
    const items = new Map(fetched.items.map((item) => [item.remoteId, item]))
    expect(items.size).toBe(4)
    expect(items.get(question)).toMatchObject({ kind: 'comment', conversationRemoteId: question, ourPostRemoteId: ours, parentRemoteId: ours, authorName: 'claire_b (name)', authorHandle: expect.stringMatching(/^@claire_b@/), text: '@lesamarres combien ?' })
    expect(items.get(praise)).toMatchObject({ kind: 'comment', conversationRemoteId: praise })
    expect(items.get(elsewhere)).toMatchObject({ kind: 'mention', conversationRemoteId: elsewhere, ourPostRemoteId: null })
    expect(items.get(secret)).toMatchObject({ kind: 'message', conversationRemoteId: secret })

    const answer = valueOf(await adapter.publisher.publish(session, draftOf('dix euros', { replyTo: answerTo(question) }), newIntent()))
    expect(await status(answer.remoteId)).toMatchObject({ in_reply_to_id: question, visibility: 'public', mentions: [{ username: 'claire_b' }] })
    const quiet = valueOf(await adapter.publisher.publish(session, draftOf('Merci @claire_b !', { replyTo: answerTo(elsewhere) }), newIntent()))
    expect(await status(quiet.remoteId)).toMatchObject({ visibility: 'unlisted', content: expect.not.stringMatching(/claire_b.*claire_b.*claire_b/) })
    const draft = draftOf('bien reçu', { audience: 'message', replyTo: answerTo(secret) })
    const intent = newIntent()
    const reply = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(await status(reply.remoteId)).toMatchObject({ visibility: 'direct' })
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: rig.clock.now() }))).toEqual(reply)

    const more = write(claire, '@lesamarres merci', answer.remoteId)
    const privately = write(tomasz, '@lesamarres super', reply.remoteId, 'direct')
    const next = await fetchAll(adapter, session, fetched.cursor)
    expect(Object.fromEntries(next.items.map((item) => [item.remoteId, item.conversationRemoteId]))).toEqual({ [more]: question, [privately]: secret })
    expect((await fetchAll(adapter, session, next.cursor)).items).toEqual([])
  })

  it('never makes a private exchange public', async () => {
    const secret = write(tomasz, '@lesamarres entre nous', null, 'direct')
    const reply = valueOf(await adapter.publisher.publish(session, draftOf('oui', { replyTo: answerTo(secret) }), newIntent()))
    expect(await status(reply.remoteId)).toMatchObject({ visibility: 'direct' })
  })

  it('likes, unlikes, and is told when the post is gone', async () => {
    const post = write(claire, 'aimez-moi')
    for (const liked of [true, true, false]) {
      valueOf(await adapter.publisher.setLiked!(session, { remoteId: post, liked }))
      expect(await status(post)).toMatchObject({ favourited: liked })
    }
    expect(await adapter.publisher.setLiked!(session, { remoteId: '1', liked: true })).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
    expect(await adapter.publisher.publish(session, draftOf('trop tard', { replyTo: answerTo('1') }), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
  })

  it('hands posts over for their time, finds them there, moves them, calls them back, and finds them published', async () => {
    const scheduler = adapter.scheduler!
    const hour = 3_600_000
    const dueAt = rig.clock.now() + 2 * hour
    const draft = draftOf('Demain matin https://exemple.fr', { media: [pictureOf('un point')] })
    const intent = { idempotencyKey: systemRandom.id(), dueAt }
    const there = valueOf(await scheduler.handOver(session, draft, intent))
    if (there.kind !== 'waiting') throw new Error(there.kind)
    expect(there).toMatchObject({ dueAt, isChanged: false })
    expect(valueOf(await scheduler.handOver(session, draft, intent))).toEqual(there)
    // Two of a series say the same: the time tells them apart.
    const next = valueOf(await scheduler.handOver(session, draft, { idempotencyKey: systemRandom.id(), dueAt: dueAt + 24 * hour }))
    if (next.kind !== 'waiting') throw new Error(next.kind)
    expect(valueOf(await scheduler.find(session, draft, { ...intent, sentAt: rig.clock.now() }))).toEqual(there)
    expect(valueOf(await scheduler.move(session, draft, there, dueAt + hour))).toEqual({ ...there, dueAt: dueAt + hour })
    expect(valueOf(await scheduler.cancel(session, draft, next))).toEqual({ kind: 'gone' })
    expect(valueOf(await scheduler.cancel(session, draft, next))).toEqual({ kind: 'gone' })
    expect(failureKind(await scheduler.move(session, draft, there, rig.clock.now() + 60_000))).toBe('rejected')
    rig.clock.runDue(dueAt + hour + 60_000)
    rig.record.publishScheduled(rig.clock.now())
    expect(valueOf(await scheduler.read(session, draft, { ...there, dueAt: dueAt + hour }))).toMatchObject({ kind: 'published', url: expect.stringContaining('/@lesamarres/') })
    expect(valueOf(await scheduler.cancel(session, draft, { ...there, dueAt: dueAt + hour }))).toMatchObject({ kind: 'published' })
  })

  it('is logged out by the network, and says so from then on', async () => {
    const other = await logIn()
    expect(valueOf(await connect.revoke(other))).toBeNull()
    expect(failureKind(await connect.whoAmI(other))).toBe('auth_revoked')
    expect(failureKind(await adapter.publisher.publish(other, draftOf('non'), newIntent()))).toBe('auth_revoked')
    expect(failureKind(await adapter.inbox!.fetchSince(other, null))).toBe('auth_revoked')
  })

  if (!hasSharedFolder) console.log('skipped: requests to Mastodon against its description (no ../shared; set VIGIE_SHARED)')
  it.skipIf(!hasSharedFolder)('asked for nothing that the description of the API does not know', () => {
    const description = loadMastodonDescription()
    const ledger = createRequestLedger()
    const passing = ledger.watch({ send: () => Promise.reject(new Error('only written down')) })
    for (const request of requests) if (request.url.startsWith(rig.origin)) passing.send(request).catch(() => undefined)
    console.log(ledger.report('Mastodon, from login to logout', description))
    expect(ledger.complaints(description)).toEqual([])
  })
})
