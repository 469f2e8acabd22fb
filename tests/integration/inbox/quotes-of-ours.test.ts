import { describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startInboxRig, type InboxRig } from './inbox-rig.ts'

const quote = (isDetached = false) => ({ remoteId: 'ours', text: 'Grande marée demain', isDetached })
const start = (networkId: 'bluesky' | 'mastodon' = 'bluesky') => startInboxRig({ capabilities: { acts: capabilitiesOf(networkId).acts } })

async function look(rig: InboxRig) {
  const { conversations } = await rig.ask('inbox.page', { view: 'all', kind: null, accountId: null, before: null, limit: 10 })
  const read = await Promise.all(conversations.map(({ id }) => rig.ask('inbox.read', { conversationId: id })))
  return { conversations, items: new Map(read.flatMap((each) => each.items).map((item) => [item.remoteId, item])) }
}

describe('a quote of a post of ours', () => {
  it('is a mention that says so, in the list and in the thread, with the words of our post', async () => {
    const rig = await start()
    await rig.arrive([
      incoming({ remoteId: 'q', conversationRemoteId: 'q', kind: 'mention', text: 'voyez', quotes: quote() }),
      incoming({ remoteId: 'm', conversationRemoteId: 'm', kind: 'mention' }),
      // Somebody named us first, and quoted us later.
      incoming({ remoteId: 'later', conversationRemoteId: 'm', kind: 'mention', quotes: quote() })
    ])
    const { conversations, items } = await look(rig)
    const began = await Promise.all(conversations.map(async ({ id, kind, beganAsQuote }) => [(await rig.ask('inbox.read', { conversationId: id })).items[0]!.remoteId, { kind, beganAsQuote }] as const))
    expect(Object.fromEntries(began)).toEqual({ m: { kind: 'mention', beganAsQuote: undefined }, q: { kind: 'mention', beganAsQuote: true } })
    expect(items.get('q')).toMatchObject({ text: 'voyez', quotes: { text: 'Grande marée demain', isDetached: false } })
    expect(items.get('m')).not.toHaveProperty('quotes')
    expect(items.get('later')?.quotes).toEqual({ text: 'Grande marée demain', isDetached: false })
    expect((await rig.ask('inbox.search', { text: 'voyez', limit: 5 })).hits[0]).toMatchObject({ conversation: { beganAsQuote: true } })
  })

  it('loses our post once the network confirmed it, and has it again the same way; what quotes nothing of ours takes neither', async () => {
    const rig = await start()
    await rig.arrive([incoming({ remoteId: 'q', conversationRemoteId: 'q', kind: 'mention', quotes: quote() }), incoming({ remoteId: 'm', conversationRemoteId: 'm', kind: 'mention' })])
    const { items } = await look(rig)
    const [quoting, naming] = [items.get('q')!.id, items.get('m')!.id]
    expect(await rig.request('inbox.act', { itemId: naming, act: 'detach' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    const detached = async () => (await look(rig)).items.get('q')?.quotes?.isDetached
    for (const [act, state, after] of [['detach', 'failed', false], ['detach', 'published', true], ['undetach', 'published', false]] as const) {
      rig.settle((await rig.ask('inbox.act', { itemId: quoting, act })).id, state)
      expect(await detached()).toBe(after)
    }
  })

  it('stays without our post on Mastodon, where nobody puts it back', async () => {
    const rig = await start('mastodon')
    await rig.arrive([incoming({ remoteId: 'q', conversationRemoteId: 'q', kind: 'mention', quotes: quote(true) })])
    const { items } = await look(rig)
    expect(await rig.request('inbox.act', { itemId: items.get('q')!.id, act: 'undetach' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
  })

  it('is not known of what came in before, and jobs of before stay', async () => {
    const database = openDatabase(':memory:')
    await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 117)), async () => undefined)
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
      VALUES ('a', 'mastodon', '@lea', 'Léa', 'https://mastodon.example', '1', 'connected', '{}', 's', 0);
      INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, handled_until)
      VALUES ('c', 'a', 'mention', 'r', '', '', '', 0, 0, 0, 'open', 0);
      INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, author_name, author_handle, is_own, text, created_at, is_read, is_liked, is_held, attachment_count)
      VALUES (1, 'i', 'c', 'a', '7', 'Tom', '@tom', 0, 'bonjour', 0, 0, 0, 0, 0);
    `)
    await migrate(database, workspaceMigrations, async () => undefined)
    expect(database.prepare('SELECT id, quoted_remote_id, quoted_text, is_detached FROM inbox_items').all()).toEqual([{ id: 'i', quoted_remote_id: null, quoted_text: '', is_detached: 0 }])
    expect(database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'outbox_jobs'").pluck().get()).toContain("'detach', 'undetach', 'hide'")
    database.close()
  })
})
