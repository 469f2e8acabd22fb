import { afterEach, expect, test, vi } from 'vitest'
import { telegramAlbums } from '../../../electron/engine/networks/telegram/telegram-ids.ts'
import { startOutboxRig, type OutboxRig } from './outbox-rig.ts'
import { jobOf, publish } from './publish.ts'

const minute = 60_000
let rig: OutboxRig | null = null
afterEach(() => rig?.stop())

test('a comment that names any file of an album finds the post, and that of the album alone', async () => {
  rig = await startOutboxRig({ accounts: ['telegram'] })
  const { publisher } = rig.server('telegram').adapter
  for (const remoteId of ['-1001:9', '-1001:10+11+12', '-1001:13+14']) vi.spyOn(publisher, 'publish').mockResolvedValueOnce({ ok: true, value: { remoteId, url: null } })
  const posts: string[] = []
  for (const text of ['One', 'Three', 'Two']) {
    posts.push(await publish(rig, text))
    await rig.advance(minute)
  }
  expect(await Promise.all(posts.map(async (postId) => (await jobOf(rig!, postId)).state))).toEqual(['published', 'published', 'published'])
  const { service } = rig.run.outbox
  const accountId = rig.accounts[0]?.id ?? ''
  const named = (id: number): string | null => service.postIdOfRemote(accountId, `-1001:${id}`, telegramAlbums)
  expect([9, 10, 11, 12, 13, 14, 15, 1].map(named)).toEqual([posts[0], posts[1], posts[1], posts[1], posts[2], posts[2], null, null])
  expect(service.postIdOfRemote(accountId, '-1001:11')).toBeNull()
  expect(service.postIdOfRemote('another', '-1001:11', telegramAlbums)).toBeNull()
})
