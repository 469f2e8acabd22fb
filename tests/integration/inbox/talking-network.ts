import type { IncomingItem } from '../../../electron/engine/networks/network-incoming.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../../electron/engine/networks/network-publisher.ts'
import type { NetworkResult } from '../../../electron/engine/networks/network-failure.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'

/** A network on which people talk: what Vigie sends is there, and comes back with the next fetch as everybody's messages do. */
export interface TalkingNetwork {
  readonly adapter: NetworkAdapter
  readonly handle: string
  readonly password: string
  /** Everything ever written there, oldest first. */
  readonly written: IncomingItem[]
  readonly liked: Set<string>
  /** Somebody writes. */
  say(item: IncomingItem): void
  /** false: calls do not reach it. */
  isThere: boolean
  /** The next send arrives, and its answer is lost. */
  loseNextAnswer: boolean
}

export function createTalkingNetwork(now: () => number): TalkingNetwork {
  const { adapter: silent, people } = createScriptedNetwork('bluesky')
  const handle = 'vigie.example'
  people.set(handle, { password: 'p', identity: identityOf(handle, { displayName: 'Vigie' }) })
  const byKey = new Map<string, Published>()
  const away = { ok: false, failure: { kind: 'not_sent', error: studioError('unreachable', 'away', { retryable: true }) } } as const

  const network: TalkingNetwork = {
    handle,
    password: 'p',
    written: [],
    liked: new Set(),
    isThere: true,
    loseNextAnswer: false,
    say: (item) => void network.written.push(item),
    adapter: {
      connect: silent.connect,
      capabilities: { ...capabilitiesOf('bluesky'), idempotency: 'look_up' },
      publisher: {
        async publish(_session, draft, { idempotencyKey }): Promise<NetworkResult<Published>> {
          if (!network.isThere) return away
          const published = { remoteId: `reply-${network.written.length}`, url: `https://server.example/reply-${network.written.length}` }
          byKey.set(idempotencyKey, published)
          network.say({
            remoteId: published.remoteId, conversationRemoteId: draft.replyTo?.rootRemoteId ?? published.remoteId, kind: 'comment', parentRemoteId: draft.replyTo?.remoteId ?? null,
            ourPostRemoteId: null, authorName: 'Vigie', authorHandle: `@${handle}`, isOwn: true, text: draft.text, url: published.url, createdAt: now(), attachmentCount: 0, isLiked: false, isHeld: false
          })
          if (!network.loseNextAnswer) return { ok: true, value: published }
          network.loseNextAnswer = false
          return { ok: false, failure: { kind: 'unknown_outcome', error: studioError('timeout', 'no answer', { retryable: true }) } }
        },
        findPublished: async (_session, _draft, { idempotencyKey }) => (network.isThere ? { ok: true, value: byKey.get(idempotencyKey) ?? 'none' } : away),
        async setLiked(_session, { remoteId, liked }) {
          if (!network.isThere) return away
          if (liked) network.liked.add(remoteId)
          else network.liked.delete(remoteId)
          return { ok: true, value: null }
        }
      },
      inbox: {
        async fetchSince(_session, cursor) {
          if (!network.isThere) return away
          const items = network.written.slice(Number(cursor ?? 0)).map((item) => ({ ...item, isLiked: network.liked.has(item.remoteId) }))
          return { ok: true, value: { items, nextCursor: String(network.written.length), more: false, pollAgainAfterMs: null } }
        }
      }
    }
  }
  return network
}
