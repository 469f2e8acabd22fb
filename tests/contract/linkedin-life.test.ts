import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { createLinkedinAdapter } from '../../electron/engine/networks/linkedin/linkedin-adapter.ts'
import { toLittleText } from '../../electron/engine/networks/linkedin/little-text.ts'
import { linkedinApiUrl, linkedinLoginUrl, type LinkedinKind } from '../../electron/engine/networks/linkedin/linkedin-options.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { createFakeLinkedin, fakeLinkedinMember, fakeLinkedinPage } from './fake-linkedin.ts'
import type { FakeNetwork } from './fake-network.ts'
import { riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }

describe.each(['member', 'page'] as const)('what LinkedIn alone does, for a %s', (kind: LinkedinKind) => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  beforeEach(async () => {
    later = 0
    network = createFakeLinkedin(kind)
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createLinkedinAdapter({ http, clock: { now: () => Date.now() + later, after: () => () => undefined }, random: systemRandom, kind, apiUrl: linkedinApiUrl, loginUrl: linkedinLoginUrl })
    const identity = { handle: 'Léa', displayName: 'Léa', serverUrl: server.url, remoteId: kind === 'member' ? fakeLinkedinMember : fakeLinkedinPage, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
    session = createSession(kind === 'member' ? 'linkedin' : 'linkedin_page', identity, writeOAuthSecret({ clientId: 'id', accessToken: 'top-secret', refreshToken: null, accessEndsAt: null, renewableUntil: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })
  const answer = (status: number, json: unknown): Fault => ({ name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })
  const draft = draftOf('Bonjour (à tous) #été')

  it('meets a post again whose answer was lost, by the refusal of the same words: once in the end', async () => {
    server.spoil((request) => network.isCreate(request), riddles(true).find(({ name }) => name === 'connection cut')!, 1)
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    const again = valueOf(await adapter.publisher.publish(session, draft, { ...intent, since: Date.now() - 1000 }))
    expect(again.remoteId).toMatch(/^urn:li:share:\d+$/)
    expect(network.visible()).toEqual([String.raw`Bonjour \(à tous\) #été`])
  })

  it('takes an older post, or one that Vigie knows as another, for a refusal and not for this one', async () => {
    const first = valueOf(await adapter.publisher.publish(session, draft, intent))
    const known = await adapter.publisher.publish(session, draft, { ...intent, isAnothers: (id) => id === first.remoteId })
    expect(known).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'duplicate' } } } })
    later = 3_600_000
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('rejected')
    server.spoil((request) => network.isCreate(request), answer(422, { code: 'DUPLICATE_POST', message: 'Duplicate post is detected.' }))
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('unknown_outcome')
  })

  it('sends the card of a link along as an article, without its picture where that is refused, and none beside pictures', async () => {
    const card = { url: 'https://exemple.fr/phare', title: ` ${'é'.repeat(401)}`, description: 'Ouvert en été', picture: Uint8Array.from([1, 2, 3]) }
    const contentOf = async (more: object): Promise<unknown> => {
      valueOf(await adapter.publisher.publish(session, { ...draft, text: JSON.stringify(more).slice(0, 40), ...more }, intent))
      return server.requests.findLast((request) => network.isCreate(request))!.json['content']
    }
    const words = { source: card.url, title: `${'é'.repeat(399)}…`, description: card.description }
    expect(await contentOf({ card })).toEqual({ article: { ...words, thumbnail: expect.stringMatching(/^urn:li:image:/) } })
    expect(await contentOf({ card: { ...card, picture: null, description: ' ' } })).toEqual({ article: { source: card.url, title: words.title } })
    expect(await contentOf({ card: { ...card, title: ' ' } })).toBeUndefined()
    expect(await contentOf({ media: [pictureOf('un')], card })).toMatchObject({ media: { altText: 'un' } })
    server.spoil(({ path }) => path === '/rest/images', answer(400, { message: 'no' }), 1)
    expect(await contentOf({ title: 'again', card })).toEqual({ article: words })
  })

  it('hands the access to no other host, whatever address is given for a picture', async () => {
    server.spoil(({ path }) => path === '/rest/images', answer(200, { value: { uploadUrl: `http://localhost:${new URL(server.url).port}/elsewhere`, image: 'urn:li:image:C4' } }))
    expect(failureKind(await adapter.publisher.publish(session, { ...draft, media: [pictureOf('un')] }, intent))).toBe('bug')
    expect(server.requests.some(({ path }) => path === '/elsewhere')).toBe(false)
    expect(network.visible()).toEqual([])
  })

  it('rests until the next day of UTC when the calls of one are used up', async () => {
    server.spoil((request) => network.isCreate(request), answer(429, { status: 429, message: 'Resource level throttle APPLICATION_AND_MEMBER DAY limit for calls to this resource is reached.' }))
    const held = await adapter.publisher.publish(session, draft, intent)
    const until = !held.ok && held.failure.kind === 'rate_limited' ? held.failure.until : 0
    expect([until % 86_400_000, until > Date.now(), until - Date.now() <= 86_400_000]).toEqual([0, true, true])
  })

  it('sends alt texts, one picture as it is and several together', async () => {
    valueOf(await adapter.publisher.publish(session, { ...draft, media: [pictureOf('un')] }, intent))
    valueOf(await adapter.publisher.publish(session, { ...draftOf('deux'), media: [pictureOf('un'), pictureOf('')] }, intent))
    const [one, two] = server.requests.filter((request) => network.isCreate(request)).map(({ json }) => json['content'])
    expect(one).toEqual({ media: { id: expect.stringMatching(/^urn:li:image:/), altText: 'un' } })
    expect(two).toEqual({ multiImage: { images: [{ id: expect.any(String), altText: 'un' }, { id: expect.any(String) }] } })
  })

  it.runIf(kind === 'page')('answers a comment, finds the answer again, and shows it in the conversation of who asked', async () => {
    const remoteId = network.hear('Vous ouvrez quand ?')
    const reply = draftOf('À neuf heures', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: 'x' } })
    const published = valueOf(await adapter.publisher.publish(session, reply, intent))
    expect(valueOf(await adapter.publisher.findPublished(session, reply, { ...intent, sentAt: Date.now() }))).toEqual(published)
    const { items } = await fetchAll(adapter, session, null)
    expect(items.map(({ text, isOwn, conversationRemoteId }) => [text, isOwn, conversationRemoteId])).toEqual([['Vous ouvrez quand ?', false, remoteId], ['À neuf heures', true, remoteId]])
    valueOf(await adapter.publisher.act!(session, { act: 'delete', remoteId: published.remoteId }))
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, reply, { ...intent, sentAt: Date.now() }))).toBe('none')
  })

  it.runIf(kind === 'page')('does not call a post or an answer absent that has no time, or that stands further down in a list of shorter pages', async () => {
    const remoteId = network.hear('Vous ouvrez quand ?')
    const reply = draftOf('À neuf heures', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: 'x' } })
    const look = { ...intent, sentAt: Date.now() }
    later = 90_000
    const comment = (id: number, text: string, more: object = {}) => ({ commentUrn: `urn:li:comment:(urn:li:share:7,${id})`, actor: `urn:li:organization:${fakeLinkedinPage}`, message: { text }, created: { time: Date.now() }, ...more })
    const answers = [comment(1, 'Oui'), comment(2, 'Non'), comment(3, 'À neuf heures')]
    network.answer = ({ query }) => {
      const start = Number(query.get('start'))
      return { status: 200, json: { paging: { start, count: 2, links: [] }, elements: answers.slice(start, start + 2) } }
    }
    expect(valueOf(await adapter.publisher.findPublished(session, reply, look))).toMatchObject({ remoteId: 'urn:li:comment:(urn:li:share:7,3)' })
    const isAnothers = (id: string): boolean => id === `urn:li:comment:(${remoteId.replace(/^urn:li:comment:\((.*),\d+\)$/, '$1')},3)`
    expect(valueOf(await adapter.publisher.findPublished(session, reply, { ...look, isAnothers }))).toBe('none')
    answers.splice(0, 3, comment(1, 'À neuf heures', { created: undefined }))
    expect(valueOf(await adapter.publisher.findPublished(session, reply, look))).toBe('cannot_tell')
    server.spoil(({ path }) => path === '/rest/posts', answer(200, { elements: [{ id: 'urn:li:share:9', commentary: toLittleText(draft.text) }] }))
    expect(valueOf(await adapter.publisher.findPublished(session, draft, look))).toBe('cannot_tell')
  })

  it.runIf(kind === 'page')('writes the first comment below its own post, and finds it again', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
    const comment = draftOf('Le lien : https://exemple.fr', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '@atelier' } })
    const published = valueOf(await adapter.publisher.publish(session, comment, intent))
    expect(published.remoteId).toMatch(/^urn:li:comment:\(urn:li:share:\d+,\d+\)$/)
    expect(valueOf(await adapter.publisher.findPublished(session, comment, { ...intent, sentAt: Date.now() }))).toEqual(published)
  })

  it.runIf(kind === 'page')('refuses before it sends what an answer may not hold', async () => {
    const remoteId = network.hear('Bonjour')
    const reply = draftOf('a'.repeat(1251), { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: 'x' } })
    expect(await adapter.publisher.publish(session, reply, intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'answer_too_long' } } } })
    expect(await adapter.publisher.publish(session, { ...reply, text: 'a', media: [pictureOf('un')] }, intent)).toMatchObject({ ok: false, failure: { error: { details: { reason: 'words_alone' } } } })
    expect(server.requests).toEqual([])
  })
})
