import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createPinterestAdapter } from '../../electron/engine/networks/pinterest/pinterest-adapter.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { createFakePinterest, fakeBoardId } from './fake-pinterest.ts'
import type { FakeNetwork } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

describe('what Pinterest alone does', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession

  beforeEach(async () => {
    network = createFakePinterest()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createPinterestAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined }, random: systemRandom, apiUrl: server.url, loginUrl: 'https://www.pinterest.com/oauth/' })
    session = createSession('pinterest', { handle: '@a', displayName: 'A', serverUrl: server.url, remoteId: fakeBoardId, accessEndsAt: null, serverLimits: noLimits }, writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })
  const answer = (status: number, json: unknown): Fault => ({ name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })
  const sent = (): Readonly<Record<string, unknown>> => server.requests.find((request) => network.isCreate(request))?.json ?? {}

  it('sends a pin with its board, title, words, link and one description for all its pictures', async () => {
    valueOf(await adapter.publisher.publish(session, draftOf('Voir https://exemple.fr/tarte, et goûter.', { title: ' Tarte ', media: [pictureOf('une tarte'), pictureOf(''), pictureOf('une part')] }), intent))
    const { media_source, ...words } = sent()
    expect(words).toEqual({ board_id: fakeBoardId, title: 'Tarte', description: 'Voir https://exemple.fr/tarte, et goûter.', link: 'https://exemple.fr/tarte', alt_text: 'une tarte · une part' })
    expect(media_source).toMatchObject({ source_type: 'multiple_image_base64', items: [{ content_type: 'image/png', data: expect.stringMatching(/^[A-Za-z0-9+/=]+$/) }, {}, {}] })
  })

  it('sends one picture as it is, and nothing at all without one', async () => {
    expect(await adapter.publisher.publish(session, draftOf('mots seuls'), intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'picture_needed' } } } })
    expect(server.requests).toEqual([])
    valueOf(await adapter.publisher.publish(session, draftOf('x', { media: [pictureOf('')] }), intent))
    expect(sent()).toEqual({ board_id: fakeBoardId, description: 'x', media_source: { source_type: 'image_base64', content_type: 'image/png', data: expect.any(String) } })
  })

  it('says that Trial access is why nothing was published, and that an ended access can be renewed', async () => {
    const draft = draftOf('x', { media: [pictureOf('')] })
    server.spoil((request) => network.isCreate(request), answer(403, { code: 29, message: 'Apps with Trial access may not create Pins in production' }))
    expect(await adapter.publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'trial_access' } } } })
    server.spoil(() => true, answer(401, { code: 2, message: 'Authentication failed.' }))
    expect(failureKind(await adapter.publisher.publish(session, draft, intent))).toBe('auth_expired')
  })

  it('does not call a pin absent that bears the words and no time', async () => {
    const draft = draftOf('x', { media: [pictureOf('')] })
    valueOf(await adapter.publisher.publish(session, draft, intent))
    const find = () => adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() - 60_000 })
    expect(valueOf(await find())).toMatchObject({ remoteId: expect.any(String) })
    server.spoil(({ path }) => path.endsWith('/pins'), answer(200, { items: [{ id: '7', description: 'x', media: { media_type: 'image' } }], bookmark: null }))
    expect(valueOf(await find())).toBe('cannot_tell')
  })

  it('logs in with commas between rights and with tokens that bring the next one, and offers each board', async () => {
    const { signal } = new AbortController()
    const { connect } = adapter
    if (connect.kind !== 'browser_login') throw new Error(connect.kind)
    const begun = await connect.begin({ serverUrl: 'pinterest.com', redirectUri: 'http://localhost:28347/vigie', app: { clientId: '77', clientSecret: 'app-secret', redirectUri: null }, signal })
    if (!begun.ok) throw new Error('not begun')
    expect(new URL(begun.value.loginUrl).searchParams.get('scope')).toBe('boards:read,boards:write,pins:read,pins:write,user_accounts:read')
    const board = (id: string, name: string, more: object = {}): object => ({ id, name, owner: { username: 'atelier' }, ...more })
    const honest = network.answer.bind(network)
    network.answer = (request, origin) => {
      if (request.path === '/v5/oauth/token') return { status: 200, json: { access_token: 'a', refresh_token: 'r', expires_in: 2_592_000, refresh_token_expires_in: 5_184_000, token_type: 'bearer', scope: '' } }
      if (request.path === '/v5/boards') return request.query.get('bookmark') === null ? { status: 200, json: { items: [board('1', 'Recettes'), board('2', 'Publicités', { is_ads_only: true })], bookmark: 'next' } } : { status: 200, json: { items: [board('3', 'Voyages')], bookmark: null } }
      return honest(request, origin)
    }
    const completed = valueOf(await connect.complete({ pending: begun.value.pending, code: 'the-code', issuer: null, signal }))
    const [exchange] = server.requests
    expect(new URLSearchParams(exchange?.text).get('continuous_refresh')).toBe('true')
    expect(exchange?.headers['authorization']).toBe(`Basic ${Buffer.from('77:app-secret').toString('base64')}`)
    expect([completed.identity, ...(completed.others ?? []).map(({ identity }) => identity)].map(({ remoteId, handle }) => [remoteId, handle])).toEqual([['1', '@atelier · Recettes'], ['3', '@atelier · Voyages']])
  })
})
