import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { writeOAuthSecret } from '../../electron/engine/networks/oauth/oauth-tokens.ts'
import { wordsOf } from '../../electron/engine/networks/reddit/reddit-draft.ts'
import { createRedditAdapter } from '../../electron/engine/networks/reddit/reddit-adapter.ts'
import { readRedditLimits } from '../../electron/engine/networks/reddit/reddit-failures.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { saysWanted } from '../../shared/published/words-there.ts'
import { createSession, draftOf, failureKind, fetchAll, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { passAtOnce } from '../support/pass-at-once.ts'
import { createFakeReddit, fakeRedditUser } from './fake-reddit.ts'
import type { FakeNetwork } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: 0 }
const noLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }

describe('what Reddit alone does', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let later = 0

  beforeEach(async () => {
    later = 0
    network = createFakeReddit()
    server = await startHostileServer(network)
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    adapter = createRedditAdapter({ http, clock: { now: () => Date.now() + later, after: passAtOnce((ms) => (later += ms)) }, random: systemRandom, apiUrl: server.url, loginUrl: server.url })
    session = createSession('reddit', { handle: 'u/lea', displayName: 'r/poterie', serverUrl: server.url, remoteId: `${fakeRedditUser}/poterie`, accessEndsAt: null, serverLimits: noLimits }, writeOAuthSecret({ clientId: 'id', accessToken: 'a', refreshToken: 'r', accessEndsAt: null, renewableUntil: null }))
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })
  const answer = (status: number, json: unknown): Fault => ({ name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) })
  const submitted = (): URLSearchParams => new URLSearchParams(server.requests.find((request) => network.isCreate(request))?.text)
  const publish = (draft: Parameters<NetworkAdapter['publisher']['publish']>[1], more: object = {}) => adapter.publisher.publish(session, draft, { ...intent, ...more })

  it('names itself and who answers for it in each call', async () => {
    valueOf(await publish(draftOf('Mots', { title: 'Titre' })))
    expect(server.requests.map(({ headers }) => headers['user-agent'])).toEqual(server.requests.map(() => `desktop:vigie:v0.1 (by /u/${fakeRedditUser})`))
    expect(Object.fromEntries(submitted())).toMatchObject({ kind: 'self', sr: 'poterie', title: 'Titre', text: 'Mots', resubmit: 'false' })
  })

  it('makes a post of an address that stands alone, and meets the same one again as its own', async () => {
    const draft = draftOf('https://exemple.fr/four', { title: 'Un four' })
    const first = valueOf(await publish(draft))
    expect(Object.fromEntries(submitted())).toMatchObject({ kind: 'link', url: 'https://exemple.fr/four' })
    expect(valueOf(await publish(draft))).toEqual(first)
    expect(await publish(draft, { isAnothers: (id: string) => id === first.remoteId })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'duplicate' } } } })
    expect(network.visible()).toHaveLength(1)
  })

  describe('a post that is passed on', () => {
    const passing = (remoteId: string, more: object = {}) => draftOf('', { title: ' Un phare ', quote: { remoteId, url: '' }, ...more })
    const look = { ...intent, sentAt: Date.now() - 120_000 }

    it('goes under our title, with no word of ours, and is found by both', async () => {
      const [there, other] = [network.posts!('un phare'), network.posts!('un four')]
      const made = valueOf(await publish(passing(there)))
      expect(Object.fromEntries(submitted())).toMatchObject({ kind: 'crosspost', crosspost_fullname: there, sr: 'poterie', title: 'Un phare' })
      expect([submitted().has('text'), submitted().has('url')]).toEqual([false, false])
      const find = (draft: Parameters<typeof publish>[0]) => adapter.publisher.findPublished(session, draft, look)
      expect(valueOf(await find(passing(there)))).toEqual(made)
      // The same title about none is another post; about another one it may be ours all the same, unless it is known as another's.
      const known = await adapter.publisher.findPublished(session, passing(other), { ...look, isAnothers: (remoteId) => remoteId === made.remoteId })
      expect([valueOf(await find(passing(other))), valueOf(known), valueOf(await find(draftOf('', { title: 'Un phare' })))]).toEqual(['cannot_tell', 'none', 'none'])
    })

    it('whose answer was lost is found, and not sent again', async () => {
      const there = network.posts!('un phare')
      server.spoil((request) => network.isCreate(request), { name: 'lost', isDone: true, spoil: (response) => void response.destroy() }, 1)
      expect(failureKind(await publish(passing(there)))).toBe('unknown_outcome')
      expect(valueOf(await adapter.publisher.findPublished(session, passing(there), look))).toMatchObject({ remoteId: expect.stringMatching(/^t3_/) })
      expect(network.visible()).toEqual(['Un phare'])
    })

    it('is none where the other one is gone, is a comment, or would have something beside it', async () => {
      expect(await publish(passing('t3_zzz'))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'quoted_gone' } } } })
      const before = server.requests.length
      expect(failureKind(await publish(passing('t1_abc')))).toBe('rejected')
      expect(failureKind(await publish(passing(network.posts!('un phare'), { media: [pictureOf('')] })))).toBe('rejected')
      expect(server.requests).toHaveLength(before)
      expect(network.visible()).toEqual([])
    })

    it('is read back by its title, and has no words that could be changed', async () => {
      const { remoteId } = valueOf(await publish(passing(network.posts!('un phare'))))
      expect(valueOf(await adapter.readBack!(session, remoteId, { ...passing(''), media: [] }))).toEqual({ title: 'Un phare', text: '' })
      expect(await adapter.publisher.edit!(session, { ...draftOf('Des mots', { title: 'Un phare' }), remoteId, hasMedia: false, was: passing('') })).toMatchObject({ ok: false, failure: { error: { details: { reason: 'no_words_there' } } } })
    })
  })

  it('asks again for a picture until Reddit has named it, and never says that it was refused', async () => {
    const draft = draftOf('', { title: 'Un vase', media: [pictureOf('')] })
    const { pending } = valueOf(await publish(draft))
    expect(Object.fromEntries(submitted())).toMatchObject({ kind: 'image', url: expect.stringContaining('/rte_images/') })
    expect(valueOf(await adapter.publisher.resume!(session, draft, pending!.token))).toMatchObject({ remoteId: expect.stringMatching(/^t3_/), url: expect.stringContaining('/r/poterie/') })
    const other = { ...draft, title: 'Un autre' }
    expect(valueOf(await adapter.publisher.resume!(session, other, pending!.token)).pending).toBeDefined()
    later = 16 * 60_000
    expect(await adapter.publisher.resume!(session, other, pending!.token)).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome', error: { details: { reason: 'picture_lost' } } } })
  })

  it('takes neither another job’s picture for the one that is at work, nor a link under the same title', async () => {
    const draft = draftOf('', { title: 'Un vase', media: [pictureOf('')] })
    const { pending } = valueOf(await publish(draft))
    const { remoteId } = valueOf(await adapter.publisher.resume!(session, draft, pending!.token))
    const isAnothers = (id: string): boolean => id === remoteId
    expect(valueOf(await adapter.publisher.resume!(session, draft, pending!.token, { isAnothers })).pending).toBeDefined()
    valueOf(await publish(draftOf('https://exemple.fr/vase', { title: 'Un vase' })))
    expect(valueOf(await adapter.publisher.resume!(session, draft, pending!.token, { isAnothers })).pending).toBeDefined()
  })

  it('makes a gallery of several pictures, with words below, and finds it again as what it is', async () => {
    const draft = draftOf('Trois **vases**', { title: 'Des vases', media: [pictureOf('', 'un.png'), pictureOf('', 'deux.jpg'), pictureOf('', 'trois.png')] })
    const published = valueOf(await publish(draft))
    const { json } = server.requests.find(({ path }) => path === '/api/submit_gallery_post.json')!
    expect(json).toMatchObject({ sr: 'poterie', title: 'Des vases', text: wordsOf(draft), items: [{ media_id: 'asset1001' }, { media_id: 'asset1002' }, { media_id: 'asset1003' }] })
    later = 90_000
    const look = { ...intent, sentAt: Date.now() }
    expect(valueOf(await adapter.publisher.findPublished(session, draft, look))).toMatchObject({ remoteId: published.remoteId })
    expect(valueOf(await adapter.publisher.findPublished(session, { ...draft, media: draft.media.slice(0, 1) }, look))).toBe('none')
    expect(valueOf(await adapter.publisher.findPublished(session, { ...draft, media: [{ ...videoOf('tour.mp4', 10) }] }, look))).toBe('none')
    expect(valueOf(await adapter.readBack!(session, published.remoteId, { title: draft.title, text: draft.text, document: draft.document, media: draft.media.map(() => ({ isVideo: false })) }))).toMatchObject({ title: 'Des vases', text: wordsOf(draft) })
  })

  it('publishes a film behind its cover, with words below, and sends none without one', async () => {
    const film = videoOf('tour.mp4', 3000)
    const draft = draftOf('Le tour', { title: 'Au tour', media: [{ ...film, cover: { atMs: 400, picture: pictureOf('', 'cover.png') } }] })
    expect(await publish({ ...draft, media: [film] })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'cover_needed' } } } })
    expect(network.visible()).toEqual([])
    const { pending } = valueOf(await publish(draft))
    expect(Object.fromEntries(submitted())).toMatchObject({ kind: 'video', text: 'Le tour', url: expect.stringContaining('/rte_images/'), video_poster_url: expect.stringContaining('/rte_images/') })
    const { remoteId } = valueOf(await adapter.publisher.resume!(session, draft, pending!.token))
    expect(remoteId).toMatch(/^t3_/)
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, { ...draft, media: [pictureOf('')] }, { ...intent, sentAt: Date.now() }))).toBe('none')
  })

  it('reads back the address of a link and no words of a picture, whatever words are asked about', async () => {
    const { document, text, title } = draftOf('https://exemple.fr/four', { title: 'Un four' })
    const link = valueOf(await publish(draftOf(text, { title })))
    expect(valueOf(await adapter.readBack!(session, link.remoteId, { title, text, document, media: [] }))).toEqual({ title, text })
    const other = draftOf('Un four à bois', { title })
    const asked = { title, text: other.text, document: other.document, media: [] }
    const there = valueOf(await adapter.readBack!(session, link.remoteId, asked))
    expect(there !== 'gone' && saysWanted(there, asked, false)).toBe(false)
    expect(await adapter.publisher.edit!(session, { ...asked, remoteId: link.remoteId, hasMedia: false, was: null })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'no_words_there' } } } })
    const picture = draftOf('', { title: 'Un vase', media: [pictureOf('')] })
    const { pending } = valueOf(await publish(picture))
    const { remoteId } = valueOf(await adapter.publisher.resume!(session, picture, pending!.token))
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...asked, title: 'Un vase', media: [{ isVideo: false }] }))).toEqual({ title: 'Un vase', text: '' })
  })

  it('hands a picture to no store but Reddit’s', async () => {
    server.spoil(({ path }) => path === '/api/media/asset.json', answer(200, { args: { action: `http://localhost:${new URL(server.url).port}/elsewhere`, fields: [{ name: 'key', value: 'k' }] } }))
    expect(failureKind(await publish(draftOf('', { title: 'Un vase', media: [pictureOf('')] })))).toBe('bug')
    expect(server.requests.some(({ path }) => path === '/elsewhere')).toBe(false)
  })

  it('takes the flair that the title names, and says so where none is named', async () => {
    const honest = network.answer.bind(network)
    network.answer = (request, origin) => {
      if (request.path.endsWith('/post_requirements')) return { status: 200, json: { is_flair_required: true } }
      if (request.path.endsWith('/link_flair_v2')) return { status: 200, json: [{ id: 'f-1', text: 'Question' }, { id: 'f-2', text: 'Vente' }] }
      return honest(request, origin)
    }
    expect(await publish(draftOf('Mots', { title: 'Sans' }))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'flair_needed' } } } })
    expect(network.visible()).toEqual([])
    valueOf(await publish(draftOf('Mots', { title: '[question] Quel four ?' })))
    expect(submitted().get('flair_id')).toBe('f-1')
  })

  it('reads refusals that come with success: too much, and for good', async () => {
    server.spoil((request) => network.isCreate(request), answer(200, { json: { errors: [['RATELIMIT', 'Looks like you have been doing that a lot. Take a break for 9 minutes before trying again.', 'ratelimit']] } }))
    const held = await publish(draftOf('Mots', { title: 'Titre' }))
    expect(!held.ok && held.failure.kind === 'rate_limited' ? Math.round((held.failure.until - Date.now()) / 60_000) : held).toBe(9)
    server.spoil((request) => network.isCreate(request), answer(200, { json: { errors: [['SUBREDDIT_NOTALLOWED', 'you are not allowed to post there.', 'sr']] } }))
    expect(await publish(draftOf('Mots', { title: 'Titre' }))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { code: 'SUBREDDIT_NOTALLOWED', reason: 'you are not allowed to post there.' } } } })
    expect(readRedditLimits({ 'x-ratelimit-used': '12', 'x-ratelimit-remaining': '588.0', 'x-ratelimit-reset': '61' }, 1000)).toEqual([{ scope: 'account', bucket: 'reddit', max: 600, remaining: 588, resetsAt: 62_000 }])
    expect(readRedditLimits({ 'x-ratelimit-used': 'x' }, 0)).toEqual([])
  })

  it('answers a comment and finds the answer again; what is said to that belongs to the same conversation', async () => {
    const remoteId = network.hear('Quelle terre ?')
    const reply = draftOf('Du grès', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: 'u/tom' } })
    const published = valueOf(await publish(reply))
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, reply, { ...intent, sentAt: Date.now() }))).toEqual(published)
    const honest = network.answer.bind(network)
    network.answer = (request, origin) =>
      request.path === '/message/inbox'
        ? { status: 200, json: { kind: 'Listing', data: { after: null, children: [{ kind: 't1', data: { name: 't1_zz', author: 'tom', body: 'Merci', created_utc: Math.floor(Date.now() / 1000), parent_id: published.remoteId, type: 'comment_reply' } }, { kind: 't4', data: { name: 't4_aa', author: 'zoe', body: 'En privé', created_utc: 1_700_000_001, parent_id: null, type: 'unknown', first_message_name: null } }] } } }
        : honest(request, origin)
    const { items } = await fetchAll(adapter, session, null)
    expect(items.map(({ text, kind, conversationRemoteId }) => [text, kind, conversationRemoteId])).toEqual([['Merci', 'comment', remoteId], ['En privé', 'message', 't4_aa']])
  })

  it('writes the first comment below its own post, and finds it again', async () => {
    const { remoteId } = valueOf(await publish(draftOf('Mots', { title: 'Titre' })))
    const comment = draftOf('Le lien', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: 'u/lea' } })
    const published = valueOf(await publish(comment))
    later = 90_000
    expect(valueOf(await adapter.publisher.findPublished(session, comment, { ...intent, sentAt: Date.now() }))).toEqual(published)
  })

  it('offers the profile and each community that the member may post in, and shows the app as Reddit wants it', async () => {
    const { signal } = new AbortController()
    const { connect } = adapter
    if (connect.kind !== 'browser_login') throw new Error(connect.kind)
    const begun = await connect.begin({ serverUrl: 'reddit.com', redirectUri: 'http://127.0.0.1:28347/vigie', app: { clientId: 'my-app', clientSecret: null, redirectUri: null }, signal })
    if (!begun.ok) throw new Error('not begun')
    expect(new URL(begun.value.loginUrl).searchParams.get('duration')).toBe('permanent')
    const community = (display_name: string, user_is_banned = false): object => ({ kind: 't5', data: { display_name, user_is_banned } })
    const honest = network.answer.bind(network)
    network.answer = (request, origin) => {
      if (request.path === '/api/v1/access_token') return { status: 200, json: { access_token: 'a', refresh_token: 'r', expires_in: 3600, token_type: 'bearer' } }
      if (request.path === '/subreddits/mine/subscriber') return { status: 200, json: { kind: 'Listing', data: { after: null, children: [community('poterie'), community('interdit', true), community('u_tom'), community('Ceramics')] } } }
      return honest(request, origin)
    }
    const completed = valueOf(await connect.complete({ pending: begun.value.pending, code: 'the-code', issuer: null, signal }))
    expect(server.requests[0]?.headers['authorization']).toBe(`Basic ${Buffer.from('my-app:').toString('base64')}`)
    expect([completed.identity, ...(completed.others ?? []).map(({ identity }) => identity)].map(({ remoteId, displayName }) => [remoteId, displayName])).toEqual([['lea/u_lea', 'u/lea'], ['lea/Ceramics', 'r/Ceramics'], ['lea/poterie', 'r/poterie']])
  })
})
