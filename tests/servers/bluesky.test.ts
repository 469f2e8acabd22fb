import { randomUUID } from 'node:crypto'
import type { Act } from '../../shared/networks/acts.ts'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { buildFacets } from '../../electron/engine/networks/bluesky/bluesky-facets.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { paintPicture } from '../../electron/engine/practice/images/paint-picture.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import type { BlueskyPerson } from './bluesky-person.ts'
import { expireAccess } from './expire-access.ts'
import { hasBlueskyServer, startBlueskyServer, type BlueskyServer } from './start-bluesky-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const clock = { now: () => Date.now(), after: () => () => undefined }
const posts = 'app.bsky.feed.post'
const signal = new AbortController().signal

if (!hasBlueskyServer) console.log('skipped: Bluesky on a real server (not laid out: VIGIE_TEST_PDS_MODULES)')

describe.skipIf(!hasBlueskyServer)('Bluesky, on a real PDS', () => {
  let server: BlueskyServer
  let http: HttpClient
  let adapter: NetworkAdapter
  let lea: BlueskyPerson
  let tom: BlueskyPerson

  beforeAll(async () => {
    server = await startBlueskyServer()
    http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = adapterOver(http)
    lea = await server.createPerson('lea')
    tom = await server.createPerson('tom')
  })
  afterAll(() => server?.stop())

  const adapterOver = (client: HttpClient): NetworkAdapter => createBlueskyAdapter({ http: client, clock, random: systemRandom, appViewDid: server.appViewDid, chatDid: server.chatDid, plcUrl: server.plcUrl })
  const connectOf = (over = adapter): AppPasswordConnect => over.connect as AppPasswordConnect
  const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })

  async function logIn(person: BlueskyPerson, options: { forMessages?: boolean } = {}): Promise<TestSession> {
    const appPassword = await person.makeAppPassword(randomUUID().slice(0, 8), options)
    const { identity, secret } = valueOf(await connectOf().connect({ serverUrl: server.url, identifier: `@${person.handle}`, appPassword, signal }))
    return createSession('bluesky', identity, secret)
  }

  it('connects with an app password and says who we are', async () => {
    const appPassword = await lea.makeAppPassword('first')
    const { identity, secret } = valueOf(await connectOf().connect({ serverUrl: server.url, identifier: lea.handle, appPassword, signal }))
    expect(identity).toEqual({ handle: '@lea.test', displayName: 'lea.test', serverUrl: server.url, remoteId: lea.did, accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } })
    expect(valueOf(await connectOf().whoAmI(createSession('bluesky', identity, secret)))).toEqual(identity)
  })

  it('tells a wrong password from a wrong server', async () => {
    expect(await connectOf().connect({ serverUrl: server.url, identifier: 'lea.test', appPassword: 'abcd-abcd-abcd-abcd', signal })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials' } } })
    expect(await connectOf().connect({ serverUrl: 'http://127.0.0.1:1', identifier: 'lea.test', appPassword: 'x', signal })).toMatchObject({ ok: false, failure: { kind: 'not_sent', error: { code: 'unreachable' } } })
  })

  it('posts with mention, link, tag and picture, and the positions hold in bytes', async () => {
    const session = await logIn(lea)
    const text = 'Été 👩‍👩‍👧‍👦 @tom.test et @personne.test : https://exemple.fr/a #fête'
    const published = valueOf(await adapter.publisher.publish(session, draftOf(text, { media: [pictureOf('un point')] }), newIntent()))
    const record = (await lea.records(posts)).find(({ uri }) => uri === published.remoteId)!.value
    expect(published.url).toBe(`https://bsky.app/profile/${lea.did}/post/${published.remoteId.split('/').at(-1)}`)
    expect(record['text']).toBe(text)
    const bytes = new TextEncoder().encode(text)
    const facets = (record['facets'] as { index: { byteStart: number; byteEnd: number }; features: { $type: string; did?: string; uri?: string; tag?: string }[] }[]).map(({ index, features }) => [new TextDecoder().decode(bytes.subarray(index.byteStart, index.byteEnd)), features[0]!.did ?? features[0]!.uri ?? features[0]!.tag])
    expect(facets).toEqual([['@tom.test', tom.did], ['https://exemple.fr/a', 'https://exemple.fr/a'], ['#fête', 'fête']])
    expect(record['embed']).toMatchObject({ $type: 'app.bsky.embed.images', images: [{ alt: 'un point', aspectRatio: { width: 1, height: 1 }, image: { mimeType: 'image/png' } }] })
  })

  it('sends the card of a link as the preview showed it, and without its picture when the server does not like that', async () => {
    const session = await logIn(lea)
    const words = { title: 'La grande marée', description: 'Samedi, à 9 h' }
    const card = { ...words, url: 'https://exemple.fr/maree', picture: paintPicture('harbour') }
    const external = { ...words, uri: card.url }
    const embedOf = async (draft: Parameters<typeof draftOf>[1]) => {
      const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf(`à lire ${card.url}`, draft), newIntent()))
      return (await lea.records(posts)).find(({ uri }) => uri === remoteId)!.value['embed']
    }
    expect(await embedOf({ card })).toEqual({ $type: 'app.bsky.embed.external', external: { ...external, thumb: expect.objectContaining({ $type: 'blob', size: card.picture.byteLength }) } })
    // A thumb may have a million bytes.
    for (const picture of [null, new Uint8Array(1_200_000)]) expect(await embedOf({ card: { ...card, picture } })).toEqual({ $type: 'app.bsky.embed.external', external })
    expect(await embedOf({ media: [pictureOf('un point')], card })).toMatchObject({ $type: 'app.bsky.embed.images' })
  })

  it('makes one post of one intent, however often and however many at once it is sent', async () => {
    const session = await logIn(lea)
    const intent = newIntent()
    const draft = draftOf(`once ${intent.idempotencyKey}`)
    const results = await Promise.all([1, 2, 3].map(() => adapter.publisher.publish(session, draft, intent)))
    results.push(await adapter.publisher.publish(session, draft, intent))
    const ids = new Set(results.map((result) => valueOf(result).remoteId))
    expect(ids.size).toBe(1)
    expect((await lea.records(posts)).filter(({ value }) => value['text'] === draft.text)).toHaveLength(1)
  })

  it('finds what was sent, and says when it is not there', async () => {
    const session = await logIn(lea)
    const intent = newIntent()
    const draft = draftOf(`look ${intent.idempotencyKey}`)
    const look = { ...intent, sentAt: Date.now() }
    expect(valueOf(await adapter.publisher.findPublished(session, draft, look))).toBe('none')
    const published = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(valueOf(await adapter.publisher.findPublished(session, draft, look))).toEqual(published)
  })

  it('finds the same links, mentions and tags as the network\'s own library', async () => {
    const require = createRequire(join(process.env['VIGIE_TEST_PDS_MODULES']!, 'package.json'))
    const { RichText } = (await import(pathToFileURL(require.resolve('@atproto/api')).href)) as { RichText: new (input: { text: string }) => { facets?: unknown[]; detectFacetsWithoutResolution(): void } }
    for (const text of [
      'Bonjour @lea.bsky.social (et @tom.test!) 👩‍👩‍👧‍👦 #Été2026, https://exemple.fr/a?b=c.',
      '#un #deux# #3 #4x #️⃣ ＃trois\n#quatre: (https://exemple.fr/a)',
      'exemple.fr www.exemple.fr/x, example.com: lea@exemple.fr @@x.fr a@b.fr #a.b #a-b',
      '日本語 #タグ https://例え.jp/パス テスト',
      'a https://a.fr b https://a.fr c'
    ]) {
      const reference = new RichText({ text })
      reference.detectFacetsWithoutResolution()
      const ours = valueOf(await buildFacets(text, (handle) => Promise.resolve({ ok: true, value: handle })))
      const plain = (facets: unknown): unknown => JSON.parse(JSON.stringify(facets ?? [], (key, value: unknown) => (key === '$type' && typeof value === 'string' && value.endsWith('facet') ? undefined : value)))
      expect(plain(ours), text).toEqual(plain(reference.facets))
    }
  })

  it('says that the outcome is unknown when the answer is lost, and then finds the post', async () => {
    const session = await logIn(lea)
    const losing: HttpClient = {
      async send(request) {
        const result = await http.send(request)
        return request.url.includes('putRecord') && result.ok ? { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } : result
      }
    }
    const intent = newIntent()
    const draft = draftOf(`lost ${intent.idempotencyKey}`)
    expect(failureKind(await adapterOver(losing).publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() }))).toMatchObject({ remoteId: expect.stringContaining(lea.did) })
    valueOf(await adapter.publisher.publish(session, draft, intent))
    expect((await lea.records(posts)).filter(({ value }) => value['text'] === draft.text)).toHaveLength(1)
  })

  it('is told no for a text that is too long, and for an answer to a post that is gone', async () => {
    const session = await logIn(lea)
    expect(await adapter.publisher.publish(session, draftOf('x'.repeat(301)), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'rejected', details: { reason: expect.stringContaining('grapheme too big') } } } })
    const gone = { remoteId: `at://${tom.did}/app.bsky.feed.post/3kaaaaaaaaaaa`, rootRemoteId: 'x', authorHandle: '@tom.test' }
    expect(await adapter.publisher.publish(session, draftOf('hello?', { replyTo: gone }), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
  })

  it('does not answer where the author of the thread takes no answers, since nobody would see it', async () => {
    const session = await logIn(lea)
    const closed = await tom.post('je ne lis pas les réponses')
    const below = await tom.reply('vraiment pas', closed)
    await tom.closeThread(closed.uri)
    for (const { uri: remoteId } of [closed, below]) {
      const refused = await adapter.publisher.publish(session, draftOf('ah bon ?', { replyTo: { remoteId, rootRemoteId: closed.uri, authorHandle: '@tom.test' } }), newIntent())
      expect(refused).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'replies_closed' } } } })
    }
    expect((await lea.records(posts)).filter(({ value }) => value['text'] === 'ah bon ?')).toEqual([])
  })

  it('brings in answers, mentions and quotes, one conversation for each person, and answers in the right place', async () => {
    const session = await logIn(lea)
    const start = (await fetchAll(adapter, session, null)).cursor
    const ours = valueOf(await adapter.publisher.publish(session, draftOf('notre annonce'), newIntent()))
    const root = { uri: ours.remoteId, cid: (await lea.records(posts)).find(({ uri }) => uri === ours.remoteId)!.cid }
    const mia = await server.createPerson('mia')
    const byTom = await tom.reply('combien ?', root)
    const byMia = await mia.reply('bravo', root)
    const elsewhere = await mia.post('voir @lea.test', { facets: [{ index: { byteStart: 5, byteEnd: 14 }, features: [{ $type: 'app.bsky.richtext.facet#mention', did: lea.did }] }] })
    const quote = await tom.post('à lire', { embed: { $type: 'app.bsky.embed.record', record: root } })

    const first = await fetchAll(adapter, session, start)
    const byId = new Map(first.items.map((item) => [item.remoteId, item]))
    expect(first.items).toHaveLength(4)
    expect(byId.get(byTom.uri)).toMatchObject({ kind: 'comment', conversationRemoteId: byTom.uri, ourPostRemoteId: root.uri, parentRemoteId: root.uri, authorHandle: '@tom.test', text: 'combien ?', isOwn: false })
    expect(byId.get(byMia.uri)).toMatchObject({ kind: 'comment', conversationRemoteId: byMia.uri })
    expect(byId.get(elsewhere.uri)).toMatchObject({ kind: 'mention', conversationRemoteId: elsewhere.uri, ourPostRemoteId: null })
    expect(byId.get(quote.uri)).toMatchObject({ kind: 'mention', conversationRemoteId: quote.uri })

    const answer = valueOf(await adapter.publisher.publish(session, draftOf('dix euros', { replyTo: { remoteId: byTom.uri, rootRemoteId: byTom.uri, authorHandle: '@tom.test' } }), newIntent()))
    const record = (await lea.records(posts)).find(({ uri }) => uri === answer.remoteId)!
    expect(record.value['reply']).toEqual({ root, parent: byTom })

    const more = await tom.reply('merci', { uri: answer.remoteId, cid: record.cid }, root)
    const second = await fetchAll(adapter, session, first.cursor)
    expect(second.items.map((item) => [item.remoteId, item.conversationRemoteId, item.kind])).toEqual([[more.uri, byTom.uri, 'comment']])
    expect((await fetchAll(adapter, session, second.cursor)).items).toEqual([])
  })

  it('loses nothing when more comes in than one page holds, and repeats nothing', async () => {
    const zoe = await server.createPerson('zoe')
    const session = await logIn(zoe)
    const { cursor } = await fetchAll(adapter, session, null)
    const root = await zoe.post('parlez-moi')
    const sent: string[] = []
    for (let i = 0; i < 60; i += 1) sent.push((await tom.reply(`réponse ${i}`, root)).uri)
    const fetched = await fetchAll(adapter, session, cursor)
    expect(fetched.items.map((item) => item.remoteId).toSorted()).toEqual(sent.toSorted())
  })

  it('likes once and unlikes, also what was liked in another program', async () => {
    const session = await logIn(lea)
    const post = await tom.post('aimez-moi')
    const likes = async (): Promise<number> => (await lea.records('app.bsky.feed.like')).filter(({ value }) => (value['subject'] as { uri: string }).uri === post.uri).length
    const setLiked = (liked: boolean): Promise<unknown> => adapter.publisher.setLiked!(session, { remoteId: post.uri, liked }).then(valueOf)
    await Promise.all([setLiked(true), setLiked(true)])
    await setLiked(true)
    expect(await likes()).toBe(1)
    await setLiked(false)
    await setLiked(false)
    expect(await likes()).toBe(0)
    await lea.like(post)
    await setLiked(true)
    expect(await likes()).toBe(1)
    await setLiked(false)
    expect(await likes()).toBe(0)
  })

  it('reposts, blocks and deletes once, and takes them back, however often it is asked', async () => {
    const session = await logIn(lea)
    const post = await tom.post('à faire suivre')
    const count = async (collection: string): Promise<number> => (await lea.records(collection)).length
    const act = (what: Act, remoteId = post.uri): Promise<unknown> => adapter.publisher.act!(session, { act: what, remoteId }).then(valueOf)
    await Promise.all([act('repost'), act('repost')])
    await act('block')
    await act('block')
    expect([await count('app.bsky.feed.repost'), await count('app.bsky.graph.block')]).toEqual([1, 1])
    for (const back of ['unrepost', 'unblock', 'unrepost', 'unblock'] as const) await act(back)
    expect([await count('app.bsky.feed.repost'), await count('app.bsky.graph.block')]).toEqual([0, 0])
    const own = await lea.post('de trop')
    await act('delete', own.uri)
    await act('delete', own.uri)
    expect((await lea.records('app.bsky.feed.post')).some(({ uri }) => uri === own.uri)).toBe(false)
    expect(await adapter.publisher.act!(session, { act: 'delete', remoteId: post.uri })).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
  })

  it('reads and sends messages when the app password allows it, and does without otherwise', async () => {
    await server.say({ from: tom.did, to: lea.did, text: 'en privé' })
    const withMessages = await logIn(lea, { forMessages: true })
    const all = await fetchAll(adapter, withMessages, null)
    const message = all.items.find((item) => item.kind === 'message')!
    expect(message).toMatchObject({ text: 'en privé', isOwn: false, conversationRemoteId: 'convo:convo1' })
    const draft = draftOf('bien reçu', { audience: 'message', replyTo: { remoteId: message.remoteId, rootRemoteId: message.conversationRemoteId, authorHandle: message.authorHandle } })
    const sentAt = Date.now()
    const sent = valueOf(await adapter.publisher.publish(withMessages, draft, newIntent()))
    expect(valueOf(await adapter.publisher.findPublished(withMessages, draft, { ...newIntent(), sentAt }))).toEqual(sent)
    await server.say({ from: tom.did, to: lea.did, text: 'parfait' })
    const next = await fetchAll(adapter, withMessages, all.cursor)
    expect(next.items.map((item) => [item.text, item.isOwn])).toEqual([['bien reçu', true], ['parfait', false]])
    expect((await fetchAll(adapter, await logIn(lea), null)).items.every((item) => item.kind !== 'message')).toBe(true)
  })

  it('hears the very first message of an account that never had one', async () => {
    const noe = await server.createPerson('noe')
    const session = await logIn(noe, { forMessages: true })
    const { cursor } = await fetchAll(adapter, session, null)
    await server.say({ from: tom.did, to: noe.did, text: 'bienvenue' })
    const next = await fetchAll(adapter, session, cursor)
    expect(next.items.map(({ text }) => text)).toEqual(['bienvenue'])
    await server.say({ from: tom.did, to: noe.did, text: 'encore moi' })
    expect((await fetchAll(adapter, session, next.cursor)).items.map(({ text }) => text)).toEqual(['encore moi'])
  })

  it('renews an expired session, also when the refresh token no longer works, until the app password is revoked', async () => {
    const appPassword = await lea.makeAppPassword('to be revoked')
    const { identity, secret } = valueOf(await connectOf().connect({ serverUrl: server.url, identifier: lea.handle, appPassword, signal }))
    const session = createSession('bluesky', identity, expireAccess(secret, server.jwtSecret))
    expect(failureKind(await connectOf().whoAmI(session))).toBe('auth_expired')
    const renewed = valueOf(await connectOf().renew!(session))
    expect(JSON.parse(renewed.secret).refreshJwt).not.toBe(JSON.parse(secret).refreshJwt)
    session.setSecret(renewed.secret)
    expect(valueOf(await connectOf().whoAmI(session)).remoteId).toBe(lea.did)

    session.setSecret(JSON.stringify({ ...JSON.parse(renewed.secret), refreshJwt: 'lost in a crash' }))
    const again = valueOf(await connectOf().renew!(session))
    session.setSecret(again.secret)
    expect(valueOf(await connectOf().whoAmI(session)).remoteId).toBe(lea.did)

    await lea.revokeAppPassword('to be revoked')
    expect(failureKind(await connectOf().renew!(session))).toBe('auth_revoked')
  })

  it('ends the session at the network', async () => {
    const session = await logIn(lea)
    expect(valueOf(await connectOf().revoke(session))).toBeNull()
  })
})
