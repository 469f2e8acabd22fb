import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpRequest } from '../../electron/engine/http/http-client.ts'
import { createBlueskyAdapter } from '../../electron/engine/networks/bluesky/bluesky-adapter.ts'
import { systemRandom } from '../../electron/engine/system-random.ts'
import { draftOf, failureKind, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { fakeBlueskyDid } from './fake-bluesky.ts'
import { createFakeVideoService, filmBlob } from './fake-bluesky-video.ts'
import { notFound, type FakeAnswer, type FakeRequest } from './fake-network.ts'
import { changedInterfaces, refusals, riddles, startHostileServer } from './hostile-server.ts'

const under = adaptersUnderTest.find(({ name }) => name === 'Bluesky')!
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
const film = videoOf('phare.mp4', 2_500_000)
const draft = draftOf('Une', { media: [film] })
const silent = { info: () => undefined, warning: () => undefined, error: () => undefined }

const methodOf = ({ path }: FakeRequest): string => path.split('.').at(-1) ?? ''
const asks = (name: string) => (request: FakeRequest): boolean => methodOf(request) === name

async function rig(change: (request: FakeRequest) => FakeAnswer | null = () => null, videoUrl?: string) {
  const network = under.createNetwork()
  const service = createFakeVideoService(fakeBlueskyDid)
  const server = await startHostileServer({ ...network, answer: (request, origin) => change(request) ?? service.answer(request) ?? network.answer(request, origin) })
  const http = createHttpClient({ log: silent, userAgent: 'Vigie/test' })
  onTestFinished(async () => {
    http.close()
    await server.stop()
  })
  const ledger = createRequestLedger()
  const waited: number[] = []
  const moved: number[] = []
  const clock = { now: () => Date.now(), after: (delay: number, callback: () => void) => (waited.push(delay), setImmediate(callback), () => undefined) }
  const options = { http: ledger.watch(http), clock, random: systemRandom, appViewDid: 'did:web:a#bsky_appview', chatDid: 'did:web:c#bsky_chat', plcUrl: 'http://127.0.0.1:1', videoUrl: videoUrl ?? server.url }
  let kept: string | undefined
  /** Another adapter is another run of the program: it knows what was kept, and nothing else. */
  const publish = (adapter = createBlueskyAdapter(options)) => {
    const session = { ...under.createSession(server.url, adapter), onUploaded: (sent: number, total: number) => void moved.push(sent / total) }
    return adapter.publisher.publish(session, draft, { ...intent, keepBegun: (token) => void (kept = token), ...(kept === undefined ? {} : { begunBefore: kept }) })
  }
  const asked = (name: string): readonly FakeRequest[] => server.requests.filter(asks(name))
  const embeds = () => server.requests.flatMap(({ json }) => (json['record'] as { embed?: { video?: unknown } } | undefined)?.embed?.video ?? [])
  return { network, service, server, ledger, waited, moved, options, publish, asked, embeds, kept: () => kept }
}

describe('a film by the video service of Bluesky', () => {
  it('goes there in parts, by tokens for that alone, and the post names what the service laid on the account’s server', async () => {
    const { network, service, ledger, moved, publish, asked, embeds, server, kept } = await rig()
    valueOf(await publish())
    expect([network.visible(), service.whole, embeds()]).toEqual([['Une'], [2_500_000], [filmBlob]])
    expect(asked('uploadPart').map(({ bytes, query }) => [query.get('partNumber'), bytes])).toEqual([['1', 1_000_000], ['2', 1_000_000], ['3', 500_000]])
    expect(asked('uploadBlob')).toEqual([])
    expect([moved.at(-1), moved.toSorted((a, b) => a - b)]).toEqual([1, moved])
    // The account's own access is never shown to the service, and the service's never kept.
    const tokens = asked('getServiceAuth').map(({ query }) => [query.get('aud'), query.get('lxm'), Number(query.get('exp') ?? 0) > Date.now() / 1000])
    expect(tokens).toEqual([[`did:web:${new URL(server.url).host.replace(':', '%3A')}`, 'app.bsky.video.getUploadLimits', false], ['did:web:pds.test', 'com.atproto.repo.uploadBlob', true], ['did:web:pds.test', 'com.atproto.repo.uploadBlob', true]])
    expect(server.requests.filter(({ path, headers }) => path.includes('app.bsky.video') && (headers['authorization'] ?? '').includes('top-secret'))).toEqual([])
    expect(kept()).toBe(JSON.stringify(['video', 'upload-1', 'phare.mp4', 2_500_000]))
    if (!hasSharedFolder) return
    expect(ledger.complaints(under.loadDescription())).toEqual([])
    console.log(ledger.report('Bluesky, a film by the video service', under.loadDescription()))
  })

  it('that was cut goes on after a crash with the parts that are missing', async () => {
    let isCut = true
    const { network, publish, asked, embeds } = await rig((request) => (isCut && asks('uploadPart')(request) && request.query.get('partNumber') === '2' ? { status: 502, json: null } : null))
    expect(failureKind(await publish())).toBe('server_error')
    expect(network.visible()).toEqual([])
    isCut = false
    valueOf(await publish())
    expect([network.visible(), embeds(), asked('startUpload').length]).toEqual([['Une'], [filmBlob], 1])
    expect(asked('uploadPart').map(({ query }) => query.get('partNumber'))).toEqual(['1', '2', '2', '3'])
  })

  it.each(['startUpload', 'uploadPart', 'finishUpload', 'getJobStatus', 'getUploadStatus'])('is one film in one post, whatever becomes of %s', async (step) => {
    for (const fault of [...riddles(false), ...riddles(true)].filter(({ name }) => name !== 'no answer')) {
      const { network, server, service, publish } = await rig()
      server.spoil(asks(step), fault, 1)
      if (step === 'getUploadStatus') service.says({ state: 'JOB_STATE_ENCODING' })
      const first = await publish()
      service.says(null)
      expect(network.visible(), `${step}: ${fault.name}`).toEqual(first.ok ? ['Une'] : [])
      for (let tries = 0; tries < 2 && network.visible().length === 0; tries += 1) await publish()
      expect([network.visible(), service.whole.length <= 2], `${step}: ${fault.name}, done: ${fault.isDone}`).toEqual([['Une'], true])
    }
  })

  it('that it is still at work on is waited for by the next attempt, and handed over once', async () => {
    const { network, service, waited, options, publish, asked } = await rig()
    service.says({ state: 'JOB_STATE_SCANNING', progress: 20 })
    const adapter = createBlueskyAdapter(options)
    expect(await publish(adapter)).toMatchObject({ ok: false, failure: { kind: 'server_error', error: { details: { reason: 'media_processing' } } } })
    expect([network.visible(), waited.reduce((sum, each) => sum + each, 0) < 5 * 60_000]).toEqual([[], true])
    service.says(null)
    valueOf(await publish(adapter))
    expect([network.visible(), asked('startUpload').length, asked('finishUpload').length]).toEqual([['Une'], 1, 1])
  })

  it('that it knows already is named by the job that was through with it, and by its blob whatever else is said', async () => {
    const { network, service, publish, asked, embeds } = await rig((request) => (asks('startUpload')(request) ? notFound : asks('uploadVideo')(request) ? { status: 409, json: { error: 'already_exists', message: 'Video already processed', jobId: 'job-of-before' } } : null))
    service.says({ state: 'JOB_STATE_FAILED', error: 'already_exists', blob: filmBlob })
    valueOf(await publish())
    expect([network.visible(), embeds(), asked('getJobStatus').map(({ query }) => query.get('jobId'))]).toEqual([['Une'], [filmBlob], ['job-of-before']])
  })

  it('goes there in one piece where it takes no parts', async () => {
    const { network, service, publish, asked } = await rig((request) => (asks('startUpload')(request) ? { status: 501, json: { error: 'MethodNotImplemented', message: 'no' } } : null))
    valueOf(await publish())
    expect([network.visible(), service.whole, asked('uploadVideo').map(({ query }) => query.get('did'))]).toEqual([['Une'], [2_500_000], [fakeBlueskyDid]])
  })

  it('that it cannot use is named with its file, in its words', async () => {
    const { network, service, publish } = await rig()
    service.says({ state: 'JOB_STATE_FAILED', failureCode: 'validation_failure', message: 'The video is not playable' })
    expect(await publish()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { code: 'media_refused', details: { fileName: 'phare.mp4', reason: 'The video is not playable' } } } })
    expect(network.visible()).toEqual([])
  })

  it('that it could not work on is handed over anew when somebody tries again, and not named by the work that failed', async () => {
    const { network, service, publish, asked } = await rig()
    service.says({ state: 'JOB_STATE_FAILED', failureCode: 'generic_failure' })
    expect(failureKind(await publish())).toBe('rejected')
    service.says(null)
    const failedJob = asked('getJobStatus').at(-1)?.query.get('jobId')
    service.hasFailed(failedJob ?? '')
    valueOf(await publish())
    expect([network.visible(), asked('startUpload').length, asked('getJobStatus').at(-1)?.query.get('jobId') === failedJob]).toEqual([['Une'], 2, false])
  })

  it('is cut into no more parts than there can be, whatever the service says', async () => {
    const started = { jobId: 'upload-1', partSizeBytes: 1, partCount: 2_500_000, expiresAt: '2030-01-01T00:00:00.000Z' }
    const { network, publish, asked } = await rig((request) => (asks('startUpload')(request) ? { status: 200, json: started } : null))
    expect(failureKind(await publish())).toBe('bug')
    expect([network.visible(), asked('uploadPart')]).toEqual([[], []])
  })

  it('is not begun where the account may hand over none, and the service’s reason is told', async () => {
    const { network, publish, asked } = await rig((request) => (asks('getUploadLimits')(request) ? { status: 200, json: { canUpload: false, error: 'unconfirmed_email', message: 'Confirm your email to upload videos' } } : null))
    expect(await publish()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'Confirm your email to upload videos' } } } })
    expect([network.visible(), asked('startUpload'), asked('uploadBlob')]).toEqual([[], [], []])
  })

  it.each([
    ['its server signs no token', (request: FakeRequest) => (asks('getServiceAuth')(request) ? { status: 501, json: { error: 'MethodNotImplemented', message: 'no' } } : null)],
    ['the service does not take the account', (request: FakeRequest) => (asks('getUploadLimits')(request) ? { status: 401, json: { error: 'AuthenticationRequired', message: 'untrusted issuer' } } : null)],
    ['the service takes no upload of it', (request: FakeRequest) => (asks('startUpload')(request) ? { status: 401, json: { error: 'Unauthorized', message: 'no' } } : null)],
    ['there is no such service', (request: FakeRequest) => (asks('getUploadLimits')(request) ? notFound : null)],
    ['the service does not say how far it is', (request: FakeRequest) => (asks('getJobStatus')(request) ? { status: 401, json: { error: 'AuthMissing', message: 'no' } } : null)],
    ['its server takes nothing from the service', (request: FakeRequest) => (asks('getJobStatus')(request) ? { status: 200, json: { jobStatus: { jobId: 'j', did: fakeBlueskyDid, state: 'JOB_STATE_FAILED', failureCode: 'pds_upload_failure' } } } : null)]
  ] as const)('goes to the account’s own server, as a picture does, where %s', async (_why, change) => {
    const { network, publish, asked } = await rig(change)
    valueOf(await publish())
    expect([network.visible(), asked('uploadBlob').map(({ bytes }) => bytes)]).toEqual([['Une'], [2_500_000]])
  })

  it('goes to the account’s own server where that no longer has what the service once laid there', async () => {
    // A server deletes what no post names for some minutes, and what a deleted post named; the service goes on naming it.
    const isOver = ({ json }: FakeRequest): boolean => JSON.stringify(json['record'] ?? null).includes(filmBlob.ref.$link)
    const { network, publish, asked } = await rig((request) => (asks('putRecord')(request) && isOver(request) ? { status: 400, json: { error: 'BlobNotFound', message: `Could not find blob: ${filmBlob.ref.$link}` } } : null))
    valueOf(await publish())
    expect([network.visible(), asked('uploadBlob').map(({ bytes }) => bytes), asked('putRecord').length]).toEqual([['Une'], [2_500_000], 2])
  })

  it('goes to the account’s own server where the service is out of reach', async () => {
    const { network, publish, asked } = await rig(undefined, 'http://127.0.0.1:1')
    valueOf(await publish())
    expect([network.visible(), asked('uploadBlob').length]).toEqual([['Une'], 1])
  })

  it('of an account on this computer is given to no service elsewhere', async () => {
    const { network, ledger, publish } = await rig(undefined, 'https://video.bsky.app')
    valueOf(await publish())
    expect([network.visible(), ledger.requests.filter(({ url }: HttpRequest) => !url.startsWith('http://127.0.0.1')), ledger.requests.filter(({ url }) => url.includes('getServiceAuth'))]).toEqual([['Une'], [], []])
  })

  it('never ends the account’s access by what the service refuses', async () => {
    for (const fault of [refusals.unauthorised, refusals.forbidden, changedInterfaces.upgrade]) {
      const { server, publish } = await rig()
      server.spoil(({ path }) => path.includes('app.bsky.video'), fault)
      expect(failureKind(await publish()), fault.name).not.toMatch(/^auth/)
    }
  })
})
