import { randomUUID } from 'node:crypto'
import type { Act } from '../../shared/networks/acts.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { createSession, draftOf, failureKind, fetchAll, filmOf, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { hasWordpressServer, startWordpressServer, type SitePost, type WordpressServer } from './start-wordpress-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const signal = new AbortController().signal
const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })

const adapterOver = (client: HttpClient, later = 0): NetworkAdapter => createWordpressAdapter({ http: client, clock: { now: () => Date.now() + later, after: () => () => undefined } })
const adapter = adapterOver(http)
const connectOf = (over = adapter): AppPasswordConnect => over.connect as AppPasswordConnect

/** Loses the answers of the requests that fit, after the site has done its work. */
const losing = (fits: (request: HttpRequest) => boolean): HttpClient => ({
  async send(request) {
    const result = await http.send(request)
    return fits(request) ? { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } : result
  }
})
const isPublishing = ({ method, body }: HttpRequest): boolean => method === 'POST' && typeof body === 'string' && body.includes('"publish"')

async function logIn(server: WordpressServer, user = 'admin'): Promise<TestSession> {
  const appPassword = server.password(user)
  const { identity, secret } = valueOf(await connectOf().connect({ serverUrl: server.url, identifier: user, appPassword, signal }))
  return createSession('wordpress', identity, secret)
}

if (!hasWordpressServer) console.log('skipped: WordPress on a real server (not laid out: VIGIE_TEST_WORDPRESS, php)')

describe.skipIf(!hasWordpressServer)('WordPress, a real one', () => {
  let server: WordpressServer
  let session: TestSession

  beforeAll(async () => {
    server = await startWordpressServer()
    session = await logIn(server)
  })
  afterAll(() => server?.stop())

  const postsNamed = (title: string): SitePost[] => server.posts().filter((post) => post.title === title)

  it('connects with an application password, spaces or not, and says which site it is', async () => {
    const appPassword = server.password('admin')
    const spaced = appPassword.replaceAll(/(.{4})/g, '$1 ')
    const { identity } = valueOf(await connectOf().connect({ serverUrl: `${server.url}/`, identifier: 'admin', appPassword: spaced, signal }))
    expect(identity).toMatchObject({ handle: server.url.replace('http://', ''), displayName: 'Le blog de Léa', serverUrl: server.url, remoteId: '1', accessEndsAt: null })
    expect(valueOf(await connectOf().whoAmI(session))).toEqual(identity)
  })

  it('tells a wrong password from a wrong site', async () => {
    expect(await connectOf().connect({ serverUrl: server.url, identifier: 'admin', appPassword: 'abcd abcd abcd abcd abcd abcd', signal })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'wrong_credentials' } } })
    expect(await connectOf().connect({ serverUrl: 'http://127.0.0.1:1', identifier: 'admin', appPassword: 'x', signal })).toMatchObject({ ok: false, failure: { kind: 'not_sent' } })
  })

  it('takes tags that the site has, makes the others once, and keeps them when the words become others', async () => {
    const tagsOf = async (id: string): Promise<string[]> => {
      const terms = (await (await fetch(`${server.url}/?rest_route=/wp/v2/tags&post=${id}&per_page=100`)).json()) as { name: string }[]
      return terms.map(({ name }) => name).toSorted()
    }
    const draft = (title: string, tags: readonly string[]): Draft => draftOf('Ouvert', { title, tags })
    const first = valueOf(await adapter.publisher.publish(session, draft('Étiquetée', ['Pain & beurre', 'Été', 'C’est bon']), newIntent()))
    const second = valueOf(await adapter.publisher.publish(session, draft('Étiquetée aussi', ['pain & BEURRE', 'ete', 'un "mot"']), newIntent()))
    const [one, other] = [first, second].map(({ remoteId }) => remoteId.replace('post:', '')) as [string, string]
    // The site writes some signs as HTML does.
    expect([await tagsOf(one), await tagsOf(other)]).toEqual([['C’est bon', 'Pain &amp; beurre', 'Été'], ['Pain &amp; beurre', 'un "mot"', 'Été']])
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('Fermé', { title: 'Étiquetée encore' }), remoteId: first.remoteId, hasMedia: false, was: draft('Étiquetée', []) }))
    expect([postsNamed('Étiquetée encore').length, (await tagsOf(one)).length]).toEqual([1, 3])
  })

  it('publishes a formatted post with a featured picture and others, and WordPress reads its blocks', async () => {
    const document: RichDocument = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Menu & <prix>' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Voir ' }, { type: 'text', text: 'la carte', marks: [{ type: 'link', attrs: { href: 'https://exemple.fr/?a=1&b="2"' } }, { type: 'bold' }] }, { type: 'hardBreak' }, { type: 'text', text: 'ici', marks: [{ type: 'italic' }] }] },
        { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'café' }] }] }] },
        { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'cité' }] }] }
      ]
    }
    const draft: Draft = { ...draftOf('x', { title: 'Été à la carte', media: [pictureOf('une tasse'), pictureOf('une assiette', 'assiette à "dessert".png')] }), document }
    const published = valueOf(await adapter.publisher.publish(session, draft, newIntent()))
    const [post] = postsNamed('Été à la carte')
    expect(published).toEqual({ remoteId: `post:${post!.id}`, url: expect.stringMatching(/\/ete-a-la-carte\/$/) })
    expect(post).toMatchObject({ status: 'publish', slug: 'ete-a-la-carte' })
    expect(server.media().find(({ id }) => id === post!.thumbnail)!.alt).toBe('une tasse')
    const page = await (await fetch(published.url!)).text()
    for (const html of ['Menu &amp; &lt;prix&gt;</h2>', '<a href="https://exemple.fr/?a=1&amp;b=&quot;2&quot;"><strong>la carte</strong></a><br><em>ici</em>', '<li>café</li>', 'alt="une assiette"']) expect(post!.content + page).toContain(html)
  })

  it('puts a video into the media library and into the text, and the picture above it', async () => {
    const film = await tinyMp4({ frameBytes: 40_000 })
    const moved: number[] = []
    const uploading = { ...session, secret: session.secret, onUploaded: (sent: number, total: number) => void moved.push(sent / total) }
    const published = valueOf(await adapter.publisher.publish(uploading, draftOf('sous la pluie', { title: 'Le quai filmé', media: [filmOf(film, 'Le quai'), pictureOf('une tasse')] }), newIntent()))
    const [post] = postsNamed('Le quai filmé')
    expect(server.media().find(({ id }) => id === post!.thumbnail)!.alt).toBe('une tasse')
    const address = /<video controls src="([^"]+\.mp4)"><\/video>/.exec(post!.content)?.[1] ?? ''
    expect(new Uint8Array(await (await fetch(address)).arrayBuffer())).toEqual(film)
    expect(await (await fetch(published.url!)).text()).toContain('<video')
    expect(moved.at(-1)).toBe(1)
  })

  it('makes one post of one intent, however often it is sent', async () => {
    const intent = newIntent()
    const draft = draftOf('une fois', { title: `once ${intent.idempotencyKey}`, media: [pictureOf('a')] })
    const lostAtDraft = adapterOver(losing(({ method, body }) => method === 'POST' && typeof body === 'string' && body.includes('"draft"')))
    expect(failureKind(await lostAtDraft.publisher.publish(session, draft, intent))).toBe('server_error')
    const mediaBefore = server.media().length
    const published = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(postsNamed(draft.title)).toHaveLength(1)
    expect(server.media()).toHaveLength(mediaBefore)
    expect(published.remoteId).toBe(`post:${postsNamed(draft.title)[0]!.id}`)
  })

  it('says that the outcome is unknown when the answer is lost, and then finds the post', async () => {
    const intent = newIntent()
    const draft = draftOf('perdu\n\net retrouvé', { title: `lost ${intent.idempotencyKey}` })
    const sentAt = Date.now()
    expect(failureKind(await adapterOver(losing(isPublishing)).publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    const [post] = postsNamed(draft.title)
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt }))).toMatchObject({ remoteId: `post:${post!.id}` })
    expect(post!.status).toBe('publish')
  })

  it('finds nothing, at first without being sure, where nothing arrived or only the draft did', async () => {
    const intent = newIntent()
    const draft = draftOf('jamais', { title: `never ${intent.idempotencyKey}` })
    const look = { ...intent, sentAt: Date.now() }
    expect(valueOf(await adapter.publisher.findPublished(session, draft, look))).toBe('cannot_tell')
    expect(valueOf(await adapterOver(http, 60_000).publisher.findPublished(session, draft, look))).toBe('none')
    const refusing: HttpClient = { send: (request) => (isPublishing(request) ? Promise.resolve({ ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'cut', retryable: true } } }) : http.send(request)) }
    expect(failureKind(await adapterOver(refusing).publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    expect(postsNamed(draft.title)).toMatchObject([{ status: 'draft' }])
    expect(valueOf(await adapterOver(http, 60_000).publisher.findPublished(session, draft, look))).toBe('none')
    valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(postsNamed(draft.title)).toMatchObject([{ status: 'publish' }])
  })

  it('is told no when the user may not publish', async () => {
    server.make('user', { name: 'stagiaire', role: 'contributor' })
    const trainee = await logIn(server, 'stagiaire')
    expect(await adapter.publisher.publish(trainee, draftOf('essai', { title: 'essai' }), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { status: 403 } } } })
  })

  it('brings in comments, held ones too, one conversation for each thread, and answers them', async () => {
    const post = server.make('post', { title: 'Question ouverte', content: 'Et vous ?' })
    const { cursor } = await fetchAll(adapter, session, null)
    const first = server.make('comment', { post, name: 'Tom', text: 'Moi <b>oui</b> &amp; toi ?' })
    const below = server.make('comment', { post, parent: first, name: 'Mia', text: 'pareil' })
    const held = server.make('comment', { post, name: 'Zoé', text: 'première fois', approved: 0 })
    const spam = server.make('comment', { post, name: 'Bot', text: 'pas du spam', approved: 'spam' })

    const fetched = await fetchAll(adapter, session, cursor)
    expect(fetched.items.toSorted((a, b) => a.remoteId.localeCompare(b.remoteId))).toMatchObject([
      { remoteId: `comment:${first}`, conversationRemoteId: `comment:${first}`, kind: 'comment', ourPostRemoteId: `post:${post}`, parentRemoteId: null, authorName: 'Tom', text: 'Moi oui & toi ?', isOwn: false, isHeld: false },
      { remoteId: `comment:${below}`, conversationRemoteId: `comment:${first}`, parentRemoteId: `comment:${first}` },
      { remoteId: `comment:${held}`, conversationRemoteId: `comment:${held}`, isHeld: true }
    ])
    expect((await fetchAll(adapter, session, fetched.cursor)).items).toEqual([])

    const answer = (parent: number, text: string): Draft => draftOf(text, { replyTo: { remoteId: `comment:${parent}`, rootRemoteId: `comment:${parent}`, authorHandle: 'x' } })
    const sentAt = Date.now()
    const reply = valueOf(await adapter.publisher.publish(session, answer(held, 'Bienvenue « Zoé » <3 & merci'), newIntent()))
    const comments = server.comments(post)
    expect(comments.find(({ id }) => `comment:${id}` === reply.remoteId)).toMatchObject({ parent: held, approved: '1' })
    expect(comments.find(({ id }) => id === held)!.approved).toBe('1')
    expect(valueOf(await adapter.publisher.findPublished(session, answer(held, 'Bienvenue « Zoé » <3 & merci'), { ...newIntent(), sentAt }))).toEqual(reply)

    server.act('setCommentStatus', { id: spam, status: 'approve' })
    const last = await fetchAll(adapter, session, fetched.cursor)
    expect(Object.fromEntries(last.items.map(({ remoteId, isOwn }) => [remoteId, isOwn]))).toEqual({ [`comment:${spam}`]: false, [reply.remoteId]: true })
  })

  it('counts the answer that is there already as sent, and one comment remains', async () => {
    const post = server.make('post', { title: 'Double', content: '…' })
    const parent = server.make('comment', { post, name: 'Tom', text: 'alors ?' })
    const draft = draftOf("c'est noté — merci…", { replyTo: { remoteId: `comment:${parent}`, rootRemoteId: `comment:${parent}`, authorHandle: 'Tom' } })
    const intent = newIntent()
    const lost = adapterOver(losing(({ method, url }) => method === 'POST' && url.endsWith('/wp/v2/comments')))
    expect(failureKind(await lost.publisher.publish(session, draft, intent))).toBe('unknown_outcome')
    const found = valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: intent.intentAt }))
    expect(valueOf(await adapter.publisher.publish(session, draft, intent))).toEqual(found)
    expect(server.comments(post)).toHaveLength(2)
  })

  it('hides a comment and shows it again, and bins a post of ours, however often it is asked', async () => {
    const published = valueOf(await adapter.publisher.publish(session, draftOf('Sous celui-ci on parle.', { title: 'À commenter' }), newIntent()))
    const post = Number(published.remoteId.split(':')[1])
    const remark = { remoteId: `comment:${server.make('comment', { post, name: 'Tom', text: 'Premier avis.' })}` }
    const act = (what: Act, remoteId: string): Promise<unknown> => adapter.publisher.act!(session, { act: what, remoteId }).then(valueOf)
    const isHeld = async (): Promise<boolean | undefined> => (await fetchAll(adapter, session, null)).items.find((item) => item.remoteId === remark.remoteId)?.isHeld
    for (const each of ['hide', 'hide'] as const) await act(each, remark.remoteId)
    expect(await isHeld()).toBe(true)
    for (const each of ['unhide', 'unhide'] as const) await act(each, remark.remoteId)
    expect(await isHeld()).toBe(false)
    for (const each of ['delete', 'delete'] as const) await act(each, published.remoteId)
    expect(postsNamed('À commenter').filter(({ status }) => status === 'publish')).toEqual([])
  })

  it('closes an article to comments and opens it again, and tells of each comment below how it stands', async () => {
    const published = valueOf(await adapter.publisher.publish(session, draftOf('Ici on ferme.', { title: 'À fermer' }), newIntent()))
    const remark = `comment:${server.make('comment', { post: Number(published.remoteId.split(':')[1]), name: 'Tom', text: 'Encore un mot ?' })}`
    const act = async (what: Act): Promise<unknown> => valueOf(await adapter.publisher.act!(session, { act: what, remoteId: remark }))
    const lock = async () => (await fetchAll(adapter, session, null)).items.find((item) => item.remoteId === remark)?.lock
    for (const [what, isLocked] of [['lock', true], ['lock', true], ['unlock', false], ['unlock', false]] as const) {
      await act(what)
      expect(await lock()).toEqual({ place: published.remoteId, isLocked })
    }
  })

  it('pins an article before the others of the blog, and takes the pin away, however often it is asked', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Toujours en tête.', { title: 'À épingler' }), newIntent()))
    expect(valueOf(await adapter.pins!.read(session, remoteId))).toEqual({ isPinned: false, hindrance: null, instead: null })
    for (const isPinned of [true, true, false, false]) {
      valueOf(await adapter.pins!.set(session, { remoteId, isPinned, instead: null }))
      expect(valueOf(await adapter.pins!.read(session, remoteId))).toEqual({ isPinned, hindrance: null, instead: null })
    }
    valueOf(await adapter.publisher.act!(session, { act: 'delete', remoteId }))
    expect(valueOf(await adapter.pins!.read(session, remoteId))).toBe('gone')
  })

  it('is told when the comment to answer is gone', async () => {
    const draft = draftOf('trop tard', { replyTo: { remoteId: 'comment:999999', rootRemoteId: 'comment:999999', authorHandle: 'x' } })
    expect(await adapter.publisher.publish(session, draft, newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
  })

  it('loses no comment when more come in than one page holds', async () => {
    const { cursor } = await fetchAll(adapter, session, null)
    const post = server.make('post', { title: 'Beaucoup', content: '…' })
    const ids = (server.act('manyComments', { post, count: 120 }) as number[]).map((id) => `comment:${id}`)
    const fetched = await fetchAll(adapter, session, cursor)
    expect(fetched.items.map(({ remoteId }) => remoteId).toSorted()).toEqual(ids.toSorted())
  })

  it('asks for a new login once the application password was revoked', async () => {
    const other = await logIn(server)
    server.act('revoke', { user: 'admin' })
    expect(failureKind(await connectOf().whoAmI(other))).toBe('auth_revoked')
    expect(failureKind(await adapter.inbox!.fetchSince(other, null))).toBe('auth_revoked')
    expect(failureKind(await adapter.publisher.publish(other, draftOf('non', { title: 'non' }), newIntent()))).toBe('auth_revoked')
    expect(postsNamed('non')).toEqual([])
  })
})

describe.skipIf(!hasWordpressServer)('WordPress of another make', () => {
  const servers: WordpressServer[] = []
  const start = async (...args: Parameters<typeof startWordpressServer>): Promise<WordpressServer> => {
    const server = await startWordpressServer(...args)
    servers.push(server)
    return server
  }
  afterAll(() => Promise.all(servers.map((server) => server.stop())))

  it('with plain permalinks: the whole way', async () => {
    const server = await start({ permalinks: 'plain' })
    const session = await logIn(server)
    const published = valueOf(await adapter.publisher.publish(session, draftOf('bonjour', { title: 'Simple', media: [pictureOf('a')] }), newIntent()))
    expect(published.url).toMatch(/\?p=\d+$/)
    const post = Number(published.remoteId.replace('post:', ''))
    const comment = server.make('comment', { post, name: 'Tom', text: 'bien' })
    expect((await fetchAll(adapter, session, null)).items).toMatchObject([{ remoteId: `comment:${comment}` }])
  })

  it('in a folder of a larger site', async () => {
    const server = await start({ folder: '/fr/blog' })
    const session = await logIn(server)
    expect(session.account).toMatchObject({ serverUrl: server.url, handle: server.url.replace('http://', '') })
    const published = valueOf(await adapter.publisher.publish(session, draftOf('bonjour', { title: 'Dossier' }), newIntent()))
    expect(published.url).toContain('/fr/blog/')
    expect(await connectOf().connect({ serverUrl: new URL(server.url).origin, identifier: 'admin', appPassword: 'x', signal })).toMatchObject({ ok: false, failure: { error: { code: 'not_that_kind_of_server' } } })
  })

  it('with application passwords switched off: says so', async () => {
    const server = await start({ appPasswords: 'off' })
    expect(await connectOf().connect({ serverUrl: server.url, identifier: 'admin', appPassword: server.password('admin'), signal })).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', error: { code: 'login_refused', details: { reason: 'app_passwords_disabled' } } }
    })
  })
})
