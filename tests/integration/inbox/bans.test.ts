import { describe, expect, it } from 'vitest'
import { migrate } from '../../../electron/engine/database/migrate.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { workspaceMigrations } from '../../../electron/engine/database/workspace-migrations.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { incoming, startInboxRig, type InboxRig } from './inbox-rig.ts'

const { acts, moderatedAuthors } = capabilitiesOf('reddit')
const minute = 60_000
const day = 1440

const startRig = (): Promise<InboxRig> => startInboxRig({ capabilities: { acts, moderatedAuthors: moderatedAuthors! } })

async function itemsOf(rig: InboxRig) {
  const conversationId = rig.database.prepare('SELECT id FROM conversations').pluck().get() as string
  const { items } = await rig.ask('inbox.read', { conversationId })
  return Object.fromEntries(items.map((item) => [item.remoteId, item]))
}

describe('where moderators keep people out', () => {
  it('a message says whether this account may, and the act is taken for no other, nor without the right', async () => {
    const rig = await startRig()
    await rig.arrive([incoming({ remoteId: 'a', keepOutPlace: 'poterie' }), incoming({ remoteId: 'elsewhere' })])
    const { a, elsewhere } = await itemsOf(rig)
    expect([a!.keepOutOf, elsewhere!.keepOutOf]).toEqual(['poterie', undefined])
    for (const act of moderatedAuthors!.acts) expect(await rig.request('inbox.act', { itemId: elsewhere!.id, act })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    const accountId = rig.accountId(0)
    rig.accounts.set(accountId, { ...rig.accounts.get(accountId)!, lacksRights: ['modcontributors'] })
    expect((await itemsOf(rig))['a']).not.toHaveProperty('keepOutOf')
    expect(await rig.request('inbox.act', { itemId: a!.id, act: 'ban' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    // The member's own block takes neither.
    expect(await rig.request('inbox.act', { itemId: elsewhere!.id, act: 'block' })).toMatchObject({ ok: true })
  })

  it('a ban holds for what was chosen or for good, a mute for what the network has, and both ends are shown and pass by themselves', async () => {
    const rig = await startRig()
    await rig.arrive([incoming({ remoteId: 'a', keepOutPlace: 'poterie' })])
    const { id: itemId } = (await itemsOf(rig))['a']!
    const tell = async (act: 'mute' | 'unmute' | 'ban' | 'unban', minutes?: number | null) => {
      rig.settle((await rig.ask('inbox.act', { itemId, act, ...(minutes === undefined ? {} : { minutes }) })).id, 'published')
      const { payload } = rig.intents.at(-1)!
      return payload.effect === 'act' ? payload.minutes : 'none'
    }
    const begun = rig.clock.now()
    expect([await tell('ban', 7 * day), await tell('mute')]).toEqual([7 * day, 3 * day])
    expect((await itemsOf(rig))['a']).toMatchObject({ inForce: ['mute', 'ban'], bannedUntil: begun + 7 * day * minute, silencedUntil: begun + 3 * day * minute })
    await rig.clock.advance(3 * day * minute)
    expect((await itemsOf(rig))['a']).toMatchObject({ inForce: ['ban'] })
    await rig.clock.advance(4 * day * minute)
    expect((await itemsOf(rig))['a']).toMatchObject({ inForce: [] })
    // None, and one that the network does not have, is for good.
    expect([await tell('ban', null), await tell('ban', 5), await tell('ban')]).toEqual([null, null, null])
    const item = (await itemsOf(rig))['a']!
    expect([item.inForce, item.bannedUntil]).toEqual([['ban'], undefined])
    expect(await tell('unban')).toBeUndefined()
    expect((await itemsOf(rig))['a']).toMatchObject({ inForce: [] })
  })

  it('somebody is banned from one community alone, and blocked everywhere', async () => {
    const rig = await startRig()
    await rig.arrive([incoming({ remoteId: 'a', keepOutPlace: 'poterie' }), incoming({ remoteId: 'b', keepOutPlace: 'poterie' }), incoming({ remoteId: 'c', keepOutPlace: 'jardin' }), incoming({ remoteId: 'd' })])
    const items = await itemsOf(rig)
    for (const act of ['ban', 'block'] as const) rig.settle((await rig.ask('inbox.act', { itemId: items['a']!.id, act })).id, 'published')
    const marks = async () => Object.values(await itemsOf(rig)).map(({ remoteId, inForce }) => [remoteId, inForce])
    expect(await marks()).toEqual([['a', ['block', 'ban']], ['b', ['block', 'ban']], ['c', ['block']], ['d', ['block']]])
    // Lifted under another message of that place, where the first word stands.
    rig.settle((await rig.ask('inbox.act', { itemId: items['b']!.id, act: 'unban' })).id, 'published')
    expect(rig.intents.at(-1)).toMatchObject({ kind: 'unban', itemId: items['a']!.id, payload: { remoteId: 'b' } })
    expect(await marks()).toEqual(['a', 'b', 'c', 'd'].map((remoteId) => [remoteId, ['block']]))
  })

  it('nobody is kept out of where what came in before stands, and what was done before stays', async () => {
    const database = openDatabase(':memory:')
    await migrate(database, workspaceMigrations.slice(0, workspaceMigrations.findIndex(({ version }) => version === 114)), async () => undefined)
    database.exec(`
      INSERT INTO accounts (id, network_id, handle, display_name, server_url, remote_id, state, server_limits, secret_reference, connected_at)
      VALUES ('a', 'reddit', 'u/lea', 'Léa', 'https://oauth.reddit.com', '1', 'connected', '{}', 's', 0);
      INSERT INTO conversations (id, account_id, kind, remote_id, author_name, author_handle, last_text, last_at, last_is_own, unread, state, handled_until)
      VALUES ('c', 'a', 'comment', 'r', '', '', '', 0, 0, 0, 'open', 0);
      INSERT INTO inbox_items (number, id, conversation_id, account_id, remote_id, author_name, author_handle, is_own, text, created_at, is_read, is_liked, is_held, attachment_count)
      VALUES (1, 'i', 'c', 'a', 't1_a', 'Tom', 'u/tom', 0, 'bonjour', 0, 0, 0, 0, 0);
    `)
    expect(await migrate(database, workspaceMigrations, async () => undefined)).toMatchObject({ ok: true })
    expect(database.prepare('SELECT id, text, keep_out_place FROM inbox_items').all()).toEqual([{ id: 'i', text: 'bonjour', keep_out_place: null }])
    const { sql } = database.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'outbox_jobs'`).get() as { sql: string }
    expect(sql).toContain(`'unblock', 'ban', 'unban', 'report'`)
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    database.close()
  })
})
