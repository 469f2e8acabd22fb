import { describe, expect, it } from 'vitest'
import { reportReasons } from '../../shared/inbox/report.ts'
import type { Act } from '../../shared/networks/acts.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { FakeNetwork } from './fake-network.ts'
import { riddles, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly network: FakeNetwork
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises of reposts, mutes, reports and the like. */
export function describeActsContract(given: () => Given, publish: () => Promise<NetworkResult<Published>>, { deletesOnlyAnswers, deletesNothing, locksElsewhere }: Pick<AdapterUnderTest, 'deletesOnlyAnswers' | 'deletesNothing' | 'locksElsewhere'>): void {
  describe('what is done beside publishing', () => {
    const pairs = [['repost', 'unrepost'], ['hide', 'unhide'], ['detach', 'undetach'], ['lock', 'unlock'], ['mute', 'unmute'], ['block', 'unblock'], ['ban', 'unban']] as const
    const act = (what: Act, remoteId: string): Promise<NetworkResult<null>> => given().adapter.publisher.act!(given().session, { act: what, remoteId })

    const hear = (what: Act, network: FakeNetwork): string => {
      if (what === 'detach') return network.hearQuote?.('voyez') ?? network.hear('voyez')
      return (what === 'hide' || what === 'lock') && network.hearBelowOurs !== undefined ? network.hearBelowOurs('bonjour') : network.hear('bonjour')
    }

    const answerSomebody = (): Promise<NetworkResult<Published>> => {
      const { network, adapter, session } = given()
      const remoteId = network.hear('une question')
      const answer = draftOf('une réponse', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '@tom' } })
      return adapter.publisher.publish(session, answer, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12', intentAt: Date.now() })
    }

    it.each(pairs)('%s leaves the same however often it is done, and %s takes it back', async (what, back) => {
      const { network, adapter } = given()
      const remoteId = hear(what, network)
      if (adapter.capabilities.acts[what] !== 'yes' || (what === 'lock' && locksElsewhere === true)) return expect(failureKind(await act(what, remoteId))).toBe('rejected')
      for (const each of [what, what]) expect(valueOf(await act(each, remoteId))).toBeNull()
      expect(network.inForce()).toEqual([what])
      // For good: the network's own pages may take it back.
      if (adapter.capabilities.acts[back] !== 'yes') return expect([failureKind(await act(back, remoteId)), network.inForce()]).toEqual(['rejected', [what]])
      for (const each of [back, back]) expect(valueOf(await act(each, remoteId))).toBeNull()
      expect(network.inForce()).toEqual([])
    })

    it('deletes what is ours, and what is gone already counts as deleted', async () => {
      const { network, adapter } = given()
      expect(adapter.capabilities.acts.delete === 'yes').toBe(deletesNothing !== true)
      // Posts, and not answers alone.
      expect(adapter.capabilities.removal.offer.value === 'yes').toBe(deletesNothing !== true && deletesOnlyAnswers !== true)
      if (deletesNothing === true) return expect(failureKind(await act('delete', '7'))).toBe('rejected')
      const { remoteId } = valueOf(await (deletesOnlyAnswers === true ? answerSomebody() : publish()))
      expect(network.visible()).toHaveLength(1)
      for (const each of ['delete', 'delete'] as const) expect(valueOf(await act(each, remoteId))).toBeNull()
      expect(network.visible()).toEqual([])
    })

    it('reports once, or says that it cannot', async () => {
      const { network, adapter } = given()
      const remoteId = network.hear('achetez')
      const isOffered = adapter.capabilities.acts.report === 'yes'
      expect(failureKind(await act('report', remoteId))).toBe(isOffered ? 'ok null' : 'rejected')
      expect(network.inForce()).toEqual(isOffered ? ['report'] : [])
    })

    it('tells why it reports, and says the person’s words, where the network takes them', async () => {
      const { network, server, adapter, session } = given()
      if (adapter.capabilities.reportTakesReason !== true) return
      const remoteId = network.hear('achetez')
      valueOf(await adapter.publisher.act!(session, { act: 'report', remoteId, report: { reason: 'spam', comment: 'Le même message chaque jour' } }))
      const told = server.requests.at(-1)!
      expect(told.method).toBe('POST')
      expect(told.text).toMatch(/spam/i)
      expect(told.text).toContain('Le même message chaque jour')
      // Each reason is one that the network knows: its description is asked at the end of the suite.
      for (const reason of reportReasons) valueOf(await adapter.publisher.act!(session, { act: 'report', remoteId, report: { reason, comment: '' } }))
    })

    it.each(['a page with 200', '502 with a page', 'half an answer'])('takes %s for no yes', async (name) => {
      const { network, server, adapter, session } = given()
      const { remoteId: ours } = valueOf(await publish())
      const remoteId = network.hear('bonjour')
      const quoting = adapter.capabilities.acts.detach === 'yes' ? hear('detach', network) : remoteId
      const fault = riddles(false).find((riddle) => riddle.name === name)
      if (fault === undefined) throw new Error(`no ${name}`)
      server.spoil(({ method }) => method !== 'GET', fault)
      const deeds = [...pairs.map(([what]) => what), 'report' as const].filter((what) => adapter.capabilities.acts[what] === 'yes')
      const results = await Promise.all([...deeds.map((what) => act(what, what === 'detach' ? quoting : remoteId)), act('delete', ours), adapter.publisher.setLiked?.(session, { remoteId, liked: true })])
      expect(results.filter((result) => result?.ok === true)).toEqual([])
      expect([network.inForce(), network.visible().length]).toEqual([[], 1])
    })
  })
}
