import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { MediaToSend } from '../../electron/engine/networks/network-media.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { FakeAnswer, FakeNetwork } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const subject = adaptersUnderTest.find(({ name }) => name === 'Discourse')!
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f71', intentAt: Date.now() }
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }
const bytes = new TextEncoder().encode('....ftypisom a quay in the rain')
const film = (altText: string): MediaToSend => ({
  mediaType: 'video/mp4', fileName: 'quai.mp4', altText, width: 1280, height: 720, byteLength: bytes.byteLength, durationMs: 7000,
  read: () => Promise.reject(new Error('a video is never read whole')),
  readPart: (offset, length) => Promise.resolve(bytes.slice(offset, offset + length))
})

describe('a film in a forum', () => {
  let network: FakeNetwork
  let server: HostileServer
  let http: ClosableHttpClient
  let adapter: NetworkAdapter
  let session: AccountSession
  let refusal: FakeAnswer | null = null

  beforeEach(async () => {
    refusal = null
    network = subject.createNetwork()
    server = await startHostileServer({ ...network, answer: (request, origin) => (request.path === '/uploads.json' ? refusal : null) ?? network.answer(request, origin) })
    http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
    adapter = subject.createAdapter({ http, clock: { now: () => Date.now(), after: (_, callback) => (callback(), () => undefined) } })
    session = subject.createSession(server.url, adapter)
  })
  afterEach(async () => {
    http.close()
    await server.stop()
  })

  const draft = draftOf('Marée basse', { title: 'Le quai', media: [pictureOf('le phare'), film('la pluie | le [soir]')] })
  const rawOf = async (remoteId: string): Promise<string> => ((await (await fetch(`${server.url}/posts/${remoteId}.json`)).json()) as { raw: string }).raw

  it('stands below the words beside pictures, by the forum’s own mark', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
    expect(await rawOf(remoteId)).toBe('Marée basse\n\n![le phare|1x1](upload://abc.png)\n\n![la pluie   le  soir|video](upload://abc.png)')
  })

  it('is read back as a film, and stays when the words become others', async () => {
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
    const there = valueOf(await adapter.readBack!(session, remoteId, { title: 'Le quai', text: '', document: draft.document, media: [] }))
    expect(there).toMatchObject({ form: 'as_sent', media: [{ kind: 'picture', altText: 'le phare' }, { kind: 'video' }] })
    const mended = draftOf('Marée haute')
    valueOf(await adapter.publisher.edit!(session, { remoteId, title: 'Le quai', text: mended.text, document: mended.document, hasMedia: true, was: draft }))
    expect(await rawOf(remoteId)).toMatch(/^Marée haute\n\n!\[le phare.*\n\n!\[la pluie.*\|video\]\(upload:\/\/abc\.png\)$/)
  })

  it.each([
    ['does not take its kind', { status: 422, json: { errors: ['Sorry, the file you are trying to upload is not authorized (authorized extensions: jpg, png).'] } }, 'Sorry, the file you are trying to upload is not authorized (authorized extensions: jpg, png).'],
    ['finds it too large', { status: 413, json: null }, 'too_large']
  ])('is told with its name and the forum’s reason where that %s, and nothing is published', async (_, answer, reason) => {
    refusal = answer
    const alone = { ...draft, media: [film('')] }
    expect(await adapter.publisher.publish(session, alone, intent)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'quai.mp4', reason } } } })
    expect(network.visible()).toEqual([])
  })
})
