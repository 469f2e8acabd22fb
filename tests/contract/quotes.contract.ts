import { describe, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { FakeNetwork } from './fake-network.ts'
import { riddles, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly network: FakeNetwork
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f31', intentAt: Date.now() }

/** What a network that has quotes does with one. That a request is right, its description says at the end of the suite. */
export function describeQuotesContract(given: () => Given, _publish: unknown, { remoteIdExample, isBlind }: Pick<AdapterUnderTest, 'remoteIdExample' | 'isBlind'>): void {
  describe('a quote', () => {
    const isOffered = (): boolean => given().adapter.capabilities.quote.offer.value === 'yes'
    const quoting = (remoteId: string, more: Partial<Draft> = {}): Draft => draftOf('Bien vu', { title: 'Bien vu', quote: { remoteId, url: 'https://network.example/post' }, ...more })
    const theirs = (text: string): string => {
      const { network } = given()
      return network.posts?.(text) ?? network.hear(text)
    }
    const look = { ...intent, sentAt: Date.now(), since: Date.now() - 60_000 }

    it.each([['alone', []], ['beside a picture', [pictureOf('un point')]]] as const)('goes out %s with our words, in one call that others see', async (_, media) => {
      if (!isOffered()) return
      const { network, adapter, session } = given()
      const quoted = theirs('Le port au matin')
      if (media.length > 0 && adapter.capabilities.quote.notWithMedia === true) {
        expect(failureKind(await adapter.publisher.publish(session, quoting(quoted, { media: [...media] }), intent))).toBe('rejected')
        return expect(network.visible()).toEqual([])
      }
      valueOf(await adapter.publisher.publish(session, quoting(quoted, { media: [...media] }), intent))
      // What is saved bears the words of the other one.
      expect([network.visible(), network.quoted?.()]).toEqual([[adapter.capabilities.quote.wordless === 'wholly' ? 'Le port au matin' : 'Bien vu'], [quoted]])
    })

    it('is sent once, whatever is asked twice', async () => {
      if (!isOffered() || given().adapter.capabilities.idempotency === 'look_up') return
      const { network, adapter, session } = given()
      const draft = quoting(theirs('Le port au matin'))
      const first = valueOf(await adapter.publisher.publish(session, draft, intent))
      expect(valueOf(await adapter.publisher.publish(session, draft, intent)).remoteId).toBe(first.remoteId)
      expect(network.visible()).toHaveLength(1)
    })

    it('is found, and the same words about another post, or about none, are not it', async () => {
      if (!isOffered() || isBlind === true) return
      const { adapter, session } = given()
      const [quoted, other] = [theirs('Le port au matin'), theirs('Le port le soir')]
      const { remoteId } = valueOf(await adapter.publisher.publish(session, quoting(quoted), intent))
      expect(valueOf(await adapter.publisher.findPublished(session, quoting(quoted), look))).toMatchObject({ remoteId })
      // Under another key: a network with ids of ours would else find it by its own name.
      const elsewhere = { ...look, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f32' }
      for (const draft of [quoting(other), draftOf('Bien vu', { title: 'Bien vu' })]) expect(valueOf(await adapter.publisher.findPublished(session, draft, elsewhere))).not.toMatchObject({ remoteId })
    })

    it('without a word goes out once and is found, where a post may be that', async () => {
      const { quote } = given().adapter.capabilities
      if (!isOffered() || quote.mayBeAlone !== true) return
      const { network, adapter, session } = given()
      const draft = { ...quoting(theirs('Le port au matin')), text: '', document: { type: 'doc' as const, content: [] } }
      const { remoteId } = valueOf(await adapter.publisher.publish(session, draft, intent))
      expect(network.visible()).toHaveLength(1)
      if (isBlind !== true) expect(valueOf(await adapter.publisher.findPublished(session, draft, look))).toMatchObject({ remoteId })
    })

    it('of what is gone makes no post', async () => {
      if (!isOffered()) return
      const { network, adapter, session } = given()
      expect(failureKind(await adapter.publisher.publish(session, quoting(remoteIdExample), intent))).toBe('rejected')
      expect(network.visible()).toEqual([])
    })

    it.each(['a page with 200', '502 with a page', 'half an answer'])('takes %s for no yes', async (name) => {
      if (!isOffered()) return
      const { network, server, adapter, session } = given()
      const fault = riddles(false).find((riddle) => riddle.name === name)
      if (fault === undefined) throw new Error(`no ${name}`)
      const quoted = theirs('Le port au matin')
      server.spoil((request) => network.isCreate(request), fault)
      expect(failureKind(await adapter.publisher.publish(session, quoting(quoted), intent))).toBe('unknown_outcome')
    })
  })
}
