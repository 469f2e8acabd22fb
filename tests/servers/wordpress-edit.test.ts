import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient, HttpRequest } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { saysWanted } from '../../shared/published/words-there.ts'
import { createSession, draftOf, failureKind, filmOf, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { hasWordpressServer, startWordpressServer, type SitePost, type WordpressServer } from './start-wordpress-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
const adapterOver = (client: HttpClient): NetworkAdapter => createWordpressAdapter({ http: client, clock: { now: () => Date.now(), after: () => () => undefined } })
const adapter = adapterOver(http)

const isEditing = ({ method, body }: HttpRequest): boolean => method === 'POST' && typeof body === 'string' && body.startsWith('{"title"')
/** Loses the answers to edits, after the site has done its work. */
const losing: HttpClient = {
  async send(request) {
    const result = await http.send(request)
    return isEditing(request) ? { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } : result
  }
}

const text = (words: string, ...marks: ('bold' | 'italic')[]) => ({ type: 'text' as const, text: words, marks: marks.map((type) => ({ type })) })
const document: RichDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 3 }, content: [text('Menu & <prix> « été » !')] },
    { type: 'paragraph', content: [text('Voir '), { type: 'text', text: 'la carte', marks: [{ type: 'link', attrs: { href: 'https://exemple.fr/?a=1&b="2"' } }, { type: 'bold' }] }, { type: 'hardBreak' }, text('l’ici "droit" & l\'autre', 'italic')] },
    { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [text('café')] }] }] },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [text('cité')] }] }
  ]
}
const mended: RichDocument = { type: 'doc', content: [...document.content, { type: 'paragraph', content: [text('Et '), text('voilà', 'bold')] }] }

if (!hasWordpressServer) console.log('skipped: changing articles of WordPress on a real server (not laid out: VIGIE_TEST_WORDPRESS, php)')

describe.skipIf(!hasWordpressServer)('WordPress, a real one, and other words for what is out', () => {
  let server: WordpressServer
  const sessions = new Map<string, TestSession>()
  let film: Uint8Array<ArrayBuffer>

  beforeAll(async () => {
    server = await startWordpressServer()
    film = await tinyMp4()
    server.make('user', { name: 'autrice', role: 'author' })
    for (const user of ['admin', 'autrice']) {
      const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect({ serverUrl: server.url, identifier: user, appPassword: server.password(user), signal: new AbortController().signal }))
      sessions.set(user, createSession('wordpress', identity, secret))
    }
  })
  afterAll(() => server?.stop())

  const siteOf = (remoteId: string): SitePost => server.posts().find(({ id }) => `post:${id}` === remoteId)!
  const belowWords = ({ content }: SitePost): string => content.slice(content.indexOf('<!-- wp:video'))
  const draftNamed = (title: string): Draft => ({ ...draftOf('', { title, media: [pictureOf('au-dessus'), filmOf(film, 'Le quai & la pluie'), pictureOf('une "tasse"', 'tasse.png')] }), document })
  const publish = async (user: string, draft: Draft): Promise<string> => valueOf(await adapter.publisher.publish(sessions.get(user)!, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() })).remoteId
  const edit = (user: string, remoteId: string, title: string, was: Draft, over = adapter) => over.publisher.edit!(sessions.get(user)!, { remoteId, title, text: '', document: mended, hasMedia: true, was })
  async function read(user: string, remoteId: string, title: string, words: RichDocument) {
    const there = valueOf(await adapter.readBack!(sessions.get(user)!, remoteId, { title, text: '', document: words, media: [{ isVideo: false }, { isVideo: true }, { isVideo: false }] }))
    if (there === 'gone') throw new Error('it is there')
    return there
  }

  it.each(['admin', 'autrice'])('writes title and words and leaves picture, film and the picture above as they are, twice as once (%s)', async (user) => {
    const draft = draftNamed(`Menu & prix de ${user}`)
    const remoteId = await publish(user, draft)
    const before = siteOf(remoteId)
    expect(saysWanted(await read(user, remoteId, draft.title, document), { title: draft.title, text: '' }, true)).toBe(true)
    expect(saysWanted(await read(user, remoteId, draft.title, mended), { title: draft.title, text: '' }, true)).toBe(false)
    for (const time of [1, 2]) expect(valueOf(await edit(user, remoteId, `Carte & prix < 3 € de ${user}`, draft)), `${time}`).toBeNull()
    const after = siteOf(remoteId)
    expect(belowWords(before)).toContain('wp:image')
    expect(belowWords(after)).toBe(belowWords(before))
    expect([after.thumbnail, after.status, after.slug, after.dateGmt]).toEqual([before.thumbnail, 'publish', before.slug, before.dateGmt])
    const there = await read(user, remoteId, `Carte & prix < 3 € de ${user}`, mended)
    expect(saysWanted(there, { title: `Carte & prix < 3 € de ${user}`, text: '' }, true)).toBe(true)
    expect(there.text).toContain('Et voilà')
    expect(there.media).toHaveLength(3)
  })

  it('leaves alone what somebody formatted there, and says what somebody renamed', async () => {
    const draft = draftNamed('Retouché')
    const remoteId = await publish('admin', draft)
    const { id, content } = siteOf(remoteId)
    server.act('change', { id, changes: { post_title: 'Autre titre', post_content: content.replace('café', '<strong>café</strong>') } })
    const changed = siteOf(remoteId).content
    expect(await read('admin', remoteId, draft.title, document)).toMatchObject({ title: 'Autre titre', form: 'other' })
    expect(await edit('admin', remoteId, 'Menu', draft)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'formatted_there' } } } })
    expect(siteOf(remoteId)).toMatchObject({ title: 'Autre titre', content: changed })
  })

  it('an answer that is lost leaves the new words, which reading finds', async () => {
    const draft = draftNamed('Perdu')
    const remoteId = await publish('autrice', draft)
    expect(failureKind(await edit('autrice', remoteId, 'Perdu', draft, adapterOver(losing)))).toBe('unknown_outcome')
    expect(saysWanted(await read('autrice', remoteId, 'Perdu', mended), { title: 'Perdu', text: '' }, true)).toBe(true)
  })

  it('what is in the bin is gone, and what is another’s is refused in the site’s words', async () => {
    const draft = draftNamed('Jeté')
    const remoteId = await publish('admin', draft)
    expect(await edit('autrice', remoteId, 'Jeté', draft)).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
    server.act('bin', { id: siteOf(remoteId).id })
    expect(await edit('admin', remoteId, 'Jeté', draft)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
  })
})
