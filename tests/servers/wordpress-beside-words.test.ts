import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { AppPasswordConnect } from '../../electron/engine/networks/network-connect.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { createWordpressAdapter } from '../../electron/engine/networks/wordpress/wordpress-adapter.ts'
import { createSession, draftOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { hasWordpressServer, startWordpressServer, type SitePost, type WordpressServer } from './start-wordpress-server.ts'

const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const signal = new AbortController().signal
const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })
const adapter = createWordpressAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined } })

describe.skipIf(!hasWordpressServer)('WordPress, a real one, and what goes out beside the words', () => {
  let server: WordpressServer
  let session: TestSession

  beforeAll(async () => {
    server = await startWordpressServer()
    const { identity, secret } = valueOf(await (adapter.connect as AppPasswordConnect).connect({ serverUrl: server.url, identifier: 'admin', appPassword: server.password('admin'), signal }))
    session = createSession('wordpress', identity, secret)
  })
  afterAll(() => server?.stop())

  const postsNamed = (title: string): SitePost[] => server.posts().filter((post) => post.title === title)

  it('takes an excerpt as plain words, shows it in its list of posts, gives it back, and keeps it when the words become others', async () => {
    const teaser = 'Pain & beurre à 5 < 6 €, « dès huit heures »'
    const draft = draftOf('Ouvert', { title: 'Avec extrait', beside: { teaser } })
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, newIntent()))
    const id = remoteId.replace('post:', '')
    const excerptThere = async (): Promise<string> => ((await (await fetch(`${server.url}/?rest_route=/wp/v2/posts/${id}`)).json()) as { excerpt: { rendered: string } }).excerpt.rendered
    expect(await excerptThere()).toContain('Pain &amp; beurre à 5 &lt; 6 €')
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...draft, media: [] }))).toMatchObject({ teaser })
    valueOf(await adapter.publisher.edit!(session, { ...draftOf('Fermé', { title: 'Avec extrait' }), remoteId, hasMedia: false, was: draft }))
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...draft, media: [] }))).toMatchObject({ teaser })
    // What the site makes of the beginning of an article is not taken for somebody's words.
    const without = valueOf(await adapter.publisher.publish(session, draftOf('Un long début', { title: 'Sans extrait' }), newIntent()))
    expect(valueOf(await adapter.readBack!(session, without.remoteId, { ...draftOf('Un long début'), media: [] }))).toMatchObject({ teaser: '' })
  })

  it('reads the categories of the site, files a post under those that were chosen, and says it when one is gone', async () => {
    const parent = Number(server.act('category', { name: 'Fêtes & marchés' }))
    const child = Number(server.act('category', { name: 'Noël', parent }))
    const { categories, isComplete } = valueOf(await adapter.readCategories!(session))
    expect([isComplete, categories.filter(({ id }) => Number(id) >= parent)]).toEqual([true, [{ id: String(parent), name: 'Fêtes & marchés', parentId: null }, { id: String(child), name: 'Noël', parentId: String(parent) }]])
    const filed = (title: string, ...chosen: readonly number[]): Draft => draftOf('Ouvert', { title, beside: { categories: chosen.map((id) => ({ id: String(id), name: 'Noël' })) } })
    const categoriesOf = (title: string): unknown => server.act('categoriesOf', { id: postsNamed(title)[0]!.id })
    valueOf(await adapter.publisher.publish(session, filed('Rangée', child, parent), newIntent()))
    expect(categoriesOf('Rangée')).toEqual([parent, child])
    // Without any the site files it itself.
    valueOf(await adapter.publisher.publish(session, draftOf('Ouvert', { title: 'Non rangée' }), newIntent()))
    expect(categoriesOf('Non rangée')).toEqual([1])
    server.act('deleteCategory', { id: child })
    // What a site does by itself: it leaves the missing one out without a word, and files the post nowhere.
    const raw = await fetch(`${server.url}/?rest_route=/wp/v2/posts`, { method: 'POST', body: JSON.stringify({ title: 'Perdue', status: 'draft', categories: [child] }), headers: { 'content-type': 'application/json', authorization: `Basic ${Buffer.from(`admin:${server.password('admin')}`).toString('base64')}` } })
    expect([raw.status, ((await raw.json()) as { categories: unknown }).categories]).toEqual([201, []])
    expect(await adapter.publisher.publish(session, filed('Sans catégorie', child), newIntent())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'category_gone', category: 'Noël' } } } })
    expect(postsNamed('Sans catégorie')).toEqual([])
  })
})
