import { expect, it } from 'vitest'
import { telegramAlbums } from '../../electron/engine/networks/telegram/telegram-ids.ts'
import { valueOf } from '../support/adapter-session.ts'
import { createFakeTelegram, fakeTelegramChannel } from './fake-telegram.ts'
import type { Fault } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const emoji = (sign: string, count: number): object => ({ type: { type: 'emoji', emoji: sign }, total_count: count })
const counted = (messageId: number, date: number, reactions: readonly unknown[], chatId: number = fakeTelegramChannel): object => ({ message_reaction_count: { chat: { id: chatId, type: 'channel', title: 'Atelier' }, message_id: messageId, date, reactions } })

async function rig() {
  const network = createFakeTelegram()
  const rest = await startNetworkRig('Telegram', { network })
  return { ...rest, network, fetch: async (cursor: string | null = null) => rest.adapter.inbox!.fetchSince(rest.session, cursor) }
}

it('tells how many reactions of which kind stand below a post of the channel, beside what people write', async () => {
  const { network, server, fetch, complaints } = await rig()
  network.tell(counted(11, 1_795_000_000, [emoji('👍', 3), emoji('🔥', 12), { type: { type: 'custom_emoji', custom_emoji_id: '5' }, total_count: 2 }, { type: { type: 'paid' }, total_count: 1 }]))
  network.hear('Bonjour')
  const { items, reactions, nextCursor } = valueOf(await fetch())
  expect(items.map(({ text }) => text)).toEqual(['Bonjour'])
  expect(reactions).toEqual([
    { remoteId: `${fakeTelegramChannel}:11`, countedAt: 1_795_000_000_000, kinds: [{ kind: 'emoji', emoji: '🔥', count: 12 }, { kind: 'emoji', emoji: '👍', count: 3 }, { kind: 'custom', emoji: '', count: 2 }, { kind: 'paid', emoji: '', count: 1 }] }
  ])
  expect(server.requests[0]?.json['allowed_updates']).toEqual(['message', 'message_reaction_count'])
  expect(valueOf(await fetch(nextCursor)).reactions).toEqual([])
  expect(complaints()).toEqual([])
})

it('tells the same again until it was stored, in the order in which it came, and that all were taken back', async () => {
  const { network, fetch } = await rig()
  network.tell({ ...counted(11, 1_795_000_060, []), update_id: 9_000_002 })
  network.tell({ ...counted(11, 1_795_000_000, [emoji('👍', 3)]), update_id: 9_000_001 })
  const first = valueOf(await fetch())
  expect(first.reactions?.map(({ kinds }) => kinds.length)).toEqual([1, 0])
  expect(valueOf(await fetch())).toEqual(first)
})

it('is told nothing of other chats, and what is not understood counts for nothing and keeps nobody back', async () => {
  const { network, fetch } = await rig()
  network.tell(counted(11, 1_795_000_000, [emoji('👍', 3)], -1_001_000_000_009))
  for (const odd of [[{ type: { type: 'something new' }, total_count: 1 }], [emoji('👍', -1)], ['👍'], null]) network.tell(counted(12, 1_795_000_000, odd as unknown[]))
  network.hear('Bonjour')
  const { items, reactions } = valueOf(await fetch())
  expect([items.length, reactions]).toEqual([1, []])
})

it('loses nothing when the answer is cut off', async () => {
  const { network, server, fetch } = await rig()
  network.tell(counted(11, 1_795_000_000, [emoji('👍', 3)]))
  const cut: Fault = { name: 'cut', isDone: true, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' }).end('{"ok":true,"result":[{"update_id":5001,"message_reac') }
  server.spoil(({ path }) => path.endsWith('/getUpdates'), cut, 1)
  expect(await fetch()).toMatchObject({ ok: false })
  expect(valueOf(await fetch()).reactions).toHaveLength(1)
})

it('knows an album by each of its messages', () => {
  expect(telegramAlbums.namesIn('-100:11+12')).toEqual(['-100:11', '-100:12'])
  expect(telegramAlbums.namesIn('-100:11')).toEqual(['-100:11'])
  expect(telegramAlbums.namesIn('nonsense')).toEqual([])
})
