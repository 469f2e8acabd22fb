import { describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startInboxRig, type InboxRig } from './inbox-rig.ts'

const { acts, hideIsForModerators } = capabilitiesOf('reddit')

async function itemsOf(rig: InboxRig) {
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  const { items } = await rig.ask('inbox.read', { conversationId: conversations[0]!.id })
  return items
}

describe('where only moderators hide', () => {
  it('a message says whether this account may, and the act is taken for no other', async () => {
    const rig = await startInboxRig({ capabilities: { acts, hideIsForModerators: hideIsForModerators! } })
    await rig.arrive([incoming({ remoteId: 'ours', mayHide: true }), incoming({ remoteId: 'elsewhere' })])
    const items = await itemsOf(rig)
    expect(items.map(({ remoteId, mayHide }) => [remoteId, mayHide])).toEqual([['ours', true], ['elsewhere', undefined]])
    const [ours, elsewhere] = items
    expect(await rig.request('inbox.act', { itemId: elsewhere!.id, act: 'hide' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    const { id } = await rig.ask('inbox.act', { itemId: ours!.id, act: 'hide' })
    rig.settle(id, 'published')
    expect((await itemsOf(rig))[0]).toMatchObject({ isHeld: true, mayHide: true })
    rig.settle((await rig.ask('inbox.act', { itemId: ours!.id, act: 'unhide' })).id, 'published')
    expect((await itemsOf(rig))[0]).toMatchObject({ isHeld: false })
  })

  it('a login that lacks the right is not offered it, and has it with the next one', async () => {
    const rig = await startInboxRig({ capabilities: { acts, hideIsForModerators: hideIsForModerators! } })
    await rig.arrive([incoming({ mayHide: true })])
    const accountId = rig.accountId(0)
    const account = rig.accounts.get(accountId)!
    rig.accounts.set(accountId, { ...account, lacksRights: ['modposts'] })
    const [item] = await itemsOf(rig)
    expect(item).not.toHaveProperty('mayHide')
    expect(await rig.request('inbox.act', { itemId: item!.id, act: 'hide' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    rig.accounts.set(accountId, account)
    expect(await itemsOf(rig)).toMatchObject([{ mayHide: true }])
  })

  it('who is a moderator no longer is told so by the next reading', async () => {
    const rig = await startInboxRig({ capabilities: { acts, hideIsForModerators: hideIsForModerators! } })
    const item = incoming({ remoteId: 'a', mayHide: true })
    await rig.arrive([item])
    const { mayHide: _, ...without } = item
    await rig.arrive([without])
    expect((await itemsOf(rig))[0]).not.toHaveProperty('mayHide')
  })

  it('nobody may hide what came in before it was known', async () => {
    const database = openDatabase(':memory:')
    await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 105)), async () => undefined)
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
      VALUES ('a', 'reddit', 'u/lea', 'Léa', 'https://oauth.reddit.com', '1', 'connected', '{}', 's', 0);
      INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, handled_until)
      VALUES ('c', 'a', 'comment', 'r', '', '', '', 0, 0, 0, 'open', 0);
      INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, author_name, author_handle, is_own, text, created_at, is_read, is_liked, is_held, attachment_count)
      VALUES (1, 'i', 'c', 'a', 't1_a', 'Tom', 'u/tom', 0, 'bonjour', 0, 0, 0, 0, 0);
    `)
    await migrate(database, workspaceMigrations, async () => undefined)
    expect(database.prepare('SELECT id, text, may_hide FROM inbox_items').all()).toEqual([{ id: 'i', text: 'bonjour', may_hide: 0 }])
    database.close()
  })
})
