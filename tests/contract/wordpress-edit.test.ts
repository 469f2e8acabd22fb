import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { documentToBlocks } from '../../electron/engine/networks/wordpress/document-to-blocks.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const subject = adaptersUnderTest.find(({ name }) => name === 'WordPress')!
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const formatted: RichDocument = { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Menu & prix' }] }, { type: 'paragraph', content: [{ type: 'text', text: 'Voir ' }, { type: 'text', text: 'la carte', marks: [{ type: 'bold' }] }] }] }
const was = { ...draftOf('Menu & prix\n\nVoir la carte', { title: 'Menu' }), document: formatted }

describe('other words in an article, which is one text with its pictures', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let remoteId = ''
  let path = ''

  beforeEach(async () => {
    network = subject.createNetwork()
    server = await startHostileServer(network)
    http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = subject.createAdapter({ http, clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    session = subject.createSession(server.url, adapter)
    remoteId = valueOf(await adapter.publisher.publish(session, { ...was, media: [pictureOf('au-dessus'), pictureOf('une tasse'), pictureOf('une assiette')] }, intent)).remoteId
    path = `/wp-json/wp/v2/posts/${remoteId.replace('post:', '')}`
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const contentNow = async (): Promise<string> => ((await (await fetch(`${server.url}${path}?context=edit`)).json()) as { content: { raw: string } }).content.raw
  const setContent = (content: string): Promise<unknown> => fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ content }) })
  const edit = (document: RichDocument, title = 'Menu') => adapter.publisher.edit!(session, { remoteId, title, text: '', document, hasMedia: true, was })
  const writes = (): FakeRequest[] => server.requests.filter((request) => request.method === 'POST' && request.path === path && request.json['title'] !== undefined)
  const formNow = async (document: RichDocument): Promise<unknown> => {
    const there = valueOf(await adapter.readBack!(session, remoteId, { title: 'Menu', text: '', document, media: [] }))
    return there === 'gone' ? there : there.form
  }
  const other = draftOf('Fermé lundi & mardi').document

  it('writes the words and leaves what stands below them to the letter', async () => {
    const before = await contentNow()
    const pictures = before.slice(before.indexOf('<!-- wp:image'))
    expect(pictures).toContain('wp:image')
    for (const time of [1, 2]) expect(valueOf(await edit(other, 'Fermé')), `${time}`).toBeNull()
    expect(await contentNow()).toBe(`${documentToBlocks(other, [])}\n\n${pictures}`)
    expect(writes()[0]?.json).toEqual({ title: 'Fermé', content: `${documentToBlocks(other, [])}\n\n${pictures}` })
  })

  it.each([
    ['a bold word', (raw: string) => raw.replace('Voir', '<em>Voir</em>')],
    ['a colour', (raw: string) => raw.replace('<!-- wp:paragraph -->\n<p>', '<!-- wp:paragraph {"textColor":"red"} -->\n<p class="has-red-color">')],
    ['a table', (raw: string) => `${raw}\n\n<!-- wp:table -->\n<figure class="wp-block-table"><table><tr><td>1</td></tr></table></figure>\n<!-- /wp:table -->`],
    ['words below the pictures', (raw: string) => `${raw}\n\n<!-- wp:paragraph -->\n<p>Et après</p>\n<!-- /wp:paragraph -->`],
    ['no blocks at all', () => '<p>Tout <b>autre</b></p>'],
    ['words outside of the blocks', (raw: string) => `Avant\n${raw}`]
  ])('writes nothing over what was formatted there: %s', async (_, change) => {
    const content = change(await contentNow())
    await setContent(content)
    expect(await formNow(formatted)).toBe('other')
    expect(await edit(other)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'formatted_there' } } } })
    expect([await contentNow(), writes()]).toEqual([content, []])
  })

  it('writes over plain words of somebody, and over the same ones that the site wrote in another way', async () => {
    const raw = await contentNow()
    await setContent(raw.replace('Menu &amp; prix', 'Menu &#038; prix').replaceAll('\n', '\n\n'))
    expect(await formNow(formatted)).toBe('as_sent')
    const pictures = raw.slice(raw.indexOf('<!-- wp:image'))
    await setContent(`<!-- wp:paragraph -->\n<p>Autre chose<br />ici</p>\n<!-- /wp:paragraph -->\n\n${pictures}`)
    expect(await formNow(formatted)).toBe('plain')
    valueOf(await edit(other))
    expect(await contentNow()).toContain('Fermé lundi')
  })

  it('tells a change of form alone from none', async () => {
    const bold: RichDocument = { type: 'doc', content: [formatted.content[0]!, { type: 'paragraph', content: [{ type: 'text', text: 'Voir la carte' }] }] }
    expect([await formNow(formatted), await formNow(bold)]).toEqual(['as_sent', 'other'])
    valueOf(await edit(bold))
    expect(await formNow(bold)).toBe('as_sent')
  })

  it('says that an article in the bin is gone', async () => {
    valueOf(await adapter.publisher.act!(session, { act: 'delete', remoteId }))
    expect(await edit(other)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
  })
})
