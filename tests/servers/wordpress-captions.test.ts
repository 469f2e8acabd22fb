import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { createSession, draftOf, failureKind, filmOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { tinyMp4 } from '../support/tiny-videos.ts'
import { hasWordpressServer, startWordpressServer, type WordpressServer } from './start-wordpress-server.ts'

const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
const adapterOver = (client: HttpClient): NetworkAdapter => createWordpressAdapter({ http: client, clock: { now: () => Date.now(), after: () => () => undefined } })
const adapter = adapterOver(http)
/** Loses the answer of the call that makes the draft, after the site has done its work. */
const losingTheDraft: HttpClient = {
  async send(request) {
    const result = await http.send(request)
    const isDraft = request.method === 'POST' && typeof request.body === 'string' && request.body.includes('"draft"')
    return isDraft ? { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } : result
  }
}
const cue = (text: string) => [{ startMs: 100, endMs: 900, text }]
const captions = [{ language: 'fr' as const, fileName: 'quai.srt', cues: cue('Marée <i>basse</i> & vent') }, { language: 'pt-BR' as const, fileName: 'quai.pt.srt', cues: cue('Maré baixa') }]

if (!hasWordpressServer) console.log('skipped: subtitles in WordPress on a real server (not laid out: VIGIE_TEST_WORDPRESS, php)')

describe.skipIf(!hasWordpressServer)('WordPress, a real one, and the subtitles of films', () => {
  let server: WordpressServer
  const sessions = new Map<string, TestSession>()

  beforeAll(async () => {
    server = await startWordpressServer()
    server.make('user', { name: 'autrice', role: 'author' })
    for (const user of ['admin', 'autrice']) {
      const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect({ serverUrl: server.url, identifier: user, appPassword: server.password(user), signal: new AbortController().signal }))
      sessions.set(user, createSession('wordpress', identity, secret))
    }
  })
  afterAll(() => server?.stop())

  it.each(['admin', 'autrice'])('keeps each once in its library and shows them in its player, for whoever may write HTML and whoever may not (%s)', async (user) => {
    const session = sessions.get(user)!
    const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
    const draft = draftOf('avec des mots', { title: `Sous-titré ${user}`, media: [{ ...filmOf(await tinyMp4(), 'Le quai'), fileName: 'quai--1.mp4', captions }] })
    expect(failureKind(await adapterOver(losingTheDraft).publisher.publish(session, draft, intent))).toBe('server_error')
    const mediaBefore = server.media().length
    const published = valueOf(await adapter.publisher.publish(session, draft, intent))
    const [post, ...others] = server.posts().filter(({ title }) => title === draft.title)
    expect([server.media().length, others]).toEqual([mediaBefore, []])
    const [, attributes = ''] = /<!-- wp:video (\{.*\}) -->/.exec(post!.content) ?? []
    const { tracks } = JSON.parse(attributes) as { tracks: { src: string }[] }
    expect(tracks).toEqual([{ src: expect.stringMatching(/\.vtt$/), label: 'français', srcLang: 'fr', kind: 'captions' }, { src: expect.stringMatching(/\.vtt$/), label: 'português (Brasil)', srcLang: 'pt-BR', kind: 'captions' }])
    const page = await (await fetch(published.url!)).text()
    for (const { src } of tracks) expect([post!.content, page].map((html) => html.includes(`<track src="${src}" label="`))).toEqual([true, true])
    const file = await fetch(tracks[0]!.src)
    expect([file.status, await file.text()]).toEqual([200, 'WEBVTT\n\n00:00:00.100 --> 00:00:00.900\nMarée <i>basse</i> &amp; vent\n'])
    const there = valueOf(await adapter.readBack!(session, published.remoteId, { title: draft.title, text: '', document: draft.document, media: [{ isVideo: true }] }))
    expect(there).toMatchObject({ form: 'as_sent', media: [{ kind: 'video' }] })
  })

  it('says which file a site does not keep, and publishes nothing', async () => {
    server.act('refuseFiles', { ending: 'vtt' })
    const published = await adapter.publisher.publish(sessions.get('autrice')!, draftOf('', { title: 'Sans sous-titres', media: [{ ...filmOf(await tinyMp4()), captions }] }), { idempotencyKey: randomUUID(), intentAt: Date.now() })
    expect(published).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'quai.srt', reason: expect.stringMatching(/not allowed to upload/) } } } })
    expect(server.posts().some(({ title }) => title === 'Sans sous-titres')).toBe(false)
  })
})
