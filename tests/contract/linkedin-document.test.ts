import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createLinkedinAdapter } from '../../electron/engine/networks/linkedin/linkedin-adapter.ts'
import { linkedinApiUrl, linkedinLoginUrl, type LinkedinKind } from '../../electron/engine/networks/linkedin/linkedin-options.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, documentOf, draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { loadLinkedinDescription } from './descriptions/linkedin-description.ts'
import { createRequestLedger, type RequestLedger } from './descriptions/network-description.ts'
import { createFakeLinkedin, fakeLinkedinMember, fakeLinkedinPage } from './fake-linkedin.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const never: Fault = { name: 'never', isDone: false, spoil: (response) => void response.destroy() }
const answer = (status: number, json: unknown): Fault => ({ name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })

describe.each(['member', 'page'] as const)('a document on LinkedIn, for a %s', (kind: LinkedinKind) => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let ledger: RequestLedger
  let adapter: NetworkAdapter
  let session: AccountSession

  beforeEach(async () => {
    network = createFakeLinkedin(kind)
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    ledger = createRequestLedger()
    const clock = { now: () => Date.now(), after: (_: number, callback: () => void) => (setImmediate(callback), () => undefined) }
    adapter = createLinkedinAdapter({ http: ledger.watch(http), clock, random: systemRandom, kind, apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl })
    const identity = { handle: 'Léa', displayName: 'Léa', serverUrl: server.url, remoteId: kind === 'member' ? fakeLinkedinMember : fakeLinkedinPage, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
    session = createSession(kind === 'member' ? 'linkedin' : 'linkedin_page', identity, writeOAuthSecret({ clientId: 'id', accessToken: 'top-secret', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const draft = draftOf('À lire cet été', { title: ' Cinq phares ', media: [documentOf()], format: 'document' })
  const isDocument = ({ path }: FakeRequest): boolean => path.startsWith('/rest/documents')
  const isFile = ({ method }: FakeRequest): boolean => method === 'PUT'
  const asked = (is: (request: FakeRequest) => boolean): number => server.requests.filter(is).length
  const content = (): unknown => server.requests.findLast((request) => network.isCreate(request))?.json['content']

  it('goes up once, is waited for, and stands in the post with its title', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(remoteId).toMatch(/^urn:li:share:\d+$/)
    expect(content()).toEqual({ media: { id: expect.stringMatching(/^urn:li:document:/), title: 'Cinq phares' } })
    expect([asked(isFile), asked(({ method, path }) => method === 'GET' && path.startsWith('/rest/documents/'))]).toEqual([1, 2])
    expect(ledger.complaints(loadLinkedinDescription())).toEqual([])
  })

  it('is handed over once, however often LinkedIn is not through with it, or what follows fails', async () => {
    server.spoil(({ method, path }) => method === 'GET' && path.startsWith('/rest/documents/'), answer(200, { id: 'urn:li:document:C5', status: 'PROCESSING' }), 11)
    expect(await adapter.publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { details: { reason: 'media_processing' } } } })
    server.spoil((request) => network.isCreate(request), answer(500, {}), 1)
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    valueOf(await adapter.publisher.publish(session, { ...draft, text: 'autre' }, intent))
    expect(asked(isFile)).toBe(1)
  })

  it('whose upload is cut is nothing that anybody sees, and goes up again', async () => {
    server.spoil(isFile, never, 1)
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).not.toMatch(/^(ok|unknown_outcome)/)
    expect(network.visible()).toEqual([])
    valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(network.visible()).toHaveLength(1)
  })

  it('that LinkedIn cannot read, or refuses, is named', async () => {
    server.spoil(({ method, path }) => method === 'GET' && path.startsWith('/rest/documents/'), answer(200, { id: 'urn:li:document:C5', status: 'PROCESSING_FAILED' }), 1)
    expect(await adapter.publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'Cinq phares.pdf' } } } })
    server.spoil(isFile, answer(413, { message: 'too large' }), 1)
    expect(await adapter.publisher.publish(session, draft, { ...intent, idempotencyKey: 'other' })).toMatchObject({ ok: false, failure: { error: { code: 'media_refused', details: { reason: 'too_large' } } } })
    expect(network.visible()).toEqual([])
  })

  it('goes to LinkedIn alone, and nothing is asked for one without a title or with something beside it', async () => {
    server.spoil(isDocument, answer(200, { value: { uploadUrl: `http://localhost:${new URL(server.url).port}/elsewhere`, document: 'urn:li:document:C4' } }), 1)
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('bug')
    expect(asked(({ path }) => path === '/elsewhere')).toBe(0)
    const before = server.requests.length
    for (const wrong of [{ ...draft, title: ' ' }, { ...draft, media: [] }, { ...draft, media: [pictureOf('')] }, { ...draft, media: [documentOf(), pictureOf('')] }]) {
      expect(failureKind(await adapter.publisher.publish(session, wrong, intent))).toBe('rejected')
    }
    expect(server.requests).toHaveLength(before)
  })

  it.runIf(kind === 'page')('whose answer was lost is found by its words, and a picture with the same words is not it', async () => {
    server.spoil((request) => network.isCreate(request), riddles(true).find(({ name }) => name === 'connection cut')!, 1)
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    const look = { ...intent, sentAt: Date.now() - 60_000 }
    const found = valueOf(await adapter.publisher.findPublished(session, draft, look))
    expect(found).toMatchObject({ remoteId: expect.stringMatching(/^urn:li:share:/) })
    const { format: _, ...ordinary } = draft
    expect(valueOf(await adapter.publisher.findPublished(session, { ...ordinary, media: [pictureOf('')] }, look))).toBe('none')
  })

  it.runIf(kind === 'page')('is read back with its title, and no word on its pages; its words can be changed', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
    const sent = { ...draft, media: [{ isVideo: false }, { isVideo: false }] }
    expect(valueOf(await adapter.readBack!(session, remoteId, sent))).toEqual({ text: 'À lire cet été', title: 'Cinq phares' })
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('À lire ce soir'), remoteId, hasMedia: true, was: draft }))
    expect(valueOf(await adapter.readBack!(session, remoteId, sent))).toEqual({ text: 'À lire ce soir', title: 'Cinq phares' })
  })
})
