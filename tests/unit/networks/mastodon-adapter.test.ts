import { describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest, HttpResult } from '../../../electron/engine/http/http-client.ts'
import { createMastodonAdapter } from '../../../electron/engine/networks/mastodon/mastodon-adapter.ts'
import { compareIds, newestOf } from '../../../electron/engine/networks/mastodon/mastodon-cursor.ts'
import { withMention } from '../../../electron/engine/networks/mastodon/mastodon-publish.ts'
import { writeMastodonSecret } from '../../../electron/engine/networks/mastodon/mastodon-secret.ts'
import type { BrowserConnect } from '../../../electron/engine/networks/network-connect.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf } from '../../support/adapter-session.ts'

type Script = Readonly<Record<string, (request: HttpRequest) => { status?: number; json: unknown; headers?: Record<string, string> }>>

/** Answers by method and path; what is not in the script is a 404 with a page, as of a web server that knows nothing of Mastodon. */
function scripted(script: Script): { http: HttpClient; requests: HttpRequest[] } {
  const requests: HttpRequest[] = []
  const answer = (request: HttpRequest): HttpResult => {
    requests.push(request)
    const found = script[`${request.method} ${new URL(request.url).pathname}`]?.(request)
    const body = new TextEncoder().encode(found === undefined ? '<html>not found</html>' : JSON.stringify(found.json))
    return { ok: true, response: { status: found === undefined ? 404 : (found.status ?? 200), headers: found?.headers ?? {}, body, url: request.url } }
  }
  return { http: { send: (request) => Promise.resolve(answer(request)) }, requests }
}

const now = Date.UTC(2026, 10, 21, 9)
const random = { id: () => '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', fraction: () => 0.5, bytes: (length: number) => new Uint8Array(length).fill(7) }
const adapterOver = (http: HttpClient, waits: number[] = []): ReturnType<typeof createMastodonAdapter> =>
  createMastodonAdapter({ capabilities: mastodonCapabilities, http, clock: { now: () => now, after: (delay, callback) => (waits.push(delay), callback(), () => undefined) }, random })
const session = createSession('mastodon', { handle: '@lea@mastodon.example', displayName: 'Léa', serverUrl: 'https://mastodon.example', remoteId: '1', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeMastodonSecret({ accessToken: 'a', clientId: 'b', clientSecret: 'c' }))
const intent = { idempotencyKey: random.id(), intentAt: now }
const signal = new AbortController().signal
const ownStatus = (more: object = {}): object => ({ id: '9', created_at: new Date(now).toISOString(), account: { id: '1', username: 'lea', acct: 'lea' }, content: '<p>bonjour</p>', ...more })

describe('a picture that the server is still at work on', () => {
  it('is waited for, and then the post goes', async () => {
    let looks = 0
    const { http } = scripted({
      'POST /api/v2/media': () => ({ status: 202, json: { id: '5', url: null } }),
      'GET /api/v1/media/5': () => ({ status: (looks += 1) < 3 ? 206 : 200, json: { id: '5', url: 'https://mastodon.example/5.png' } }),
      'POST /api/v1/statuses': (request) => ({ json: { id: '9', url: 'https://mastodon.example/@lea/9', sent: request.body } })
    })
    const waits: number[] = []
    expect(valueOf(await adapterOver(http, waits).publisher.publish(session, draftOf('bonjour', { media: [pictureOf('a')] }), intent)).remoteId).toBe('9')
    expect(waits).toEqual([500, 1000, 2000])
  })

  it('is given up after a minute, with nothing public', async () => {
    const { http, requests } = scripted({ 'POST /api/v2/media': () => ({ status: 202, json: { id: '5' } }), 'GET /api/v1/media/5': () => ({ status: 206, json: {} }) })
    expect(failureKind(await adapterOver(http).publisher.publish(session, draftOf('bonjour', { media: [pictureOf('a')] }), intent))).toBe('server_error')
    expect(requests.some(({ url }) => url.endsWith('/statuses'))).toBe(false)
  })

  const isUpload = ({ url }: HttpRequest): boolean => url.endsWith('/api/v2/media')
  /** Several attempts, each of a program begun anew, which knows only what was kept. */
  async function attempts(script: Script, drafts: readonly Parameters<typeof draftOf>[1][]) {
    const { http, requests } = scripted(script)
    let begun: string | undefined
    const results = []
    for (const draft of drafts) results.push(await adapterOver(http).publisher.publish(session, draftOf('bonjour', draft), { ...intent, keepBegun: (token) => void (begun = token), ...(begun === undefined ? {} : { begunBefore: begun }) }))
    return { results, requests }
  }
  const two = { media: [pictureOf('a'), pictureOf('b')] }

  it('is waited for by each attempt that follows, over a crash too, and uploaded once', async () => {
    let [uploads, looks] = [0, 0]
    const { results, requests } = await attempts({
      'POST /api/v2/media': () => ({ status: 202, json: { id: `5${(uploads += 1)}` } }),
      'GET /api/v1/media/51': () => ({ json: { id: '51' } }),
      'GET /api/v1/media/52': () => ({ status: (looks += 1) < 30 ? 206 : 200, json: { id: '52' } }),
      'POST /api/v1/statuses': () => ({ json: { id: '9', url: 'https://mastodon.example/@lea/9' } })
    }, [two, two, two])
    expect(results.map((result) => (result.ok ? 'out' : result.failure.error.details?.['reason']))).toEqual(['media_processing', 'media_processing', 'out'])
    expect([requests.filter(isUpload).length, requests.at(-1)?.body]).toEqual([2, expect.stringContaining('"media_ids":["51","52"]')])
  })

  it('is uploaded anew once the server knows it no more, or its description is another one', async () => {
    let uploads = 0
    const { results, requests } = await attempts({
      'POST /api/v2/media': () => ({ json: { id: `5${(uploads += 1)}`, url: 'https://mastodon.example/5.png' } }),
      'GET /api/v1/media/51': () => ({ status: 404, json: { error: 'Record not found' } }),
      'GET /api/v1/media/52': () => ({ json: { id: '52' } }),
      'GET /api/v1/media/53': () => ({ json: { id: '53' } }),
      'POST /api/v1/statuses': () => (uploads < 4 ? { status: 503, json: {} } : { json: { id: '9', url: 'https://mastodon.example/@lea/9' } })
    }, [two, two, { media: [pictureOf('a'), { ...pictureOf('b'), altText: 'Une autre' }] }])
    expect([results.map(({ ok }) => ok), requests.filter(isUpload).length]).toEqual([[false, false, true], 4])
  })
})

describe('what of a picture has to be seen', () => {
  it('is told with the picture, from its middle and upwards; nothing is where nobody chose', async () => {
    const { http, requests } = scripted({ 'POST /api/v2/media': () => ({ json: { id: '5', url: 'https://mastodon.example/5.png' } }), 'POST /api/v1/statuses': () => ({ json: { id: '9', url: 'https://mastodon.example/@lea/9' } }) })
    valueOf(await adapterOver(http).publisher.publish(session, draftOf('bonjour', { media: [{ ...pictureOf('a'), focus: { x: 0.25, y: 0.9 } }, pictureOf('b')] }), intent))
    const told = requests.filter(({ url }) => url.endsWith('/api/v2/media')).map(({ body }) => (body instanceof FormData ? [body.get('description'), body.get('focus')] : body))
    expect(told).toEqual([['a', '-0.5,-0.8'], ['b', null]])
  })
})

describe('looking for what was published', () => {
  const find = (http: HttpClient, sentAt = now - 60_000): Promise<unknown> => adapterOver(http).publisher.findPublished(session, draftOf('bonjour'), { ...intent, sentAt }).then(valueOf)

  it('makes do with the words on a server that does not give the text as it was written', async () => {
    const { http } = scripted({ 'GET /api/v1/accounts/1/statuses': () => ({ json: [ownStatus()], headers: { date: new Date(now).toUTCString() } }) })
    expect(await find(http)).toMatchObject({ remoteId: '9' })
  })

  it('does not take an older post with the same words for it, whatever the server\'s clock says', async () => {
    const old = { created_at: new Date(now - 3_600_000).toISOString() }
    const { http } = scripted({ 'GET /api/v1/accounts/1/statuses': () => ({ json: [ownStatus(old)], headers: { date: new Date(now).toUTCString() } }) })
    expect(await find(http)).toBe('none')
    const late = scripted({ 'GET /api/v1/accounts/1/statuses': () => ({ json: [ownStatus(old)], headers: { date: new Date(now - 3_600_000).toUTCString() } }) })
    expect(await find(late.http)).toMatchObject({ remoteId: '9' })
  })

  it('looks further back when told to, and does not take for it what Vigie published as something else', async () => {
    const old = { created_at: new Date(now - 3_600_000).toISOString() }
    const script: Script = { 'GET /api/v1/accounts/1/statuses': ({ url }) => ({ json: url.includes('max_id') ? [] : [ownStatus(old)], headers: { date: new Date(now).toUTCString() } }) }
    const look = (more: object): Promise<unknown> =>
      adapterOver(scripted(script).http).publisher.findPublished(session, draftOf('bonjour'), { ...intent, sentAt: now - 60_000, since: now - 24 * 3_600_000, ...more }).then(valueOf)
    expect(await look({})).toMatchObject({ remoteId: '9' })
    expect(await look({ isAnothers: (remoteId: string) => remoteId === '9' })).toBe('none')
  })

  it('does not say "none" right after the attempt, nor from a list it does not understand', async () => {
    const empty = scripted({ 'GET /api/v1/accounts/1/statuses': () => ({ json: [] }) })
    expect(await find(empty.http, now - 1000)).toBe('cannot_tell')
    const strange = scripted({ 'GET /api/v1/accounts/1/statuses': () => ({ json: [{ id: '9' }] }) })
    expect(failureKind(await adapterOver(strange.http).publisher.findPublished(session, draftOf('bonjour'), { ...intent, sentAt: 0 }))).toBe('bug')
  })
})

describe('logging in', () => {
  const connectOver = (script: Script): { connect: BrowserConnect; requests: HttpRequest[] } => {
    const { http, requests } = scripted(script)
    return { connect: adapterOver(http).connect as BrowserConnect, requests }
  }
  const begin = (connect: BrowserConnect): ReturnType<BrowserConnect['begin']> => connect.begin({ serverUrl: 'old.example', redirectUri: 'http://127.0.0.1:7/cb', app: null, signal })

  it('at a server that tells nothing about itself goes by the well-known paths, without PKCE', async () => {
    const { connect, requests } = connectOver({ 'POST /api/v1/apps': () => ({ json: { client_id: 'id', client_secret: 'secret' } }) })
    const begun = valueOf(await begin(connect))
    expect(begun.loginUrl).toMatch(/^https:\/\/old\.example\/oauth\/authorize\?response_type=code&client_id=id&/)
    expect(begun.loginUrl).not.toContain('code_challenge')
    expect(JSON.parse(requests.at(-1)!.body as string)).toMatchObject({ redirect_uris: 'http://127.0.0.1:7/cb' })
  })

  it('asks for broad scopes only where the server knows no narrow ones', async () => {
    const metadata = { issuer: 'https://old.example', authorization_endpoint: 'https://old.example/oauth/authorize', token_endpoint: 'https://old.example/oauth/token', scopes_supported: ['read', 'write', 'follow'] }
    const { connect } = connectOver({ 'GET /.well-known/oauth-authorization-server': () => ({ json: metadata }), 'POST /api/v1/apps': () => ({ json: { client_id: 'id', client_secret: 'secret' } }) })
    expect(new URL(valueOf(await begin(connect)).loginUrl).searchParams.get('scope')).toBe('read write')
  })

  it('does not send the code to an address without https', async () => {
    const metadata = { issuer: 'https://old.example', authorization_endpoint: 'https://old.example/oauth/authorize', token_endpoint: 'http://evil.example/oauth/token' }
    const { connect } = connectOver({ 'GET /.well-known/oauth-authorization-server': () => ({ json: metadata }), 'POST /api/v1/apps': () => ({ json: { client_id: 'id', client_secret: 'secret' } }) })
    expect(valueOf(await begin(connect)).pending).not.toContain('evil')
  })

  it('at the address that answers, whatever the server calls itself, and at that name where the address is none', async () => {
    const metadata = { issuer: 'https://social.example', authorization_endpoint: 'https://social.example/oauth/authorize', token_endpoint: 'https://social.example/oauth/token' }
    const app = { json: { client_id: 'id', client_secret: 'secret' } }
    const everywhere = connectOver({ 'GET /.well-known/oauth-authorization-server': () => ({ json: metadata }), 'POST /api/v1/apps': () => app })
    expect(valueOf(await begin(everywhere.connect)).loginUrl).toMatch(/^https:\/\/old\.example\/oauth\/authorize/)
    const elsewhere = connectOver({
      'GET /.well-known/oauth-authorization-server': () => ({ json: metadata }),
      'POST /api/v1/apps': ({ url }) => (url.startsWith('https://social.example/') ? app : { status: 404, json: null })
    })
    expect(valueOf(await begin(elsewhere.connect)).loginUrl).toMatch(/^https:\/\/social\.example\/oauth\/authorize/)
  })

  it('at a server that tells about itself but knows no list of addresses', async () => {
    const metadata = { issuer: 'https://old.example', authorization_endpoint: 'https://old.example/oauth/authorize', token_endpoint: 'https://old.example/oauth/token' }
    const { connect, requests } = connectOver({
      'GET /.well-known/oauth-authorization-server': () => ({ json: metadata }),
      'POST /api/v1/apps': ({ body }) => (typeof body === 'string' && body.includes('[') ? { status: 422, json: { error: 'redirect_uris' } } : { json: { client_id: 'id', client_secret: 'secret' } })
    })
    expect((await begin(connect)).ok).toBe(true)
    expect(requests).toHaveLength(3)
  })

  it('says when no Mastodon server stands there', async () => {
    expect(await begin(connectOver({}).connect)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'not_that_kind_of_server' } } })
  })

  it('reads the limits of other makes of server', async () => {
    const token = { json: { access_token: 'x' } }
    const { connect } = connectOver({
      'POST /api/v1/apps': () => ({ json: { client_id: 'id', client_secret: 'secret' } }),
      'POST /oauth/token': () => token,
      'GET /api/v1/accounts/verify_credentials': () => ({ json: { id: 42, username: 'lea', acct: 'lea' } }),
      'GET /api/v1/instance': () => ({ json: { uri: 'https://old.example', max_toot_chars: 5000 } })
    })
    const { pending } = valueOf(await begin(connect))
    expect(valueOf(await connect.complete({ pending, code: 'c', issuer: null, signal })).identity).toMatchObject({ handle: '@lea@old.example', remoteId: '42', displayName: 'lea', serverLimits: { maxCharacters: 5000, charactersPerUrl: null } })
  })
})

describe('withMention', () => {
  const parent = (acct: string): Parameters<typeof withMention>[1] => ({ account: { id: '2', username: acct.split('@')[0]!, acct, display_name: '' } })
  it.each([
    ['merci', 'tom', '@tom merci'],
    ['merci @tom !', 'tom', 'merci @tom !'],
    ['Merci @Tom', 'tom', 'Merci @Tom'],
    ['merci', 'tom@ailleurs.example', '@tom@ailleurs.example merci'],
    ['@tom@ailleurs.example oui', 'tom@ailleurs.example', '@tom@ailleurs.example oui'],
    ['@tom@autre.example oui', 'tom@ailleurs.example', '@tom@ailleurs.example @tom@autre.example oui'],
    ['@tommy oui', 'tom', '@tom @tommy oui']
  ])('%s to %s', (text, acct, expected) => {
    expect(withMention(text, parent(acct), session)).toBe(expected)
  })
})

describe('ids', () => {
  it('are ordered as numbers, or as words of equal length', () => {
    expect(compareIds('9', '10')).toBeLessThan(0)
    expect(compareIds('01HZX', '01HZY')).toBeLessThan(0)
    expect(newestOf([null, '9', '113456789012345678', '10'])).toBe('113456789012345678')
    expect(newestOf([null])).toBeNull()
  })
})

describe('the inbox of a server that knows fewer parameters', () => {
  it('asks again with what every server knows', async () => {
    const { http, requests } = scripted({
      'GET /api/v1/notifications': (request) => (request.url.includes('include_filtered') ? { status: 400, json: { error: 'Unexpected field' } } : { json: [] })
    })
    expect(valueOf(await adapterOver(http).inbox!.fetchSince(session, null)).items).toEqual([])
    expect(requests).toHaveLength(2)
  })

  it('takes what is newer from one that does not know min_id', async () => {
    const mention = (id: string): object => ({ id, type: 'mention', status: ownStatus({ id: `1${id}`, account: { id: '2', username: 'tom', acct: 'tom' } }) })
    const { http } = scripted({ 'GET /api/v1/notifications': () => ({ json: [mention('12'), mention('11'), mention('10')] }) })
    const first = valueOf(await adapterOver(http).inbox!.fetchSince(session, '{"version":1,"newestId":"11","lookBack":null}'))
    expect(first.items.map(({ remoteId }) => remoteId)).toEqual(['112'])
  })
})
