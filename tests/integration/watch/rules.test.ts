import { describe, expect, it } from 'vitest'
import { rss, startFeedServer, type RssItem } from './feed-server.ts'
import { hour, minute, startAt, startWatchRig, type WatchRig } from './watch-rig.ts'

const at = (hoursAgo: number): string => new Date(startAt - hoursAgo * hour).toUTCString()

async function rigWithRule(query: string, first: readonly RssItem[] = []): Promise<{ rig: WatchRig; ruleId: string; publish(items: readonly RssItem[]): Promise<void> }> {
  const server = await startFeedServer()
  const rig = await startWatchRig()
  await rig.follow(server.serve('/feed', rss(first)))
  const ruleId = rig.newId()
  await rig.ask('watch.saveRule', { ruleId, name: 'La marque', query })
  return {
    rig,
    ruleId,
    async publish(items) {
      server.serve('/feed', rss(items))
      await rig.ask('watch.refresh', {})
    }
  }
}

describe('a rule', () => {
  it('marks what is stored already, and tells nobody of it', async () => {
    const { rig, ruleId } = await rigWithRule('(boulangerie OR pain*) -concurrent', [
      { title: 'La boulangerie du coin', guid: '1', date: at(1) },
      { title: 'Pains et gâteaux', guid: '2', date: at(2) },
      { title: 'Le pain d’un concurrent', guid: '3', date: at(3) },
      { title: 'Autre chose', guid: '4', date: at(4), text: 'rien' }
    ])
    const hits = await rig.items({ kind: 'rule', ruleId })
    expect(hits.map((item) => item.title)).toEqual(['La boulangerie du coin', 'Pains et gâteaux'])
    expect(hits[0]).toMatchObject({ ruleIds: [ruleId] })
    expect((await rig.ask('watch.overview', {})).rules).toEqual([{ id: ruleId, name: 'La marque', query: '(boulangerie OR pain*) -concurrent', unread: 2 }])
    expect(rig.eventsNamed('alert.raised')).toEqual([])
  })

  it('marks new items as they come in, looking into the whole text that the feed gives', async () => {
    const { rig, ruleId, publish } = await rigWithRule('"vigie studio"')
    await publish([{ title: 'Un long article', guid: '1', date: at(0), text: `${'mot '.repeat(1_500)} Vigie Studio` }])
    expect(await rig.items({ kind: 'rule', ruleId })).toMatchObject([{ title: 'Un long article' }])
    expect(rig.eventsNamed('alert.raised')).toEqual([{ workspaceId: rig.workspaceId, kind: 'watch_hit', subjectId: ruleId, title: 'La marque', count: 1 }])
  })

  it('follows an item that is edited', async () => {
    const { rig, ruleId, publish } = await rigWithRule('vigie')
    await publish([{ title: 'Titre', guid: '1', date: at(0) }])
    expect(await rig.items({ kind: 'rule', ruleId })).toEqual([])
    await publish([{ title: 'Titre avec Vigie', guid: '1', date: at(0) }])
    expect(await rig.items({ kind: 'rule', ruleId })).toHaveLength(1)
    await publish([{ title: 'Titre sans', guid: '1', date: at(0) }])
    expect(await rig.items({ kind: 'rule', ruleId })).toEqual([])
  })

  it('counts what is unread, item by item', async () => {
    const { rig, ruleId } = await rigWithRule('vigie', [{ title: 'Vigie 1', guid: '1' }, { title: 'Vigie 2', guid: '2' }])
    const unread = async (): Promise<number | undefined> => (await rig.ask('watch.overview', {})).rules[0]?.unread
    const [item] = await rig.items({ kind: 'rule', ruleId })
    await rig.ask('watch.mark', { itemIds: [item!.id], change: { read: true } })
    expect(await unread()).toBe(1)
    expect(await rig.items({ kind: 'rule', ruleId }, true)).toHaveLength(1)
    await rig.ask('watch.mark', { itemIds: [item!.id], change: { read: false } })
    expect(await unread()).toBe(2)
  })

  it('is applied anew when it is changed, and its hits go with it', async () => {
    const { rig, ruleId } = await rigWithRule('vigie', [{ title: 'Vigie', guid: '1' }, { title: 'Phare', guid: '2' }])
    await rig.ask('watch.saveRule', { ruleId, name: 'Phares', query: 'phare' })
    expect((await rig.items({ kind: 'rule', ruleId })).map((item) => item.title)).toEqual(['Phare'])
    expect((await rig.ask('watch.overview', {})).rules).toMatchObject([{ name: 'Phares' }])
    await rig.ask('watch.removeRule', { ruleId })
    expect((await rig.items()).flatMap((item) => item.ruleIds)).toEqual([])
    expect(await rig.request('watch.removeRule', { ruleId })).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })

  it('that cannot be read says where, counted as people count, and changes nothing', async () => {
    const { rig, ruleId } = await rigWithRule('vigie', [{ title: 'Vigie', guid: '1' }])
    const refused = await rig.request('watch.saveRule', { ruleId, name: 'X', query: 'phare (tour' })
    expect(refused).toMatchObject({ ok: false, error: { code: 'query_unreadable', details: { position: 7, problem: 'unclosed_parenthesis' } } })
    expect((await rig.ask('watch.overview', {})).rules).toMatchObject([{ name: 'La marque', unread: 1 }])
  })

  it('misses nothing that comes in while it is being applied', async () => {
    const { rig, publish } = await rigWithRule('autre', Array.from({ length: 1_000 }, (_, index) => ({ title: `Vigie ${index}`, guid: `${index}`, date: at(index + 1) })))
    const ruleId = rig.newId()
    const saving = rig.ask('watch.saveRule', { ruleId, name: 'Tout', query: 'vigie' })
    await publish([{ title: 'Vigie pendant', guid: 'new', date: at(0) }, { title: 'Rien', guid: '0', date: at(1) }])
    await saving
    const titles = (await rig.items({ kind: 'rule', ruleId })).map((item) => item.title)
    expect(titles).toContain('Vigie pendant')
    expect(titles).not.toContain('Rien')
  })
})

describe('notifications of a rule', () => {
  it('tell a first hit at once and the next ones together, ten minutes later', async () => {
    const { rig, ruleId, publish } = await rigWithRule('vigie')
    const items: RssItem[] = []
    for (let index = 0; index < 5; index += 1) {
      items.unshift({ title: `Vigie ${index}`, guid: `${index}`, date: at(0) })
      await publish(items)
      await rig.advance(minute)
    }
    expect(rig.eventsNamed('alert.raised')).toMatchObject([{ count: 1 }])
    await rig.advance(10 * minute)
    expect(rig.eventsNamed('alert.raised').slice(1)).toEqual([{ workspaceId: rig.workspaceId, kind: 'watch_hit', subjectId: ruleId, title: 'La marque', count: 4 }])
  })

  it('are neither repeated nor forgotten over a restart', async () => {
    const { rig, publish } = await rigWithRule('vigie')
    await publish([{ title: 'Vigie 1', guid: '1', date: at(0) }])
    await publish([{ title: 'Vigie 2', guid: '2', date: at(0) }, { title: 'Vigie 1', guid: '1', date: at(0) }])
    await rig.feature.stop?.()
    expect(rig.eventsNamed('alert.raised')).toHaveLength(1)
    expect(rig.database.prepare('SELECT untold_hits, alerted_at FROM watch_rules').get()).toEqual({ untold_hits: 1, alerted_at: startAt })
  })

  it('are not raised by the first fetch of a feed', async () => {
    const server = await startFeedServer()
    const { rig, ruleId } = await rigWithRule('vigie')
    await rig.follow(server.serve('/second', rss([{ title: 'Vigie', guid: '1', date: at(0) }])))
    expect(await rig.items({ kind: 'rule', ruleId })).toHaveLength(1)
    await rig.advance(hour)
    expect(rig.eventsNamed('alert.raised')).toEqual([])
  })
})
