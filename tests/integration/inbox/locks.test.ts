import { describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startInboxRig, type InboxRig } from './inbox-rig.ts'

const { acts, lock } = capabilitiesOf('reddit')
const start = () => startInboxRig({ capabilities: { acts, lock: lock! } })

async function items(rig: InboxRig) {
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  const read = await Promise.all(conversations.map(({ id }) => rig.ask('inbox.read', { conversationId: id })))
  return new Map(read.flatMap((each) => each.items).map((item) => [item.remoteId, item]))
}
const locked = async (rig: InboxRig) => [...(await items(rig))].map(([id, { isLocked }]) => [id, isLocked] as const).toSorted(([one], [other]) => one.localeCompare(other))

describe('what is closed to answers', () => {
  it('is closed and opened with all that stands in the same place, in whichever conversation, and only where the account may', async () => {
    const rig = await start()
    await rig.arrive([
      incoming({ remoteId: 'a', conversationRemoteId: 'of-tom', lock: { place: 'topic:1', isLocked: false } }),
      incoming({ remoteId: 'b', conversationRemoteId: 'of-zoe', lock: { place: 'topic:1', isLocked: false } }),
      incoming({ remoteId: 'c', conversationRemoteId: 'of-zoe', lock: { place: 'topic:2', isLocked: false } }),
      incoming({ remoteId: 'd', conversationRemoteId: 'of-zoe' })
    ])
    expect(await locked(rig)).toEqual([['a', false], ['b', false], ['c', false], ['d', undefined]])
    const there = await items(rig)
    expect(await rig.request('inbox.act', { itemId: there.get('d')!.id, act: 'lock' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    const job = await rig.ask('inbox.act', { itemId: there.get('a')!.id, act: 'lock' })
    expect(await locked(rig)).toEqual([['a', false], ['b', false], ['c', false], ['d', undefined]])
    rig.settle(job.id, 'published')
    expect(await locked(rig)).toEqual([['a', true], ['b', true], ['c', false], ['d', undefined]])
    rig.settle((await rig.ask('inbox.act', { itemId: there.get('b')!.id, act: 'unlock' })).id, 'published')
    expect(await locked(rig)).toEqual([['a', false], ['b', false], ['c', false], ['d', undefined]])
  })

  it('stays open where the network refused', async () => {
    const rig = await start()
    await rig.arrive([incoming({ remoteId: 'a', lock: { place: 'a', isLocked: false } })])
    rig.settle((await rig.ask('inbox.act', { itemId: (await items(rig)).get('a')!.id, act: 'lock' })).id, 'failed')
    expect(await locked(rig)).toEqual([['a', false]])
  })

  it('is so as soon as one message tells it, for all that stand there', async () => {
    const rig = await start()
    await rig.arrive([incoming({ remoteId: 'a', conversationRemoteId: 'of-tom', lock: { place: 'topic:1', isLocked: false } })])
    await rig.arrive([incoming({ remoteId: 'b', conversationRemoteId: 'of-zoe', lock: { place: 'topic:1', isLocked: true } })])
    expect(await locked(rig)).toEqual([['a', true], ['b', true]])
  })

  it('is not offered to a login that lacks the right', async () => {
    const rig = await start()
    await rig.arrive([incoming({ remoteId: 'a', lock: { place: 'a', isLocked: false } })])
    const account = rig.accounts.get(rig.accountId(0))!
    rig.accounts.set(account.id, { ...account, lacksRights: ['modposts'] })
    const item = (await items(rig)).get('a')!
    expect(item).not.toHaveProperty('isLocked')
    expect(await rig.request('inbox.act', { itemId: item.id, act: 'lock' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })

  it('is not known of what came in before, and jobs of before stay', async () => {
    const database = openDatabase(':memory:')
    await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 111)), async () => undefined)
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
      VALUES ('a', 'reddit', 'u/lea', 'Léa', 'https://oauth.reddit.com', '1', 'connected', '{}', 's', 0);
      INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, handled_until)
      VALUES ('c', 'a', 'comment', 'r', '', '', '', 0, 0, 0, 'open', 0);
      INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, author_name, author_handle, is_own, text, created_at, is_read, is_liked, is_held, attachment_count)
      VALUES (1, 'i', 'c', 'a', 't1_a', 'Tom', 'u/tom', 0, 'bonjour', 0, 0, 0, 0, 0);
    `)
    await migrate(database, workspaceMigrations, async () => undefined)
    expect(database.prepare('SELECT id, lock_place, is_locked FROM inbox_items').all()).toEqual([{ id: 'i', lock_place: null, is_locked: 0 }])
    expect(database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'outbox_jobs'").pluck().get()).toContain("'hide', 'unhide', 'lock', 'unlock', 'mute'")
    database.close()
  })
})
