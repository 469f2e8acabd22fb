import { describe, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
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

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f21', intentAt: Date.now() }

/** What a network with polls does with one. That a request is right, its description says at the end of the suite. */
export function describePollsContract(given: () => Given, _publish: unknown, { isBlind }: Pick<AdapterUnderTest, 'isBlind'>): void {
  describe('a poll', () => {
    const asking: Draft = draftOf('On ouvre quand ?\n\nVotre jour préféré', { title: 'Le jour qui vous va', poll: { choices: ['Mardi', 'Jeudi'], minutes: 1440 } })
    const hasPolls = (): boolean => typeof given().adapter.capabilities.poll !== 'string'

    it('goes out with the words and every choice, in one call that others see', async () => {
      if (!hasPolls()) return
      const { network, server, adapter, session } = given()
      valueOf(await adapter.publisher.publish(session, asking, intent))
      expect(network.visible()).toHaveLength(1)
      const sent = server.requests.filter(({ method }) => method !== 'GET').map(({ text }) => decodeURIComponent(text.replaceAll('+', ' '))).join('\n')
      for (const words of ['On ouvre quand', 'Votre jour préféré', 'Mardi', 'Jeudi']) expect(sent).toContain(words)
    })

    it('is found by its words, and what asks another question is not it', async () => {
      if (!hasPolls() || isBlind === true) return
      const { adapter, session } = given()
      const { remoteId } = valueOf(await adapter.publisher.publish(session, asking, intent))
      const look = { ...intent, sentAt: Date.now(), since: Date.now() - 60_000 }
      expect(valueOf(await adapter.publisher.findPublished(session, asking, look))).toMatchObject({ remoteId })
      // Under another key: a network with ids of ours would else find it by its own name.
      const other = draftOf('On ouvre quand ?\n\nVotre heure préférée', { title: 'Le jour qui vous va', poll: { choices: ['Mardi', 'Jeudi'], minutes: 1440 } })
      expect(valueOf(await adapter.publisher.findPublished(session, other, { ...look, idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f22' }))).not.toMatchObject({ remoteId })
    })

    it.each(['a page with 200', '502 with a page', 'half an answer'])('takes %s for no yes', async (name) => {
      if (!hasPolls()) return
      const { network, server, adapter, session } = given()
      const fault = riddles(false).find((riddle) => riddle.name === name)
      if (fault === undefined) throw new Error(`no ${name}`)
      server.spoil((request) => network.isCreate(request), fault)
      expect(failureKind(await adapter.publisher.publish(session, asking, intent))).toBe('unknown_outcome')
    })
  })
}
