import { afterEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import { draftOf, failureKind, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const isLook = ({ method, path }: FakeRequest): boolean => method === 'GET' && /^\/(rest\/videos|v5\/media)\//.test(path)
const isBegin = ({ method, path, query }: FakeRequest): boolean => method === 'POST' && (path === '/v5/media' || (path === '/rest/videos' && query.get('action') === 'initializeUpload'))
/** Of each network: at work, broken, and the body of the post. */
const words = {
  LinkedIn: ['PROCESSING', 'PROCESSING_FAILED', { content: { media: { id: expect.stringMatching(/^urn:li:video:/) } } }],
  'LinkedIn Page': ['PROCESSING', 'PROCESSING_FAILED', { content: { media: { id: expect.stringMatching(/^urn:li:video:/) } } }],
  Pinterest: ['processing', 'failed', { media_source: { source_type: 'video_id', media_id: expect.stringMatching(/^\d+$/), cover_image_key_frame_time: 0 } }]
} as const

let http: ClosableHttpClient
let server: HostileServer
afterEach(async () => {
  http.close()
  await server.stop()
})

describe.each(Object.keys(words) as (keyof typeof words)[])('a video that %s works on before a post can take it', (name) => {
  const [working, broken, body] = words[name]
  const draft = draftOf('Une', { title: 'Une', media: [videoOf('phare.mp4', 2_500_000)] })

  async function raise(change: (request: FakeRequest) => FakeAnswer | null = () => null) {
    const under = adaptersUnderTest.find((each) => each.name === name)!
    const network = under.createNetwork()
    const waited: number[] = []
    server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? network.answer(request, origin) })
    http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    const restart = () => under.createAdapter({ http, clock: { now: () => Date.now(), after: (delay, callback) => (waited.push(delay), setImmediate(callback), () => undefined) } })
    const adapter = restart()
    const session = under.createSession(server.url, adapter)
    return { network, waited, adapter, restart, session, publish: (what = draft) => adapter.publisher.publish(session, what, intent) }
  }
  const says = (status: string): FakeAnswer => ({ status: 200, json: { id: 'urn:li:video:C5F10AQ1', media_id: '1', media_type: 'video', status } })

  it('goes out with what it was named, and is found again', async () => {
    const { network, adapter, session, publish } = await raise()
    const out = valueOf(await publish())
    expect(server.requests.find((request) => network.isCreate(request))?.json).toMatchObject(body)
    if (adapter.capabilities.idempotency === 'look_up') expect(valueOf(await adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() - 90_000 }))).toEqual(out)
  })

  it('is waited for by the next attempt, and handed over once', async () => {
    let isAtWork = true
    const { network, waited, publish } = await raise((request) => (isAtWork && isLook(request) ? says(working) : null))
    expect(failureKind(await publish())).toBe('server_error')
    expect([network.visible(), waited.reduce((sum, each) => sum + each, 0) < 5 * 60_000]).toEqual([[], true])
    isAtWork = false
    valueOf(await publish())
    expect([network.visible(), server.requests.filter(isBegin).length]).toEqual([['Une'], 1])
  })

  it('is named for the outbox, so that another run waits for the same, however often it is at work', async () => {
    let looks = 0
    const first = await raise((request) => (isLook(request) && (looks += 1) < 40 ? says(working) : null))
    let begun: string | undefined
    const attempt = (run: typeof first) => run.adapter.publisher.publish(run.session, draft, { ...intent, keepBegun: (token) => void (begun = token), ...(begun === undefined ? {} : { begunBefore: begun }) })
    for (let runs = 0; runs < 3; runs += 1) {
      // A crash each time: nothing is known but what was kept.
      const run = { ...first, adapter: first.restart() }
      expect(await attempt(run)).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { details: { reason: 'media_processing' } } } })
    }
    valueOf(await attempt({ ...first, adapter: first.restart() }))
    expect([first.network.visible(), server.requests.filter(isBegin).length]).toEqual([['Une'], 1])
  })

  it('that was kept and is another file, or no word of ours, is handed over', async () => {
    const { network, adapter, session } = await raise()
    valueOf(await adapter.publisher.publish(session, draft, { ...intent, begunBefore: JSON.stringify(['film', '../../me', 'phare.mp4', 2_500_000]) }))
    expect([network.visible(), server.requests.filter(isBegin).length]).toEqual([['Une'], 1])
  })

  it('that cannot be used is named with its file, and the next attempt hands it over anew', async () => {
    let brokenLooks = 2
    const { network, publish } = await raise((request) => (isLook(request) && (brokenLooks -= 1) >= 0 ? says(broken) : null))
    expect(await publish()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'phare.mp4' } } } })
    expect(network.visible()).toEqual([])
    // The second look is at what the first attempt left.
    valueOf(await publish())
    expect([network.visible(), server.requests.filter(isBegin).length]).toEqual([['Une'], 2])
  })

  it('stands alone in its post', async () => {
    const { network, publish } = await raise()
    expect(failureKind(await publish({ ...draft, media: [...draft.media, pictureOf('un')] }))).toBe('rejected')
    expect([network.visible(), server.requests.filter(isBegin)]).toEqual([[], []])
  })

  it('is sent to nobody but the network, whatever an answer says', async () => {
    const elsewhere = 'https://files.attacker.example/up'
    const { network, publish } = await raise((request) =>
      isBegin(request)
        ? { status: 200, json: { media_id: '1', media_type: 'video', upload_url: elsewhere, upload_parameters: { key: 'a' }, value: { video: 'urn:li:video:C5F10AQ1', uploadToken: '', uploadInstructions: [{ uploadUrl: elsewhere, firstByte: 0, lastByte: 2_499_999 }] } } }
        : null
    )
    expect(failureKind(await publish())).toBe('bug')
    expect(network.visible()).toEqual([])
  })
})
