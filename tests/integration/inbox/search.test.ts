import { describe, expect, it } from 'vitest'
import { seedInbox } from '../../support/seed-inbox.ts'
import { createSeededRandom } from '../support/seeded-random.ts'
import { incoming, startAt, startInboxRig } from './inbox-rig.ts'

describe('inbox.search', () => {
  it('finds words without their accents, beginnings, phrases and authors', async () => {
    const rig = await startInboxRig()
    await rig.arrive([
      incoming({ remoteId: 'a', text: "Réponse reçue à l'été, c'était très bien", authorName: 'Chloé Lefèvre' }),
      incoming({ remoteId: 'b', text: 'Great delivery, thanks', authorHandle: '@hugo@social.example', createdAt: startAt })
    ])
    const find = async (text: string): Promise<string[]> => (await rig.ask('inbox.search', { text, limit: 10 })).hits.map((hit) => hit.item.remoteId)
    for (const text of ['reponse recue', 'RÉPONSE', 'ete', "l'été", 'lefev', '"tres bien"', 'chloe bien']) expect(await find(text), text).toEqual(['a'])
    for (const text of ['hugo', 'deliv', 'thanks social']) expect(await find(text), text).toEqual(['b'])
    for (const text of ['réponses', '"bien tres"', 'delivery refund', '???']) expect(await find(text), text).toEqual([])
  })

  it('gives the newest first, whenever they came in', async () => {
    const rig = await startInboxRig()
    const at = (hours: number) => incoming({ remoteId: `h${hours}`, text: 'merci', createdAt: startAt - hours * 3_600_000 })
    await rig.arrive([at(2), at(9)])
    await rig.arrive([at(5), at(1)])
    const { hits } = await rig.ask('inbox.search', { text: 'merci', limit: 3 })
    expect(hits.map((hit) => hit.item.remoteId)).toEqual(['h1', 'h2', 'h5'])
    expect(hits[0]?.conversation).toMatchObject({ authorName: 'Léa', unread: 4 })
  })

  it('keeps its index true to the items through edits', async () => {
    const rig = await startInboxRig()
    const items = Array.from({ length: 60 }, (_, index) => incoming({ text: `message ${index} été`, createdAt: startAt - index * 1000 }))
    await rig.arrive(items)
    await rig.arrive(items.map((item, index) => (index % 3 === 0 ? { ...item, text: `edited ${index}`, authorName: 'Hugo' } : item)))
    // Compares every word of the index with the items; throws when one differs.
    rig.database.exec(`INSERT INTO inbox_search (inbox_search, rank) VALUES ('integrity-check', 1)`)
    expect((await rig.ask('inbox.search', { text: 'edited hugo', limit: 100 })).hits).toHaveLength(20)
  })

  it('takes no longer for a word that is in every message', async () => {
    const rig = await startInboxRig()
    seedInbox(rig.database, { accountIds: [rig.accountId(0)], items: 20_000, from: startAt - 400 * 86_400_000, until: startAt, random: createSeededRandom(5) })
    rig.database.exec(`INSERT INTO inbox_search (inbox_search, rank) VALUES ('integrity-check', 1)`)
    const { hits } = await rig.ask('inbox.search', { text: 'the ', limit: 50 })
    const newest = rig.database.prepare<[], { id: string }>(`SELECT id FROM inbox_items WHERE ' ' || text || ' ' LIKE '% the %' ORDER BY created_at DESC LIMIT 50`).all()
    expect(hits.map((hit) => hit.item.id)).toEqual(newest.map((row) => row.id))
    const plan = rig.database
      .prepare<unknown[], { detail: string }>('EXPLAIN QUERY PLAN SELECT item.* FROM inbox_search AS hit JOIN inbox_items AS item ON item.number = hit.rowid WHERE hit.inbox_search MATCH ? ORDER BY hit.rowid DESC LIMIT ?')
      .all('"the"', 50)
    expect(plan.map((step) => step.detail).join('\n')).not.toMatch(/TEMP B-TREE/)
  })
})
