import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { formatsOf } from '../../shared/networks/formats-of.ts'
import { draftOf, failureKind, pictureOf, valueOf, videoOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger, type RequestLedger } from './descriptions/network-description.ts'
import type { FakeRequest } from './fake-network.ts'
import { startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'

const withFormats = adaptersUnderTest.filter(({ createAdapter }) => {
  const http = { send: () => Promise.reject(new Error('not asked')) }
  return formatsOf(createAdapter({ http, clock: { now: () => 0, after: () => () => undefined } }).capabilities).includes('story')
})
const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f21', intentAt: 0 }
const lost: Fault = { name: 'lost', isDone: true, spoil: (response) => void response.destroy() }
const never: Fault = { name: 'never', isDone: false, spoil: (response) => void response.destroy() }
const cases: Readonly<Record<string, { readonly format: 'reel' | 'story'; readonly media: () => Draft['media'] }>> = {
  reel: { format: 'reel', media: () => [videoOf()] },
  'story of a video': { format: 'story', media: () => [videoOf()] },
  'story of a picture': { format: 'story', media: () => [pictureOf('')] }
}

interface Raised {
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
  readonly server: HostileServer
  readonly ledger: RequestLedger
  readonly wait: (ms: number) => void
}

describe('reels and stories', () => {
  const open: { server: HostileServer; http: ClosableHttpClient }[] = []
  afterEach(async () => {
    for (const { server, http } of open.splice(0)) {
      http.close()
      await server.stop()
    }
  })

  async function raise(subject: AdapterUnderTest): Promise<Raised> {
    const server = await startHostileServer(subject.createNetwork())
    const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    open.push({ server, http })
    const ledger = createRequestLedger()
    let later = 0
    const adapter = subject.createAdapter({ http: ledger.watch(http), clock: { now: () => Date.now() + later, after: (_, callback) => (setImmediate(callback), () => undefined) } })
    return { adapter, session: subject.createSession(server.url, adapter), server, ledger, wait: (ms) => void (later += ms) }
  }

  it('are offered by those whose interface has them', () => expect(withFormats.map(({ name }) => name)).toEqual(['Facebook', 'Instagram']))

  describe.each(withFormats)('$name', (subject) => {
    const draft = (of: string): Draft => draftOf(cases[of]?.format === 'reel' ? 'Le phare' : '', { media: cases[of]?.media() ?? [], format: cases[of]!.format })
    const find = ({ adapter, session, wait }: Raised, of: string) => {
      wait(90_000)
      return adapter.publisher.findPublished(session, draft(of), { ...intent, sentAt: Date.now() })
    }
    const isMade = ({ method, path, json }: FakeRequest): boolean => method === 'POST' && (/\/(media_publish|photo_stories)$/.test(path) || json['upload_phase'] === 'FINISH')

    it.each(Object.keys(cases))('a %s goes out once, and each of its calls is one that the network describes', async (of) => {
      const raised = await raise(subject)
      const made = valueOf(await raised.adapter.publisher.publish(raised.session, draft(of), intent))
      expect(made.remoteId).toMatch(/^\d+(_\d+)?$/)
      expect(made.pending).toBeUndefined()
      expect(raised.server.requests.filter(isMade)).toHaveLength(1)
      expect(valueOf(await find(raised, of))).toMatchObject({ remoteId: made.remoteId })
      if (!hasSharedFolder) return
      const description = subject.loadDescription()
      // The host that takes the bytes is another one, and described in words alone.
      expect(raised.ledger.complaints(description).filter((complaint) => !complaint.includes('/video-upload/'))).toEqual([])
    })

    it.each(Object.keys(cases))('a %s whose answer was lost is found, and one that never arrived is not', async (of) => {
      const raised = await raise(subject)
      raised.server.spoil(isMade, lost, 1)
      expect(failureKind(await raised.adapter.publisher.publish(raised.session, draft(of), intent))).toBe('unknown_outcome')
      expect(valueOf(await find(raised, of))).toMatchObject({ remoteId: expect.stringMatching(/^\d+(_\d+)?$/) })
      const other = await raise(subject)
      other.server.spoil(isMade, never, 1)
      expect(failureKind(await other.adapter.publisher.publish(other.session, draft(of), intent))).toBe('unknown_outcome')
      expect(['none', 'cannot_tell']).toContain(valueOf(await find(other, of)))
    })

    it('a story that somebody else made is not taken for this one: after a restart nobody can tell', async () => {
      const raised = await raise(subject)
      valueOf(await raised.adapter.publisher.publish(raised.session, draft('story of a picture'), { ...intent, idempotencyKey: `${intent.idempotencyKey.slice(0, -1)}2` }))
      expect(valueOf(await find(raised, 'story of a picture'))).toBe('cannot_tell')
    })

    it('a day later the list of stories says nothing any more', async () => {
      const raised = await raise(subject)
      raised.wait(23.5 * 3_600_000)
      expect(valueOf(await raised.adapter.publisher.findPublished(raised.session, draft('story of a picture'), { ...intent, sentAt: Date.now() }))).toBe('cannot_tell')
    })

    it('neither words nor several files are handed to a story, and a picture to no reel', async () => {
      const { adapter, session, server } = await raise(subject)
      for (const wrong of [draftOf('', { media: [pictureOf(''), pictureOf('')], format: 'story' }), draftOf('', { media: [pictureOf('')], format: 'reel' }), draftOf('', { format: 'story' })]) {
        expect(failureKind(await adapter.publisher.publish(session, wrong, intent))).toBe('rejected')
      }
      expect(server.requests.some(isMade)).toBe(false)
      valueOf(await adapter.publisher.publish(session, draftOf('des mots', { media: [pictureOf('un point')], format: 'story' }), intent))
      expect(JSON.stringify(server.requests.map(({ json, text }) => [json, text]))).not.toMatch(/des mots|un point/)
    })
  })
})

describe('the bytes of a reel', () => {
  const isFile = ({ path }: FakeRequest): boolean => path.startsWith('/video-upload/')
  const reel = draftOf('Le phare', { media: [videoOf('phare.mp4', 2_500_000)], format: 'reel' })

  async function raiseFacebook() {
    const subject = withFormats.find(({ name }) => name === 'Facebook')!
    const network = subject.createNetwork()
    const server = await startHostileServer(network)
    const http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
    onTestFinished(async () => {
      http.close()
      await server.stop()
    })
    const adapter = subject.createAdapter({ http, clock: { now: () => Date.now(), after: () => () => undefined } })
    const uploaded: number[] = []
    const session = { ...subject.createSession(server.url, adapter), onUploaded: (sent: number) => void uploaded.push(sent) }
    /** So many of its bytes arrive, then the connection ends. */
    const cutAfter = (arrive: number): void => {
      const { answer: honest } = network
      let isCut = false
      network.answer = (request, origin) => {
        if (!isFile(request) || isCut) return honest(request, origin)
        isCut = true
        return honest({ ...request, bytes: arrive }, origin)
      }
      server.spoil(isFile, lost, 1)
    }
    const offsets = () => server.requests.filter(isFile).map(({ headers }) => Number(headers['offset']))
    return { network, server, uploaded, cutAfter, offsets, publish: () => adapter.publisher.publish(session, reel, intent) }
  }

  it('go to the host for files with the token in its own form, and the address that an answer gives is not followed', async () => {
    const { server, uploaded, publish } = await raiseFacebook()
    valueOf(await publish())
    expect(server.requests.find(isFile)?.headers).toMatchObject({ authorization: expect.stringMatching(/^OAuth /), offset: '0', file_size: '2500000' })
    expect(uploaded.at(-1)).toBe(2_500_000)
  })

  it('go on where they were cut, within an attempt as long as it moves', async () => {
    const { network, uploaded, cutAfter, offsets, publish } = await raiseFacebook()
    cutAfter(1_000_000)
    valueOf(await publish())
    expect([offsets(), network.visible(), uploaded.at(-1)]).toEqual([[0, 1_000_000], ['Le phare'], 2_500_000])
  })

  it('go on in the next attempt, and are not sent again when all of them arrived', async () => {
    const { network, server, cutAfter, offsets, publish } = await raiseFacebook()
    server.spoil((request) => isFile(request), never, 1)
    expect(failureKind(await publish())).toBe('server_error')
    cutAfter(2_500_000)
    valueOf(await publish())
    expect([offsets(), network.visible()]).toEqual([[0, 0], ['Le phare']])
    expect(server.requests.filter(({ json }) => json['upload_phase'] === 'START')).toHaveLength(1)
  })

  it('begin anew where Facebook does not say how much of them it has', async () => {
    const { network, server, offsets, publish } = await raiseFacebook()
    server.spoil(isFile, never, 1)
    expect(failureKind(await publish())).toBe('server_error')
    server.spoil(({ method, path }) => method === 'GET' && /\/\d+$/.test(path), { name: 'says nothing', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"101","status":{}}') }, 1)
    valueOf(await publish())
    expect([offsets(), network.visible(), server.requests.filter(({ json }) => json['upload_phase'] === 'START').length]).toEqual([[0, 0], ['Le phare'], 2])
  })
})
