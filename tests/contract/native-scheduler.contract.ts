import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { Publisher } from '../../electron/engine/networks/network-publisher.ts'
import type { NativeScheduler, WaitingThere } from '../../electron/engine/networks/network-scheduler.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { Clock } from '../../electron/engine/time/clock.ts'
import type { NetworkCapabilities } from '../../shared/networks/network-capabilities.ts'
import { tellTime } from '../support/tell-time.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import type { FakeNetwork, FakeRequest } from './fake-network.ts'
import { refusals, riddles, startHostileServer, type Fault, type HostileServer } from './hostile-server.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'

/** After this long every network would show what it got. */
const longLater = 90_000
const day = 86_400_000

/** What every network that publishes by itself promises, whatever it does. The ledger of hand-overs stands on it. */
export function describeSchedulerContract(subject: AdapterUnderTest): void {
  describe(`${subject.name}, as every network that publishes by itself`, () => {
    let network: FakeNetwork
    let server: HostileServer
    let http: ClosableHttpClient
    let scheduler: NativeScheduler
    let capabilities: NetworkCapabilities
    let publisher: Publisher
    let session: AccountSession
    let later = 0

    beforeEach(async () => {
      later = 0
      network = subject.createNetwork()
      server = await startHostileServer(network)
      http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
      const impatient: HttpClient = { send: (request) => http.send({ ...request, timeout: 500 }) }
      const clock: Clock = { now: () => Date.now() + later, after: () => () => undefined }
      const adapter = subject.createAdapter({ http: impatient, clock })
      if (adapter.scheduler === undefined) throw new Error('this network publishes nothing by itself')
      scheduler = adapter.scheduler
      capabilities = adapter.capabilities
      publisher = adapter.publisher
      session = subject.createSession(server.url, adapter)
    })
    afterEach(async () => {
      http.close()
      await server.stop()
    })

    const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12', dueAt: Math.floor((Date.now() + 3 * day) / 60_000) * 60_000 }
    const draft: Draft = draftOf('Bonjour à tous', { title: 'Bonjour à tous', media: subject.fileOf === undefined ? [] : [subject.fileOf('phare')] })
    const withPicture: Draft = subject.fileOf === undefined ? { ...draft, media: [pictureOf('un point')] } : draft
    const isHandOver = (request: FakeRequest): boolean => network.isHandOver?.(request) ?? false
    const waiting = (): readonly string[] => network.waiting?.() ?? []
    const find = (what = draft) => {
      later = longLater
      return scheduler.find(session, what, { ...intent, sentAt: Date.now() })
    }

    async function handOver(what = draft): Promise<WaitingThere> {
      const there = valueOf(await scheduler.handOver(session, what, intent))
      if (there.kind !== 'waiting') throw new Error(there.kind)
      return there
    }

    it('hands over, and reads back what waits there', async () => {
      const there = await handOver(withPicture)
      expect(there).toMatchObject({ kind: 'waiting', dueAt: intent.dueAt, isChanged: false })
      expect(waiting()).toHaveLength(1)
      expect(network.visible()).toEqual([])
      expect(valueOf(await scheduler.read(session, withPicture, there))).toEqual(there)
      expect(valueOf(await find(withPicture))).toEqual(there)
    })

    it('takes nothing back at its very hour, when it may be out already, unless that call could not reach what is out', async () => {
      const there = await handOver()
      let told = intent.dueAt - 40_000
      tellTime(network, () => told)
      const isNamedAnew = capabilities.nativeSchedule?.isNamedAnew === true
      expect(valueOf(await scheduler.move(session, draft, there, intent.dueAt + day)).kind).toBe(isNamedAnew ? 'waiting' : 'cannot_tell')
      const dueAt = isNamedAnew ? intent.dueAt + day : intent.dueAt
      expect(valueOf(await scheduler.cancel(session, draft, { ...there, dueAt })).kind).toBe(isNamedAnew ? 'gone' : 'cannot_tell')
      expect(waiting()).toHaveLength(isNamedAnew ? 0 : 1)
      // The network is late with it: there is time again.
      told = intent.dueAt + 60_000
      expect(valueOf(await scheduler.cancel(session, draft, { ...there, dueAt }))).toEqual({ kind: 'gone' })
      expect(waiting()).toEqual([])
    })

    it('moves and calls back, each as often as one asks', async () => {
      const there = await handOver()
      const dueAt = intent.dueAt + day
      for (let time = 0; time < 2; time += 1) expect(valueOf(await scheduler.move(session, draft, there, dueAt))).toMatchObject({ kind: 'waiting', dueAt })
      for (let time = 0; time < 2; time += 1) expect(valueOf(await scheduler.cancel(session, draft, { ...there, dueAt }))).toEqual({ kind: 'gone' })
      expect(waiting()).toEqual([])
      expect(valueOf(await scheduler.read(session, draft, { ...there, dueAt }))).toEqual({ kind: 'gone' })
    })

    it('takes what waits there for one post for no other’s publication', async () => {
      const there = await handOver()
      later = longLater
      const sentAt = Date.now() - 60_000
      const twin = { idempotencyKey: '7d1c6b0a-0f55-4c39-8a06-8a2f0a9b5f77', intentAt: sentAt, sentAt, since: sentAt, isAnothers: (id: string) => id === there.scheduledId }
      expect(['none', 'cannot_tell']).toContain(valueOf(await publisher.findPublished(session, draft, twin)))
    })

    it('never calls published what only waits there, whoever gave it to it, and lists it as waiting', async () => {
      const there = await handOver()
      later = longLater
      const sentAt = Date.now() - 60_000
      const stranger = { idempotencyKey: '7d1c6b0a-0f55-4c39-8a06-8a2f0a9b5f77', intentAt: sentAt, sentAt, since: sentAt, isAnothers: () => false }
      expect(['none', 'cannot_tell']).toContain(valueOf(await publisher.findPublished(session, draft, stranger)))
      const listed = valueOf(await (publisher.listLast?.(session, { isAnswer: false, isMessage: false }) ?? Promise.resolve({ ok: true as const, value: null }))) ?? []
      for (const { notOut } of listed.filter(({ text }) => text.includes('Bonjour à tous'))) expect(notOut).toEqual({ dueAt: intent.dueAt })
      const waitingThere = valueOf(await scheduler.listWaiting(session))
      expect(waitingThere).toMatchObject({ isComplete: true, posts: [{ scheduledId: there.scheduledId, dueAt: intent.dueAt }] })
      expect(waitingThere.posts[0]?.text).toContain('Bonjour à tous')
    })

    it('says "gone" only after a while', async () => {
      expect(valueOf(await scheduler.find(session, draft, { ...intent, sentAt: Date.now() }))).toEqual({ kind: 'cannot_tell' })
      expect(valueOf(await find())).toEqual({ kind: 'gone' })
    })

    it('makes one when a proxy delivers everything twice', async () => {
      server.deliverTwice()
      await scheduler.handOver(session, draft, intent)
      expect(waiting()).toHaveLength(1)
    })

    const kinds: Record<string, string> = { '401': 'auth_revoked', '429 with Retry-After': 'rate_limited', '429 without Retry-After': 'rate_limited', '403': 'rejected', '422': 'rejected', '404': 'rejected' }
    it.each(Object.values<Fault>(refusals))('$name: nothing is unknown, and nothing waits there', async (fault) => {
      server.spoil(isHandOver, fault)
      expect(failureKind(await scheduler.handOver(session, draft, intent))).toBe(kinds[fault.name])
      expect(waiting()).toEqual([])
    })

    describe.each([
      { isDone: true, title: 'it had arrived' },
      { isDone: false, title: 'it had not' }
    ])('nobody can tell whether it arrived, and $title: looked for, and one in the end', ({ isDone }) => {
      it.each(riddles(isDone))('$name', async (fault) => {
        server.spoil(isHandOver, fault, 1)
        expect(failureKind(await scheduler.handOver(session, draft, intent))).toBe('unknown_outcome')
        const found = valueOf(await find())
        expect(found.kind).toBe(isDone ? 'waiting' : 'gone')
        later = 0
        if (found.kind === 'gone') await handOver()
        expect(waiting()).toHaveLength(1)
      })
    })

    it('a login page where what waits should be, which is not there either, never says that it is gone', async () => {
      const there = await handOver()
      const redirect = riddles(false).find(({ name }) => name === 'a redirect')
      if (redirect === undefined) throw new Error('no redirect')
      server.spoil((request) => network.isLook?.(request, there.scheduledId) ?? request.path.endsWith(`/${there.scheduledId}`), redirect)
      const looks = [await scheduler.read(session, draft, there), await scheduler.cancel(session, draft, there)]
      expect(looks.filter((look) => look.ok && look.value.kind === 'gone')).toEqual([])
      expect(waiting()).toHaveLength(1)
    })

    it.each([...riddles(false), ...Object.values<Fault>(refusals)])('a look that fails ($name) never says that it is gone, unless the network says so', async (fault) => {
      const there = await handOver()
      server.spoil(() => true, fault)
      const looks = [await find(), await scheduler.read(session, draft, there), await scheduler.cancel(session, draft, there), await scheduler.move(session, draft, there, intent.dueAt + day)]
      const said = looks.map((look) => (look.ok ? look.value.kind : look.failure.kind))
      if (fault.name !== '404') expect(said).not.toContain('gone')
      expect(said).not.toContain('published')
      expect(JSON.stringify(looks)).not.toMatch(/top-secret/)
    })
  })
}
