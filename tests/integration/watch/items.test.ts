import { describe, expect, it } from 'vitest'
import { pageStatements } from '../../../electron/engine/watch/page-feed-items.ts'
import type { RequestInput } from '../../../shared/contract/request-map.ts'
import { rss, startFeedServer, type RssItem } from './feed-server.ts'
import { hour, startAt, startWatchRig, type WatchRig } from './watch-rig.ts'

const at = (hoursAgo: number): string => new Date(startAt - hoursAgo * hour).toUTCString()

/** A feed whose document the test changes. */
async function changingFeed(first: readonly RssItem[]): Promise<{ rig: WatchRig; feedId: string; publish(items: readonly RssItem[]): Promise<void> }> {
  const server = await startFeedServer()
  const rig = await startWatchRig({ isStarted: false })
  const feedId = await rig.follow(server.serve('/feed', rss(first)))
  return {
    rig,
    feedId,
    async publish(items) {
      server.serve('/feed', rss(items))
      await rig.ask('watch.refresh', {})
    }
  }
}

describe('items', () => {
  it('come in once, and new ones are unread', async () => {
    const old = { title: 'Ancien', guid: '1', date: at(5) }
    const { rig, publish } = await changingFeed([old])
    await publish([{ title: 'Nouveau', guid: '2', date: at(1) }, old])
    await publish([{ title: 'Nouveau', guid: '2', date: at(1) }, old])
    expect((await rig.items()).map((item) => [item.title, item.isRead])).toEqual([['Nouveau', false], ['Ancien', false]])
  })

  it('that are published again stay read: edited, under another guid, with another scheme or tracker', async () => {
    const item = { title: 'Le titre', guid: '1', link: 'http://journal.example/a', date: at(5), text: 'Avant' }
    const { rig, publish } = await changingFeed([item])
    const [before] = await rig.items()
    await rig.ask('watch.mark', { itemIds: [before!.id], change: { read: true, starred: true } })
    await publish([{ ...item, title: 'Le titre corrigé', text: 'Après', date: at(0) }])
    expect(await rig.items()).toMatchObject([{ id: before!.id, title: 'Le titre corrigé', summary: 'Après', isRead: true, isStarred: true, publishedAt: startAt - 5 * hour }])
    await publish([{ ...item, title: 'Le titre corrigé', guid: 'https://journal.example/?p=1', link: 'https://www.journal.example/a/?utm_source=rss' }])
    expect(await rig.items()).toMatchObject([{ id: before!.id, isRead: true }])
    await publish([{ ...item, title: 'Tout autre chose', guid: '2' }])
    expect(await rig.items()).toHaveLength(2)
  })

  it('without a date or with one from the future stand where they came in, in the order of the document', async () => {
    const { rig } = await changingFeed([{ title: 'Un', guid: '1' }, { title: 'Deux', guid: '2' }, { title: 'Trois', guid: '3', date: '1 Jan 2099 00:00 GMT' }, { title: 'Quatre', guid: '4', date: at(1) }])
    const items = await rig.items()
    expect(items.map((item) => item.title)).toEqual(['Un', 'Deux', 'Trois', 'Quatre'])
    expect(items.slice(0, 3).map((item) => item.publishedAt)).toEqual([startAt, startAt, startAt])
  })

  it('are kept up to 2,000 of a feed; starred ones stay, and what the document still holds does not come back as new', async () => {
    const many = (from: number, count: number): RssItem[] => Array.from({ length: count }, (_, index) => ({ title: `T${from + index}`, guid: `${from + index}`, date: at(20_000 - from - index) }))
    const { rig, feedId, publish } = await changingFeed(many(0, 1_500))
    const oldest = rig.database.prepare<[], { id: string }>(`SELECT id FROM feed_items WHERE identity = 'guid:0'`).get()!
    await rig.ask('watch.mark', { itemIds: [oldest.id], change: { starred: true } })
    await publish(many(1_500, 1_500))
    const kept = rig.database.prepare<[], { count: number }>('SELECT count(*) AS count FROM feed_items').get()!.count
    expect(kept).toBe(2_000)
    expect((await rig.items({ kind: 'starred' })).map((item) => item.title)).toEqual(['T0'])
    await publish(many(1_200, 1_800))
    const all = await rig.items({ kind: 'feed', feedId })
    expect(all[0]?.title).toBe('T2999')
    const unreadBefore = rig.feature.counts?.().unreadWatch
    await publish(many(1_200, 1_800))
    expect(rig.feature.counts?.().unreadWatch).toBe(unreadBefore)
  })

  it('are marked, counted, and gone with their feed', async () => {
    const { rig, feedId } = await changingFeed([{ title: 'A', guid: 'a', date: at(1) }, { title: 'B', guid: 'b', date: at(2) }])
    const [a, b] = await rig.items()
    await rig.ask('watch.mark', { itemIds: [a!.id], change: { starred: true } })
    await rig.ask('watch.mark', { itemIds: [a!.id, b!.id], change: { read: true } })
    await rig.ask('watch.mark', { itemIds: [b!.id], change: { read: false } })
    expect(await rig.ask('watch.overview', {})).toMatchObject({ unread: 1, starred: 1, feeds: [{ unread: 1 }] })
    expect((await rig.items({ kind: 'all' }, true)).map((item) => item.title)).toEqual(['B'])
    await rig.ask('watch.removeFeed', { feedId })
    expect(await rig.ask('watch.overview', {})).toEqual({ feeds: [], rules: [], unread: 0, starred: 0 })
    expect(await rig.request('watch.removeFeed', { feedId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('become drafts with their source', async () => {
    const { rig } = await changingFeed([{ title: 'Un titre', link: 'https://journal.example/a?utm_source=x', guid: 'a', text: 'Le résumé' }])
    const [item] = await rig.items()
    const postId = rig.newId()
    expect(await rig.ask('watch.makePost', { itemId: item!.id, postId })).toEqual({ postId })
    const url = 'https://journal.example/a'
    expect(rig.drafts).toEqual([{ postId, title: 'Un titre', url, text: 'Le résumé', origin: { kind: 'watch', feedItemId: item!.id, url, title: 'Un titre' } }])
    expect(await rig.request('watch.makePost', { itemId: postId, postId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

describe('the reading list', () => {
  type Source = RequestInput<'watch.page'>['source']

  async function filled(): Promise<{ rig: WatchRig; feedIds: string[]; ruleId: string }> {
    const server = await startFeedServer()
    const rig = await startWatchRig({ isStarted: false })
    const feedIds: string[] = []
    for (let feed = 0; feed < 4; feed += 1) {
      const items = Array.from({ length: 40 }, (_, index) => ({ title: `F${feed} N${index} ${index % 3 === 0 ? 'vigie' : ''}`, guid: `${index}`, date: at(index + (index % 5 === 0 ? 0 : feed)) }))
      feedIds.push(await rig.follow(server.serve(`/${feed}`, rss(items)), feed < 2 ? 'Presse' : ''))
    }
    const ruleId = rig.newId()
    await rig.ask('watch.saveRule', { ruleId, name: 'Vigie', query: 'vigie' })
    const all = await rig.items()
    await rig.ask('watch.mark', { itemIds: all.filter((_, index) => index % 4 === 0).map((item) => item.id), change: { starred: true } })
    return { rig, feedIds, ruleId }
  }

  async function walk(rig: WatchRig, source: Source, unreadOnly: boolean): Promise<string[]> {
    const ids: string[] = []
    let before: RequestInput<'watch.page'>['before'] = null
    do {
      const page: { items: { id: string }[]; next: RequestInput<'watch.page'>['before'] } = await rig.ask('watch.page', { source, unreadOnly, before, limit: 7 })
      ids.push(...page.items.map((item) => item.id))
      before = page.next
    } while (before !== null)
    return ids
  }

  it('walks every source without a gap or a double', async () => {
    const { rig, feedIds, ruleId } = await filled()
    const where: [Source, string][] = [
      [{ kind: 'all' }, '1'],
      [{ kind: 'starred' }, 'is_starred = 1'],
      [{ kind: 'feed', feedId: feedIds[1]! }, `feed_id = '${feedIds[1]}'`],
      [{ kind: 'folder', folder: 'Presse' }, `feed_id IN ('${feedIds[0]}', '${feedIds[1]}')`],
      [{ kind: 'folder', folder: '' }, `feed_id IN ('${feedIds[2]}', '${feedIds[3]}')`],
      [{ kind: 'rule', ruleId }, `title LIKE '%vigie%'`]
    ]
    for (const [source, condition] of where) {
      for (const unreadOnly of [false, true]) {
        const expected = rig.database.prepare<[], { id: string }>(`SELECT id FROM feed_items WHERE ${condition} ${unreadOnly ? 'AND is_read = 0' : ''} ORDER BY number DESC`).all()
        const walked = await walk(rig, source, unreadOnly)
        expect(walked, JSON.stringify(source)).toEqual(expected.map((row) => row.id))
        expect(walked.length).toBeGreaterThan(0)
      }
    }
  })

  it('goes on below an item that has been pruned since', async () => {
    const { rig } = await filled()
    const page = await rig.ask('watch.page', { source: { kind: 'all' }, unreadOnly: false, before: null, limit: 10 })
    const rest = await rig.ask('watch.page', { source: { kind: 'all' }, unreadOnly: false, before: page.next, limit: 200 })
    rig.database.prepare('DELETE FROM feed_items WHERE id = ?').run(page.next!.id)
    const again = await rig.ask('watch.page', { source: { kind: 'all' }, unreadOnly: false, before: page.next, limit: 200 })
    expect(again.items.length).toBeGreaterThanOrEqual(rest.items.length - 4)
    expect(again.items.every((item) => item.publishedAt <= page.next!.publishedAt)).toBe(true)
  })

  it('seeks in an index for each source, and never sorts', async () => {
    const { rig } = await filled()
    rig.database.exec('ANALYZE')
    for (const sql of Object.values(pageStatements)) {
      const plan = rig.database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all({ source: 'a', before: 5, limit: 50 })
      const steps = plan.map((step) => step.detail).join('\n')
      expect(steps, sql).toMatch(/^SEARCH \w+ USING (?:COVERING INDEX|INTEGER PRIMARY KEY|PRIMARY KEY|INDEX)[^\n]*<\?\)$/)
    }
  })
})
