import { describe, expect, it } from 'vitest'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { Stars } from '../../shared/inbox/stars.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import { draftOf, failureKind, fetchAll, valueOf } from '../support/adapter-session.ts'

/** A network with reviews, for the suite below. Whatever is done by hand here happens on the network itself, beside Vigie. */
export interface ReviewsUnderTest {
  createAdapter(through: (http: HttpClient) => HttpClient): NetworkAdapter
  readonly session: AccountSession
  /** Somebody writes a review, or changes theirs; gives its remote id. */
  say(who: string, stars: Stars, text: string): string
  remove(who: string): void
  /** The owner answers on the network itself; null: takes the answer away. */
  answerThere(reviewRemoteId: string, text: string | null): void
  replyThere(reviewRemoteId: string): string | null
  /** Time goes on, so that changes can be told apart. */
  wait(): void
  stop(): Promise<void> | void
}

const answerTo = (remoteId: string, text: string, replyWas: string | null): Draft => draftOf(text, { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '', review: { replyWas } } })
const intent = { idempotencyKey: '6a2f41a3-c54c-4f6e-8c4d-3f9f6f1f5a10', intentAt: 1_800_000_000_000 }

/** What every network with reviews keeps to: they come in whole, an answer goes out once, and nobody's words are written over unseen. */
export function describeReviews(name: string, start: () => Promise<ReviewsUnderTest>): void {
  async function withNetwork(test: (network: ReviewsUnderTest, tools: { readonly adapter: NetworkAdapter; readonly sent: string[]; loseNextAnswer(): void }) => Promise<void>): Promise<void> {
    const network = await start()
    const sent: string[] = []
    let isLost = false
    const adapter = network.createAdapter((http) => ({
      async send(request) {
        sent.push(request.method)
        const result = await http.send(request)
        if (!isLost || request.method === 'GET') return result
        isLost = false
        return { ok: false, failure: { sent: 'maybe', error: studioError('timeout', 'the answer is lost', { retryable: true }) } }
      }
    }))
    try {
      await test(network, { adapter, sent, loseNextAnswer: () => (isLost = true) })
    } finally {
      await network.stop()
    }
  }
  const writes = (sent: readonly string[]): number => sent.filter((method) => method !== 'GET').length

  describe(`reviews on ${name}`, () => {
    it('come in with their stars, with words or without, and with what the owner answers there', () =>
      withNetwork(async (network, { adapter }) => {
        const withWords = network.say('claire_b', 4, 'Un très bon café.')
        const without = network.say('tomasz', 1, '')
        network.answerThere(withWords, 'Merci Claire !')
        const { items } = await fetchAll(adapter, network.session, null)
        const [good, bad] = [items.find(({ remoteId }) => remoteId === withWords), items.find(({ remoteId }) => remoteId === without)]
        expect(good).toMatchObject({ kind: 'review', conversationRemoteId: withWords, isOwn: false, text: 'Un très bon café.', review: { stars: 4, editedAt: null, reply: { text: 'Merci Claire !' } } })
        expect(bad).toMatchObject({ kind: 'review', conversationRemoteId: without, text: '', review: { stars: 1, reply: null } })
        // What the owner answers is told by the review alone.
        expect(items.filter(({ isOwn, kind }) => isOwn && kind === 'review')).toEqual([])
      }))

    it('come in again when they are changed, or answered there', () =>
      withNetwork(async (network, { adapter }) => {
        const id = network.say('claire_b', 2, 'Froid.')
        const first = await fetchAll(adapter, network.session, null)
        network.wait()
        network.say('claire_b', 5, 'On m’en a refait un, merci.')
        const second = await fetchAll(adapter, network.session, first.cursor)
        expect(second.items).toMatchObject([{ remoteId: id, text: 'On m’en a refait un, merci.', review: { stars: 5, editedAt: expect.any(Number) } }])
        network.wait()
        network.answerThere(id, 'Avec plaisir.')
        expect(valueOf(await adapter.readReview!(network.session, id))).toMatchObject({ review: { stars: 5, reply: { text: 'Avec plaisir.' } } })
      }))

    it('are read alone, and one that is gone is said to be gone', () =>
      withNetwork(async (network, { adapter }) => {
        const id = network.say('claire_b', 3, 'Correct.')
        expect(valueOf(await adapter.readReview!(network.session, id))).toMatchObject({ remoteId: id, review: { stars: 3 } })
        network.remove('claire_b')
        expect(valueOf(await adapter.readReview!(network.session, id))).toBe('gone')
        expect(failureKind(await adapter.publisher.publish(network.session, answerTo(id, 'Merci !', null), intent))).toBe('rejected')
      }))

    it('are answered once, also when the answer of the network is lost', () =>
      withNetwork(async (network, { adapter, sent, loseNextAnswer }) => {
        const id = network.say('claire_b', 4, 'Un très bon café.')
        const draft = answerTo(id, 'Merci Claire !\n\nÀ bientôt.', null)
        expect(valueOf(await adapter.publisher.findPublished(network.session, draft, { ...intent, sentAt: intent.intentAt }))).toBe('none')
        loseNextAnswer()
        expect(failureKind(await adapter.publisher.publish(network.session, draft, intent))).toBe('unknown_outcome')
        expect(network.replyThere(id)).toBe('Merci Claire !\n\nÀ bientôt.')
        const found = valueOf(await adapter.publisher.findPublished(network.session, draft, { ...intent, sentAt: intent.intentAt }))
        const again = valueOf(await adapter.publisher.publish(network.session, draft, intent))
        expect(found).toEqual(again)
        const { review } = valueOf(await adapter.readReview!(network.session, id)) as { review: { reply: { remoteId: string } } }
        expect(found).toMatchObject({ remoteId: review.reply.remoteId })
        expect(writes(sent)).toBe(1)
      }))

    it('keep what somebody else answered meanwhile', () =>
      withNetwork(async (network, { adapter, sent }) => {
        const id = network.say('claire_b', 1, 'Déçue.')
        network.answerThere(id, 'Écrivez-nous, Claire.')
        const refused = await adapter.publisher.publish(network.session, answerTo(id, 'Désolés !', null), intent)
        expect(refused).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'answered_there' } } } })
        expect(writes(sent)).toBe(0)
        expect(network.replyThere(id)).toBe('Écrivez-nous, Claire.')
      }))

    it('let the answer be changed and taken away, and answered anew', () =>
      withNetwork(async (network, { adapter }) => {
        const id = network.say('claire_b', 1, 'Déçue.')
        const first = valueOf(await adapter.publisher.publish(network.session, answerTo(id, 'Désolés !', null), intent))
        valueOf(await adapter.publisher.publish(network.session, answerTo(id, 'Désolés, Claire.', 'Désolés !'), intent))
        expect(network.replyThere(id)).toBe('Désolés, Claire.')
        valueOf(await adapter.publisher.act!(network.session, { act: 'delete', remoteId: first.remoteId }))
        expect(network.replyThere(id)).toBeNull()
        // Twice is as once, and what was taken away stands in nobody's way.
        valueOf(await adapter.publisher.act!(network.session, { act: 'delete', remoteId: first.remoteId }))
        valueOf(await adapter.publisher.publish(network.session, answerTo(id, 'Écrivez-nous.', 'Désolés, Claire.'), intent))
        expect(network.replyThere(id)).toBe('Écrivez-nous.')
      }))
  })
}
