import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkFailure, NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import type { Clock } from '../../electron/engine/time/clock.ts'
import { draftOf, failureKind, fetchAll, pictureOf, valueOf } from '../support/adapter-session.ts'
import { limitsInMemory } from '../support/limits-in-memory.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { afterRealTime } from '../support/after-real-time.ts'
import { describeActsContract } from './acts.contract.ts'
import { describeCountedAsSentContract } from './counted-as-sent.contract.ts'
import { describeEditsContract } from './edits.contract.ts'
import { describeFiguresContract } from './figures.contract.ts'
import { describeClockAheadContract } from './clock-ahead.contract.ts'
import { describeLimitsContract } from './limits.contract.ts'
import { describeLastPostsContract } from './last-posts.contract.ts'
import { describePeopleContract } from './people.contract.ts'
import { describeReadBackContract } from './read-back.contract.ts'
import { describePinsContract } from './pins.contract.ts'
import { describePollsContract } from './polls.contract.ts'
import { describeQuotesContract } from './quotes.contract.ts'
import { describeRecordedCallsContract } from './recorded-calls.contract.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { changedInterfaces, fileRefusals, refusals, riddles, startHostileServer, unknownFields, type Fault, type HostileServer } from './hostile-server.ts'

/** After this long every network would show what it got. */
const longLater = 90_000

/** A post as bare as the network takes it, and the same with a file. */
function draftsFor({ fileOf, needsPicture }: AdapterUnderTest): readonly [Draft, Draft] {
  const file = fileOf?.('point') ?? pictureOf('un point')
  const bare = draftOf('Bonjour à tous', { title: 'Bonjour à tous', media: fileOf !== undefined || needsPicture === true ? [file] : [] })
  return [bare, { ...bare, media: [file] }]
}

/** What every adapter promises, whatever the network does. The outbox stands on it. */
export function describeAdapterContract(subject: AdapterUnderTest): void {
  describe(`${subject.name}, as every network`, () => {
    let network: FakeNetwork
    let server: HostileServer
    let http: ClosableHttpClient
    let adapter: NetworkAdapter
    let session: AccountSession
    let later = 0
    const ledger = createRequestLedger()

    beforeEach(async () => {
      later = 0
      network = subject.createNetwork()
      server = await startHostileServer(network)
      http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
      // Real deadlines are half a minute and more.
      const impatient: HttpClient = { send: (request) => http.send({ ...request, timeout: 500 }) }
      const clock: Clock = { now: () => Date.now() + later, after: (delay, callback) => afterRealTime(Math.min(delay, 10), callback) }
      adapter = subject.createAdapter({ http: ledger.watch(impatient), clock })
      session = subject.createSession(server.url, adapter)
    })
    afterEach(() => (http.close(), server.stop()))
    afterAll(() => {
      if (!hasSharedFolder) return console.log(`skipped: requests to ${subject.name} against its description (no ../shared; set VIGIE_SHARED)`)
      const description = subject.loadDescription()
      console.log(ledger.report(subject.name, description))
      expect(ledger.complaints(description)).toEqual([])
    })

    const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() }
    const [draft, withPicture] = draftsFor(subject)
    const publish = (what = draft): Promise<NetworkResult<Published>> => adapter.publisher.publish(session, what, intent)
    const find = (): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> => {
      later = longLater
      return adapter.publisher.findPublished(session, draft, { ...intent, sentAt: Date.now() })
    }
    const failureOf = (result: NetworkResult<unknown>): NetworkFailure => {
      if (result.ok) throw new Error('expected a failure')
      return result.failure
    }
    const isCreate = (request: FakeRequest): boolean => network.isCreate(request)

    /** As the outbox does it: what may have arrived is looked up, and sent again only when it is certainly not there. */
    async function deliver(): Promise<Published | null> {
      const first = await publish()
      if (first.ok) return first.value
      if (first.failure.kind !== 'unknown_outcome') return null
      const found = valueOf(await find())
      if (typeof found === 'object') return found
      return found === 'none' ? valueOf(await publish()) : null
    }

    it('publishes, and finds what it published', async () => {
      const published = valueOf(await publish(withPicture))
      expect(network.visible()).toHaveLength(1)
      expect(published.remoteId).not.toBe('')
    })

    it.runIf(subject.isBlind)('never says whether it arrived, where the network does not', async () => {
      const before = valueOf(await find())
      await publish()
      expect([adapter.capabilities.idempotency, before, valueOf(await find()), network.visible().length]).toEqual(['ask', 'cannot_tell', 'cannot_tell', 1])
    })

    it.skipIf(subject.isBlind)('finds what it published, and "none" before', async () => {
      expect(valueOf(await find())).toBe(subject.neverSaysNone === true ? 'cannot_tell' : 'none')
      later = 0
      const published = valueOf(await publish())
      expect(valueOf(await find())).toEqual(published)
    })

    it.runIf(subject.hidesWithEmptyLists)('takes no empty list for a proof, where it may mean that reading is not allowed', async () => {
      await publish()
      server.spoil((request) => request.method === 'GET', { name: 'an empty list', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('[]') })
      expect(valueOf(await find())).toBe('cannot_tell')
    })

    it('understands an answer with unknown fields', async () => {
      server.spoil(() => true, unknownFields)
      network.hear('bonjour')
      expect(valueOf(await publish(withPicture)).remoteId).not.toBe('')
      if (subject.hasNoInbox !== true) expect(await fetchAll(adapter, session, null)).toMatchObject({ items: [{ text: 'bonjour' }] })
    })

    it.skipIf(subject.isBlind ?? subject.takesTwice)('makes one post when a proxy delivers everything twice', async () => {
      server.deliverTwice()
      await publish()
      expect(network.visible()).toHaveLength(1)
    })

    describe('when the network says no, nothing is unknown and nothing is there', () => {
      const kinds: Record<string, string> = { '401': 'auth_revoked', '429 with Retry-After': 'rate_limited', '429 without Retry-After': 'rate_limited', '403': 'rejected', '422': 'rejected', '404': 'rejected' }
      it.each(Object.values<Fault>(refusals))('$name', async (fault) => {
        server.spoil(isCreate, fault)
        expect(failureOf(await publish()).kind).toBe(kinds[fault.name])
        expect(network.visible()).toEqual([])
      })

      it('429 says until when', async () => {
        server.spoil(isCreate, refusals.slowDown)
        const asked = failureOf(await publish())
        expect(asked.kind === 'rate_limited' ? Math.round((asked.until - Date.now()) / 1000) : asked.kind).toBe(120)
        server.spoil(isCreate, refusals.slowDownSilently)
        // A guess may be a second, which is over on a loaded machine before this is read.
        const [asking, guessed] = [Date.now(), failureOf(await publish())]
        expect(guessed.kind === 'rate_limited' && guessed.until > asking).toBe(true)
      })
    })

    it('asks nothing sooner than a 429 allows, by whichever call, and goes on then', async () => {
      const limits = limitsInMemory(() => Date.now() + later)
      const limited = { ...session, secret: session.secret, limits: limits.of(session.account) }
      server.spoil(isCreate, refusals.slowDown, 1)
      expect(failureOf(await adapter.publisher.publish(limited, draft, intent)).kind).toBe('rate_limited')
      const arrived = server.requests.length
      later = 119_000
      const held = failureOf(await adapter.publisher.publish(limited, draft, intent))
      expect(held.kind === 'rate_limited' ? Math.round((held.until - Date.now()) / 1000) : held.kind).toBe(120)
      if (subject.isBlind !== true) expect(failureKind(await adapter.publisher.findPublished(limited, draft, { ...intent, sentAt: Date.now() }))).toBe('rate_limited')
      if (adapter.inbox !== undefined) expect(failureKind(await adapter.inbox.fetchSince(limited, null))).toBe('rate_limited')
      expect(server.requests).toHaveLength(arrived)
      later = 122_000
      expect(valueOf(await adapter.publisher.publish(limited, draft, intent)).remoteId).not.toBe('')
      expect(network.visible()).toHaveLength(1)
    })

    describe('when the network refuses an image, it says which file and by which rule, and nothing is there', () => {
      it.each([[fileRefusals.tooLarge, 'too_large'], [fileRefusals.wrongKind, 'File type is not supported'], [fileRefusals.wrongType, 'File type is not supported']] as const)('$0.name', async (fault, reason) => {
        server.spoil((request) => network.isUpload(request), fault)
        const file = subject.fileOf?.('phare') ?? pictureOf('un point', 'phare.png')
        const { kind, error } = failureOf(await publish({ ...draft, media: [file] }))
        expect([kind, error.code, error.details?.['fileName'], error.details?.['reason']]).toEqual(['rejected', 'media_refused', file.fileName, reason])
        expect(network.visible()).toEqual([])
      })
    })

    it.each(Object.values<Fault>(changedInterfaces))('a call that the network no longer knows ($name) is a changed interface, for good, and nothing is there', async (fault) => {
      server.spoil(isCreate, fault)
      const { kind, error } = failureOf(await publish())
      expect([kind, error.code]).toEqual(['rejected', 'unexpected_answer'])
      expect(network.visible()).toEqual([])
    })

    it('each failure has a code of its own: offline, rate limit, access, refusal with its reason, server, changed interface', async () => {
      const codeAfter = async (fault: Fault): Promise<string> => {
        server.spoil(isCreate, fault)
        return failureOf(await publish()).error.code
      }
      expect(await codeAfter(refusals.slowDown)).toBe('rate_limited')
      expect(await codeAfter(refusals.unauthorised)).toBe('auth_revoked')
      expect(await codeAfter(refusals.unprocessable)).toBe('rejected')
      expect(failureOf(await publish()).error.details?.['reason']).toBe('Validation failed')
      const riddle = (name: string): Fault => riddles(false).find((each) => each.name === name)!
      expect(await codeAfter(riddle('500'))).toBe('server_error')
      expect(await codeAfter(riddle('wrong types'))).toBe('unexpected_answer')
      expect(await codeAfter(riddle('no answer'))).toBe('timeout')
      await server.stop()
      expect(failureOf(await publish()).error.code).toBe('unreachable')
    })

    describe('when nobody can tell whether it arrived, that is what it says, and there is one post in the end', () => {
      describe.each([
        { isDone: true, title: 'and it had arrived' },
        { isDone: false, title: 'and it had not' }
      ])('$title', ({ isDone }) => {
        it.each(riddles(isDone))('$name', async (fault) => {
          server.spoil(isCreate, fault, 1)
          expect(failureOf(await publish()).kind).toBe('unknown_outcome')
          expect(network.visible()).toHaveLength(isDone ? 1 : 0)
        })

        it.each(riddles(isDone))('$name, and the whole way through', async (fault) => {
          server.spoil(isCreate, fault, 1)
          const published = await deliver()
          // A person looks then, and says.
          if (subject.isBlind === true) expect([published, network.visible().length]).toEqual([null, isDone ? 1 : 0])
          else expect([published === null, network.visible().length]).toEqual([false, 1])
        })
      })
    })

    it('says "not sent" only when nothing was received', async () => {
      await server.stop()
      const before = server.requests.length
      expect(failureKind(await publish())).toBe('not_sent')
      expect(server.requests.length).toBe(before)
    })

    describe('when a preparing step or a look fails', () => {
      const isOther = (request: FakeRequest): boolean => !network.isCreate(request)

      it.each([...riddles(false), ...Object.values<Fault>(refusals)])('$name: nothing is public, and the look does not say "none"', async (fault) => {
        server.spoil(isOther, fault)
        const result = await publish(withPicture)
        if (!result.ok) {
          expect(result.failure.kind).not.toBe('not_sent')
          expect(network.visible()).toEqual([])
        }
        const found = await find()
        const said = found.ok ? found.value : found.failure.kind
        const mayMeanNone = fault.name === '404' || fault.name === '403' || fault.name === '422'
        if (!mayMeanNone) expect(said).not.toBe('none')
      })
    })

    describe.skipIf(subject.hasNoInbox)('the inbox', () => {
      it('gives everything once, in however many pages, and then only what is new', async () => {
        const expected = Array.from({ length: 95 }, (_, index) => network.hear(`question ${index}`))
        const first = await fetchAll(adapter, session, null)
        expect(new Set(first.items.map(({ remoteId }) => remoteId))).toEqual(new Set(expected))
        expect((await fetchAll(adapter, session, first.cursor)).items).toEqual([])
        const more = Array.from({ length: 95 }, (_, index) => network.hear(`suite ${index}`))
        const second = await fetchAll(adapter, session, first.cursor)
        expect(second.items.map(({ remoteId }) => remoteId).toSorted()).toEqual(more.toSorted())
      })

      it('gives the same again for the same cursor', async () => {
        const { cursor } = await fetchAll(adapter, session, null)
        network.hear('une fois')
        const once = await fetchAll(adapter, session, cursor)
        const twice = await fetchAll(adapter, session, cursor)
        expect(twice.items.map(({ remoteId }) => remoteId)).toEqual(once.items.map(({ remoteId }) => remoteId))
      })

      it('begins anew with a cursor that cannot be read', async () => {
        const id = network.hear('bonjour')
        expect((await fetchAll(adapter, session, '{"version":99}')).items.map(({ remoteId }) => remoteId)).toEqual([id])
      })

      it.each([...riddles(false), ...Object.values<Fault>(refusals)])('$name: a failure, and nothing lost afterwards', async (fault) => {
        const { cursor } = await fetchAll(adapter, session, null)
        const id = network.hear('ne me perdez pas')
        server.spoil(() => true, fault)
        const failed = await adapter.inbox!.fetchSince(session, cursor)
        expect(failed.ok ? 'success' : failed.failure.kind).not.toMatch(/^(success|not_sent|unknown_outcome)$/)
        server.spoil(() => false, fault)
        expect((await fetchAll(adapter, session, cursor)).items.map(({ remoteId }) => remoteId)).toEqual([id])
      })
    })

    it('likes and unlikes, as often as one wants, where the network has likes', async () => {
      expect(adapter.publisher.setLiked !== undefined).toBe(adapter.capabilities.canLike)
      if (!adapter.capabilities.canLike) return
      const remoteId = network.hear('aimez-moi')
      for (const liked of [true, true, false, false, true]) expect(valueOf(await adapter.publisher.setLiked!(session, { remoteId, liked }))).toBeNull()
    })

    for (const describeMore of [describeActsContract, describeCountedAsSentContract, describeClockAheadContract, describeLastPostsContract, describeFiguresContract, describeReadBackContract, describeEditsContract, describePeopleContract, describePinsContract, describePollsContract, describeQuotesContract, describeRecordedCallsContract, describeLimitsContract]) describeMore(() => ({ network, server, adapter, session }), publish, subject)

    it('shows no secret in a failure', async () => {
      for (const fault of [...riddles(false), ...Object.values<Fault>(refusals)]) {
        server.spoil(() => true, fault)
        const results = [await publish(withPicture), await adapter.connect.whoAmI(session), await adapter.inbox?.fetchSince(session, null)]
        expect(JSON.stringify(results)).not.toMatch(/top-secret/)
      }
    })
  })
}
