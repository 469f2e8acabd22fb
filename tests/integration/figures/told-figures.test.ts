import { afterEach, expect, test } from 'vitest'
import type { Incoming, NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import type { CountedReactions } from '../../../electron/engine/networks/network-incoming.ts'
import { telegramAlbums } from '../../../electron/engine/networks/telegram/telegram-ids.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { ReactionKind } from '../../../shared/figures/reaction-kinds.ts'
import { telegramCapabilities } from '../../../shared/networks/telegram-capabilities.ts'
import { createScriptedNetwork, identityOf } from '../support/scripted-network.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

const hour = 3_600_000
let engine: TestEngine | null = null
afterEach(async () => {
  await engine?.stop()
  engine = null
})

const like = (count: number): ReactionKind => ({ kind: 'emoji', emoji: '👍', count })
const told = (remoteId: string, countedAt: number, ...kinds: ReactionKind[]): CountedReactions => ({ remoteId, countedAt, kinds })

/** A channel whose network tells reactions with what comes in, and is not asked for them. */
async function start(remoteId = '-100:11+12') {
  const network = createScriptedNetwork('telegram')
  const script: (readonly CountedReactions[] | 'cut')[] = []
  const asked: string[] = []
  const adapter: NetworkAdapter = {
    ...network.adapter,
    capabilities: { ...telegramCapabilities, connectBy: 'app_password' },
    severalInOne: telegramAlbums,
    publisher: { publish: async () => ({ ok: true, value: { remoteId, url: null } }), findPublished: async () => ({ ok: true, value: 'none' }) },
    figures: {
      async ofPost() {
        asked.push('post')
        return { ok: false, failure: { kind: 'rejected', error: studioError('rejected', 'nobody asks') } }
      },
      ofAccount: async () => ({ ok: true, value: { followers: 340 } })
    },
    inbox: {
      async fetchSince(_session, cursor) {
        const next = script[0]
        if (next === 'cut') {
          script.shift()
          return { ok: false, failure: { kind: 'server_error', error: studioError('server_error', 'cut off', { retryable: true }) } }
        }
        script.shift()
        const value: Incoming = { items: [], reactions: next ?? [], nextCursor: String(Number(cursor ?? 0) + 1), more: false, pollAgainAfterMs: null }
        return { ok: true, value }
      }
    }
  }
  network.people.set('canal', { password: 'p', identity: identityOf('canal', { remoteId: '-100' }) })
  engine = await startTestEngine({ adapters: [adapter], testOptions: { pollEveryMs: hour / 2 } })
  const own = engine
  const workspaceId = own.random.id()
  await own.ask('workspaces.create', { id: workspaceId, name: 'Le Quai', colour: 'teal', timeZone: 'Europe/Paris' })
  const { id: accountId } = await own.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'telegram', serverUrl: 'https://server.example', identifier: 'canal', appPassword: 'p' })
  const publish = async (): Promise<string> => {
    const postId = own.random.id()
    const content = { title: '', document: { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Ouvert' }] }] }, targets: [{ accountId, variant: null }], media: [] }
    const { revision } = await own.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content })
    await own.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await own.advance(60_000)
    return postId
  }
  const ofPost = async (postId: string) => (await own.ask('figures.ofPost', { workspaceId, postId })).accounts.map(({ readings, told: kinds }) => ({ last: readings.at(-1)?.figures, kinds: kinds?.kinds }))
  const come = async (...reactions: (readonly CountedReactions[] | 'cut')[]): Promise<void> => {
    for (const each of reactions) {
      script.push(each)
      await own.ask('inbox.refresh', { workspaceId })
      await own.advance(1000)
    }
  }
  return { own, asked, publish, ofPost, come, now: () => own.now(), workspaceId }
}

test('what a network tells of reactions stands with the post: of all that is in it, the newest, whatever comes late or twice', async () => {
  const { own, asked, publish, ofPost, come, now } = await start()
  const postId = await publish()
  expect(await ofPost(postId)).toEqual([{ last: undefined, kinds: [] }])
  const at = now()
  const batch = [told('-100:11', at, like(3), { kind: 'emoji', emoji: '🔥', count: 5 }), told('-100:12', at, like(1)), told('-100:99', at, like(7))]
  await come('cut', batch, batch, [told('-100:11', at - 5000, like(900))])
  expect(await ofPost(postId)).toEqual([{ last: { reactions: 9 }, kinds: [{ kind: 'emoji', emoji: '🔥', count: 5 }, like(4)] }])
  await own.restart({ crash: true })
  await come([told('-100:11', at + 5000)])
  expect(await ofPost(postId)).toEqual([{ last: { reactions: 1 }, kinds: [like(1)] }])
  expect(asked).toEqual([])
})

test('what was told before the post was known to be out is not lost, and its course is kept without a call', async () => {
  const { own, workspaceId, asked, publish, ofPost, come, now } = await start('-100:11')
  await come([told('-100:11', now(), like(2))])
  const postId = await publish()
  expect(await ofPost(postId)).toEqual([{ last: { reactions: 2 }, kinds: [like(2)] }])
  await own.advance(2 * hour)
  await come([told('-100:11', now(), like(6))])
  await own.advance(6 * hour)
  const { accounts } = await own.ask('figures.ofPost', { workspaceId, postId })
  expect(accounts[0]?.readings.map(({ figures }) => figures)).toEqual([{ reactions: 2 }, { reactions: 6 }])
  expect(asked).toEqual([])
})
