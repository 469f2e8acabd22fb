import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { createSession, draftOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { hasWordpressServer, startWordpressServer, type WordpressServer } from './start-wordpress-server.ts'

const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
const adapterOver = (client: HttpClient, later = 0) => createWordpressAdapter({ http: client, clock: { now: () => Date.now() + later, after: () => () => undefined } })
const adapter = adapterOver(http)
const newIntent = () => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })

describe.skipIf(!hasWordpressServer)('the account’s own first comment on a real WordPress', () => {
  let server: WordpressServer
  let session: TestSession
  beforeAll(async () => {
    server = await startWordpressServer()
    const login = { serverUrl: server.url, identifier: 'admin', appPassword: server.password('admin'), signal: new AbortController().signal }
    const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect(login))
    session = createSession('wordpress', identity, secret)
  })
  afterAll(() => server?.stop())

  const commentsOf = async (remoteId: string): Promise<readonly { id: number; parent: number; author: number; content: string }[]> => {
    const answer = await fetch(`${server.url}/?rest_route=/wp/v2/comments&post=${remoteId.replace('post:', '')}`)
    return ((await answer.json()) as { id: number; parent: number; author: number; content: { rendered: string } }[]).map(({ content, ...rest }) => ({ id: rest.id, parent: rest.parent, author: rest.author, content: content.rendered.trim() }))
  }
  const commentOn = (remoteId: string, text: string) => draftOf(text, { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '' } })
  const post = async (title: string): Promise<string> => valueOf(await adapter.publisher.publish(session, draftOf('Ouvert', { title }), newIntent())).remoteId

  it('stands under the post, by the account, and is found again', async () => {
    const [remoteId, other] = [await post('Le phare'), await post('La jetée')]
    const draft = commentOn(remoteId, 'Les <b>liens</b> : https://exemple.fr')
    const sent = valueOf(await adapter.publisher.publish(session, draft, newIntent()))
    expect(await commentsOf(remoteId)).toEqual([{ id: Number(sent.remoteId.replace('comment:', '')), parent: 0, author: 1, content: expect.stringContaining('&lt;b&gt;liens&lt;/b&gt;') }])
    expect(await commentsOf(other)).toEqual([])
    expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...newIntent(), sentAt: Date.now() }))).toEqual(sent)
    // The same words under another post are another comment.
    expect(valueOf(await adapterOver(http, 120_000).publisher.findPublished(session, commentOn(other, draft.text), { ...newIntent(), sentAt: Date.now() }))).toBe('none')
  })

  it('whose answer was lost is there once, looked for and sent again', async () => {
    const remoteId = await post('Le quai')
    const losing: HttpClient = {
      async send(request) {
        const result = await http.send(request)
        return request.method === 'POST' && request.url.includes('comments') ? { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } } : result
      }
    }
    const [draft, intent] = [commentOn(remoteId, 'Merci de votre visite'), newIntent()]
    expect(await adapterOver(losing).publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
    const found = valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() }))
    expect(valueOf(await adapter.publisher.publish(session, draft, intent))).toEqual(found)
    expect(await commentsOf(remoteId)).toHaveLength(1)
  })

  it('is refused in the site’s own words where the post takes none, or is gone', async () => {
    const remoteId = await post('Le silence')
    const id = remoteId.replace('post:', '')
    await fetch(`${server.url}/?rest_route=/wp/v2/posts/${id}`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`admin:${server.password('admin')}`).toString('base64')}` }, body: '{"comment_status":"closed"}' })
    expect(await adapter.publisher.publish(session, commentOn(remoteId, 'Un mot'), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: expect.stringContaining('closed') } } } })
    expect(await adapter.publisher.publish(session, commentOn('post:999999', 'Un mot'), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
    expect(await commentsOf(remoteId)).toEqual([])
  })
})
