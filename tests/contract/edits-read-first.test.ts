import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

interface Rig {
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

async function start(name: string): Promise<Rig> {
  const subject = adaptersUnderTest.find((each) => each.name === name)!
  const server = await startHostileServer(subject.createNetwork())
  const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
  const adapter = subject.createAdapter({ http, clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
  closing.push(() => http.close(), () => server.stop())
  return { server, adapter, session: subject.createSession(server.url, adapter) }
}

const plain = draftOf('Bonjour à tous #été', { title: 'Bonjour à tous' })
const bold: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bonjour', marks: [{ type: 'bold' }] }] }] }
const editOf = (text: string, was = plain) => ({ title: 'Bonjour à tous', text, document: draftOf(text).document, hasMedia: false, was })

describe('LinkedIn', () => {
  it.each(['LinkedIn', 'LinkedIn Page'])('writes the commentary alone, in its own format, by a call that names itself (%s)', async (name) => {
    const { server, adapter, session } = await start(name)
    const { remoteId } = valueOf(await adapter.publisher.publish(session, plain, intent))
    valueOf(await adapter.publisher.edit!(session, { ...editOf('Bonsoir (à tous) #été'), remoteId }))
    const call = server.requests.at(-1)!
    expect([call.method, call.path, call.headers['x-restli-method'], call.json]).toEqual(['POST', `/rest/posts/${remoteId}`, 'PARTIAL_UPDATE', { patch: { $set: { commentary: String.raw`Bonsoir \(à tous\) #été` } } }])
  })

  it('tells what stands on a page, as people read it', async () => {
    const { adapter, session } = await start('LinkedIn Page')
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour (à tous) #été', { media: [pictureOf('un'), pictureOf('deux')] }), intent))
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...plain, media: [] }))).toEqual({ text: 'Bonjour (à tous) #été', media: [{ kind: 'picture' }, { kind: 'picture' }] })
  })
})

describe('Reddit', () => {
  it('writes the words of a post of words, and leaves alone what somebody formatted there', async () => {
    const { server, adapter, session } = await start('Reddit')
    const { remoteId } = valueOf(await adapter.publisher.publish(session, { ...plain, document: bold }, intent))
    valueOf(await adapter.publisher.edit!(session, { ...editOf('Bonsoir', { ...plain, document: bold }), remoteId }))
    expect(new URLSearchParams(server.requests.at(-1)?.text).get('text')).toBe('Bonsoir')
    const count = server.requests.length
    await fetch(`${server.url}/api/editusertext`, { method: 'POST', body: new URLSearchParams({ thing_id: remoteId, text: '# Un titre' }) })
    expect(await adapter.publisher.edit!(session, { ...editOf('Encore'), remoteId })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'formatted_there' } } } })
    expect(server.requests.slice(count + 1).map(({ method }) => method)).toEqual(['GET'])
  })

  it('says that a post of a link has no words', async () => {
    const { adapter, session } = await start('Reddit')
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('https://exemple.fr/a', { title: 'Un lien' }), intent))
    expect(await adapter.publisher.edit!(session, { ...editOf('Bonsoir'), remoteId })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'no_words_there' } } } })
  })
})

describe('Dailymotion', () => {
  it('sends title and description alone, so that category and hashtags stay', async () => {
    const { server, adapter, session } = await start('Dailymotion')
    const subject = adaptersUnderTest.find(({ name }) => name === 'Dailymotion')!
    const { remoteId } = valueOf(await adapter.publisher.publish(session, { ...plain, media: [subject.fileOf!('phare')] }, intent))
    valueOf(await adapter.publisher.edit!(session, { ...editOf('Bonsoir'), remoteId }))
    const { method, path, json } = server.requests.at(-1)!
    expect([method, path, json]).toEqual(['PATCH', `/v2/videos/${remoteId}`, { title: 'Bonjour à tous', description: 'Bonsoir' }])
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...plain, media: [{ isVideo: true }] }))).toEqual({ title: 'Bonjour à tous', text: 'Bonsoir', media: [{ kind: 'video' }] })
    expect(failureKind(await adapter.publisher.edit!(session, { ...editOf('Bonsoir'), remoteId: '../me' }))).toBe('rejected')
  })
})
