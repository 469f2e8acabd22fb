import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { createTiktokAdapter } from '../../electron/engine/networks/tiktok/tiktok-adapter.ts'
import { tiktokApiUrl, tiktokLoginUrl } from '../../electron/engine/networks/tiktok/tiktok-options.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import type { PostTerms } from '../../shared/posts/post-terms.ts'
import { createSession, draftOf, failureKind, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { loadTiktokDescription } from './descriptions/tiktok-description.ts'
import { createFakeTiktok, fakeOpenId, type FakeTiktok } from './fake-tiktok.ts'
import type { FakeRequest } from './fake-network.ts'
import { riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13', intentAt: 0 }
const open: PostTerms = { audience: 'everyone', allows: ['comments', 'stitches'], discloses: null }
const film = (terms: PostTerms = open, more: Partial<Draft> = {}): Draft => draftOf('Le phare #mer', { media: [videoOf('phare.mp4', 2500)], terms, ...more })
const album = (terms: PostTerms = open): Draft => draftOf('Le phare #mer', { media: [pictureOf('', 'un.png'), pictureOf('', 'deux.jpg')], terms })
const refusal = (status: number, code: string): Fault => ({ name: code, isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ data: {}, error: { code, message: 'because', log_id: '1' } })) })
const isCreator = ({ path }: FakeRequest): boolean => path === '/v2/post/publish/creator_info/query/'
const isBegin = ({ path }: FakeRequest): boolean => path === '/v2/post/publish/video/init/' || path === '/v2/post/publish/content/init/'
const isStatus = ({ path }: FakeRequest): boolean => path === '/v2/post/publish/status/fetch/'
const isLastChunk = ({ method, headers }: FakeRequest): boolean => method === 'PUT' && headers['content-range'] === 'bytes 1000-2499/2500'

const ledger = createRequestLedger()

describe('posts that go out on TikTok at once', () => {
  let network: FakeTiktok
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let begun: string[]
  let later = 0

  const adapterAnew = (): NetworkAdapter =>
    createTiktokAdapter({ http: ledger.watch({ send: (request) => http.send({ ...request, timeout: 500 }) }), clock: { now: () => Date.now() + later, after: systemClock.after }, random: systemRandom, apiUrl: tiktokApiUrl, loginUrl: tiktokLoginUrl, chunkBytes: 1000, picturesEveryMs: 1 })

  beforeEach(async () => {
    later = 0
    begun = []
    network = createFakeTiktok()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = adapterAnew()
    session = {
      ...createSession('tiktok', { handle: 'Atelier', displayName: 'Atelier', serverUrl: server.url, remoteId: fakeOpenId, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }, writeOAuthSecret({ clientId: '4711', accessToken: 'top-secret-access', refreshToken: null, accessEndsAt: null, renewableUntil: null })),
      publicMedia: publicMediaInMemory()
    }
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const publish = (draft = film(), key = intent.idempotencyKey) => adapter.publisher.publish(session, draft, { ...intent, idempotencyKey: key, keepBegun: (token) => void begun.push(token) })
  const find = (draft: Draft, more: object = {}) => {
    later = 90_000
    return adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now(), ...more })
  }
  const paths = (): readonly string[] => server.requests.map(({ path }) => path)
  const reasonOf = async (draft: Draft): Promise<unknown> => {
    const told = await publish(draft)
    return told.ok ? told.value : [told.failure.kind, told.failure.error.details?.['reason']]
  }

  it('reads the account’s settings right before each post, and carries what the person chose', async () => {
    const taken = valueOf(await publish(film({ audience: 'friends', allows: ['comments'], discloses: ['own_brand', 'partner'] })))
    expect(paths().slice(0, 2)).toEqual(['/v2/post/publish/creator_info/query/', '/v2/post/publish/video/init/'])
    expect(server.requests[1]!.json).toEqual({
      post_info: { title: 'Le phare #mer', privacy_level: 'MUTUAL_FOLLOW_FRIENDS', disable_comment: false, disable_duet: true, disable_stitch: true, brand_content_toggle: true, brand_organic_toggle: true },
      source_info: { source: 'FILE_UPLOAD', video_size: 2500, chunk_size: 1000, total_chunk_count: 2 }
    })
    expect(taken).toEqual({ remoteId: 'v_pub_file~v2.1', url: 'https://www.tiktok.com/', pending: { token: 'v_pub_file~v2.1', askAgainAfterMs: 15_000 } })
    expect(begun).toEqual(['v_pub_file~v2.1'])
    await publish(film(), 'another')
    expect(server.requests.filter(isCreator)).toHaveLength(2)
    expect(network.terms().at(-1)).toMatchObject({ privacy_level: 'PUBLIC_TO_EVERYONE', disable_stitch: false, brand_content_toggle: false, brand_organic_toggle: false })
    network.becomes('PUBLISH_COMPLETE', { postId: '7077642457847994444' })
    expect(valueOf(await adapter.publisher.resume!(session, film(), 'v_pub_file~v2.2'))).toEqual({ remoteId: '7077642457847994444', url: 'https://www.tiktok.com/video/7077642457847994444' })
  })

  it.each([[4300, 4300], [null, undefined]])('says which moment stands for the film (%o), and never another picture', async (atMs, said) => {
    const picture = { ...pictureOf('', 'couverture.jpg'), mediaType: 'image/jpeg' }
    valueOf(await publish(film(open, { media: [{ ...videoOf('phare.mp4', 2500), cover: { atMs, picture } }] })))
    expect(network.terms().at(-1)!['video_cover_timestamp_ms']).toBe(said)
    const { terms: _, ...draft } = film(open, { media: [{ ...videoOf('phare.mp4', 2500), cover: { atMs, picture } }] })
    valueOf(await publish(draft, 'another'))
    expect(server.requests.some(({ path, json }) => path === '/v2/post/publish/inbox/video/init/' && json['post_info'] !== undefined)).toBe(false)
    expect(server.requests.some(({ text }) => text.includes('couverture'))).toBe(false)
  })

  it('labels a film that a person calls made with AI, and no pictures, for which TikTok has no such label', async () => {
    valueOf(await publish(film({ ...open, isMadeWithAi: true })))
    expect(network.terms().at(-1)!['is_aigc']).toBe(true)
    valueOf(await publish(film(), 'another'))
    expect(network.terms().at(-1)).not.toHaveProperty('is_aigc')
    valueOf(await publish(album({ ...open, isMadeWithAi: true }), 'a third'))
    expect(network.terms().at(-1)).not.toHaveProperty('is_aigc')
  })

  it('publishes pictures with their words, without duets, stitches or music of TikTok’s choice', async () => {
    expect(valueOf(await publish(album({ audience: 'only_me', allows: ['duets'], discloses: ['own_brand'] })))).toEqual({ remoteId: 'p_pub_url~v2.1', url: 'https://www.tiktok.com/' })
    expect(server.requests.find(isBegin)!.json).toEqual({
      media_type: 'PHOTO', post_mode: 'DIRECT_POST', post_info: { description: 'Le phare #mer', privacy_level: 'SELF_ONLY', disable_comment: true, brand_content_toggle: false, brand_organic_toggle: true, auto_add_music: false },
      source_info: { source: 'PULL_FROM_URL', photo_images: ['https://files.example/1/un.png', 'https://files.example/2/deux.jpg'], photo_cover_index: 0 }
    })
    expect(begun).toEqual(['p_pub_url~v2.1'])
  })

  it('sends nothing under terms that the account does not have any more, and says which', async () => {
    expect(await reasonOf(film({ audience: null, allows: [], discloses: null }))).toEqual(['rejected', 'tiktok_audience'])
    expect(await reasonOf(film({ audience: 'followers', allows: [], discloses: null }))).toEqual(['rejected', 'tiktok_audience'])
    expect(await reasonOf(film({ audience: 'everyone', allows: [], discloses: [] }))).toEqual(['rejected', 'tiktok_disclosure'])
    expect(await reasonOf(film({ audience: 'only_me', allows: [], discloses: ['partner'] }))).toEqual(['rejected', 'tiktok_partner_private'])
    network.settles({ closed: ['stitch'] })
    expect(await reasonOf(film())).toEqual(['rejected', 'tiktok_allowance'])
    network.settles({ closed: [], longestSeconds: 1 })
    expect(await reasonOf(film())).toEqual(['rejected', 'tiktok_too_long'])
    expect([server.requests.some(isBegin), network.visible(), begun]).toEqual([false, [], []])
    // A picture has no stitches, and no length.
    network.settles({ closed: ['stitch', 'duet'] })
    expect(valueOf(await publish(album()))).toMatchObject({ remoteId: 'p_pub_url~v2.1' })
  })

  it.each([
    ['unaudited_client_can_only_post_to_private_accounts', 403, ['rejected', 'tiktok_unaudited']],
    ['privacy_level_option_mismatch', 400, ['rejected', 'tiktok_audience']],
    ['spam_risk_user_banned_from_posting', 403, ['rejected', 'tiktok_banned']],
    ['url_ownership_unverified', 403, ['rejected', 'tiktok_domain']],
    ['spam_risk_too_many_posts', 200, ['rate_limited', 'because']],
    ['reached_active_user_cap', 200, ['rate_limited', 'because']]
  ])('reads %s', async (code, status, meant) => {
    for (const draft of [film(), album()]) {
      server.spoil(isBegin, refusal(status, code), 1)
      expect(await reasonOf(draft)).toEqual(meant)
    }
    // The settings are refused likewise: nothing is begun then.
    const before = server.requests.filter(isBegin).length
    server.spoil(isCreator, refusal(status, code), 1)
    expect(await reasonOf(film())).toEqual(meant)
    expect([server.requests.filter(isBegin).length, network.visible()]).toEqual([before, []])
  })

  it('tells an app without the right from an access that has ended: drafts go on', async () => {
    server.spoil(isCreator, refusal(401, 'scope_not_authorized'), 1)
    expect(await reasonOf(film())).toEqual(['rejected', 'tiktok_no_direct'])
    server.spoil(isCreator, refusal(401, 'access_token_invalid'), 1)
    expect(failureKind(await publish())).toBe('auth_revoked')
    const { terms: _, ...draft } = film()
    expect(valueOf(await publish(draft))).toMatchObject({ remoteId: 'v_inbox_file~v2.1' })
  })

  it.each([['a settings page of another shape', { creator_nickname: 'x' }], ['settings that are no list', { privacy_level_options: 'PUBLIC_TO_EVERYONE' }]])('%s lets nothing go out', async (_name, data) => {
    server.spoil(isCreator, { name: 'odd', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data, error: { code: 'ok', message: '', log_id: '1' } })) }, 1)
    expect((await publish()).ok).toBe(false)
    expect(server.requests.some(isBegin)).toBe(false)
  })

  it.each(riddles(true))('$name at the last chunk: its number tells what became of it, also after a crash', async (fault) => {
    server.spoil(isLastChunk, fault, 1)
    expect(failureKind(await publish())).toBe('unknown_outcome')
    network.becomes('PUBLISH_COMPLETE')
    expect(valueOf(await find(film()))).toEqual({ remoteId: 'v_pub_file~v2.1', url: 'https://www.tiktok.com/' })
    adapter = adapterAnew()
    expect(valueOf(await find(film(), { begun: begun.at(-1) }))).toEqual({ remoteId: 'v_pub_file~v2.1', url: 'https://www.tiktok.com/' })
    network.becomes('FAILED', { failReason: 'spam_risk_text' })
    expect(valueOf(await find(film(), { begun: begun.at(-1) }))).toBe('none')
    expect(server.requests.filter(isBegin)).toHaveLength(1)
  })

  it('knows after a crash that a film whose last chunk was never sent is not out', async () => {
    server.spoil(({ method, headers }) => method === 'PUT' && headers['content-range'] === 'bytes 0-999/2500', { name: 'cut', isDone: false, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
    expect((await publish()).ok).toBe(false)
    expect(begun).toEqual([])
    adapter = adapterAnew()
    expect(valueOf(await find(film(), { begun: null }))).toBe('none')
    // Of pictures the one call may have made it.
    expect(valueOf(await find(album(), { begun: null }))).toBe('cannot_tell')
  })

  it('waits after a crash for the end of a film that may still be on its way, and no longer', async () => {
    server.spoil(isLastChunk, { name: 'cut', isDone: false, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
    expect(failureKind(await publish())).toBe('unknown_outcome')
    adapter = adapterAnew()
    const asked = { ...intent, sentAt: Date.now(), begun: begun.at(-1) as string }
    expect(valueOf(await adapter.publisher.findPublished(session, film(), asked))).toBe('cannot_tell')
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, film(), asked))).toBe('none')
  })

  it.each(riddles(true))('$name at the call that makes a post of pictures: found by its words, else the person is asked', async (fault) => {
    server.spoil(isBegin, fault, 1)
    expect(failureKind(await publish(album()))).toBe('unknown_outcome')
    expect([valueOf(await find(album())), server.requests.filter(isBegin).length]).toEqual(['cannot_tell', 1])
    const id = network.posts('Le phare #mer')
    expect(valueOf(await find(album()))).toMatchObject({ remoteId: id })
  })

  it('never takes a post that few may see, or of which nothing is known, for one that is not there', async () => {
    await publish(film({ audience: 'only_me', allows: [], discloses: null }))
    adapter = adapterAnew()
    expect(valueOf(await find(film()))).toBe('cannot_tell')
    // TikTok forgets its numbers in time.
    expect(valueOf(await find(film(), { begun: 'v_pub_file~forgotten' }))).toBe('cannot_tell')
    server.spoil(isStatus, refusal(500, 'internal_error'), 1)
    expect(failureKind(await find(film(), { begun: begun.at(-1) }))).toBe('server_error')
  })

  it('does not send a last chunk whose number could not be kept', async () => {
    const told = adapter.publisher.publish(session, film(), { ...intent, keepBegun: () => { throw new Error('the disk is full') } })
    await expect(told).rejects.toThrow('the disk is full')
    expect([server.requests.some(isLastChunk), network.visible()]).toEqual([false, []])
  })

  it('asked nothing of all this but what the description knows', () => {
    expect(ledger.complaints(loadTiktokDescription())).toEqual([])
  })
})
