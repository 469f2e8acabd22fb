import { describe, expect, it } from 'vitest'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { failedWith, fetched, incoming, startAt, startInboxRig } from './inbox-rig.ts'

const minute = 60_000
const day = 24 * 60 * minute
const allOfThem = { view: 'all', kind: null, accountId: null, before: null, limit: 200 } as const

describe('fetching', () => {
  it('goes on from the stored cursor, batch after batch, and keeps the place when the network names none', async () => {
    const rig = await startInboxRig()
    rig.script(fetched([incoming()], 'one', { more: true }), fetched([incoming()], 'two', { more: true }), fetched([incoming()], 'three'), fetched([], null), fetched([]))
    await rig.ask('inbox.refresh', {})
    await rig.ask('inbox.refresh', {})
    await rig.ask('inbox.refresh', {})
    expect(rig.asked).toEqual([null, 'one', 'two', 'three', 'three'])
    expect((await rig.ask('inbox.page', allOfThem)).conversations).toMatchObject([{ unread: 3 }])
  })

  it('keeps what it has when a later batch fails, and goes on from there', async () => {
    const rig = await startInboxRig()
    rig.script(fetched([incoming()], 'one', { more: true }), failedWith({ kind: 'server_error', error: studioError('server_error', 'no', { retryable: true }) }))
    await rig.ask('inbox.refresh', {})
    expect((await rig.ask('inbox.freshness', {})).accounts).toMatchObject([{ state: 'error', errorCode: 'server_error', asOf: startAt }])
    expect((await rig.ask('inbox.page', allOfThem)).conversations).toMatchObject([{ unread: 1 }])
    await rig.ask('inbox.refresh', {})
    expect(rig.asked).toEqual([null, 'one', 'one'])
    expect((await rig.ask('inbox.freshness', {})).accounts).toMatchObject([{ state: 'ready', errorCode: null }])
  })

  it('stores items and cursor together or not at all', async () => {
    const rig = await startInboxRig()
    rig.database.exec(`CREATE TRIGGER disk_full BEFORE INSERT ON inbox_items WHEN new.remote_id = 'b' BEGIN SELECT raise(ABORT, 'no'); END`)
    rig.script(fetched([incoming({ remoteId: 'a', createdAt: startAt - minute }), incoming({ remoteId: 'b' })], 'one'))
    await rig.ask('inbox.refresh', {})
    expect((await rig.ask('inbox.page', allOfThem)).conversations).toEqual([])
    expect((await rig.ask('inbox.freshness', {})).accounts).toMatchObject([{ state: 'error', errorCode: 'bug', asOf: null }])
    rig.database.exec('DROP TRIGGER disk_full')
    rig.script(fetched([incoming({ remoteId: 'a' }), incoming({ remoteId: 'b' })], 'one'))
    await rig.ask('inbox.refresh', {})
    expect(rig.asked).toEqual([null, null])
    expect((await rig.ask('inbox.page', allOfThem)).conversations).toMatchObject([{ unread: 2 }])
  })

  it('does not go round in circles with a network that always has more', async () => {
    const rig = await startInboxRig()
    rig.script(fetched([incoming()], 'same', { more: true }), fetched([incoming()], 'same', { more: true }), fetched([], 'x'))
    await rig.ask('inbox.refresh', {})
    expect(rig.asked).toEqual([null, 'same'])
  })

  it('runs by itself: in the background by minutes, more often while the inbox is looked at', async () => {
    const rig = await startInboxRig()
    rig.feature.startBackgroundWork?.()
    await rig.clock.advance(30 * minute)
    expect(rig.asked.length).toBeGreaterThanOrEqual(6)
    expect(rig.asked.length).toBeLessThanOrEqual(8)
    rig.asked.length = 0
    await rig.ask('inbox.page', allOfThem)
    await rig.clock.advance(5 * minute)
    expect(rig.asked.length).toBeGreaterThanOrEqual(5)
    rig.asked.length = 0
    await rig.clock.advance(30 * minute)
    expect(rig.asked.length).toBeLessThanOrEqual(8)
  })

  it('rests offline and catches up at once when the network is back', async () => {
    const rig = await startInboxRig()
    rig.feature.startBackgroundWork?.()
    await rig.clock.advance(minute)
    rig.asked.length = 0
    rig.connectivity.change(false)
    await rig.clock.advance(day)
    expect(rig.asked).toEqual([])
    expect((await rig.ask('inbox.freshness', {})).accounts).toMatchObject([{ state: 'suspended', asOf: expect.any(Number) }])
    rig.connectivity.change(true)
    await rig.clock.advance(1_000)
    expect(rig.asked).toHaveLength(1)
    expect(rig.eventsNamed('inbox.freshnessChanged').length).toBeGreaterThan(0)
  })

  it('waits for a login, and stops with the engine', async () => {
    const rig = await startInboxRig()
    rig.script(failedWith({ kind: 'auth_revoked', error: studioError('auth_revoked', 'log in again') }))
    rig.feature.startBackgroundWork?.()
    await rig.clock.advance(day)
    expect(rig.asked).toHaveLength(1)
    await rig.feature.stop?.()
    expect(rig.clock.nextDue()).toBeNull()
  })
})

describe('the first look back', () => {
  it('brings old history in as read and done, and the last two weeks as work', async () => {
    const rig = await startInboxRig()
    await rig.arrive([
      incoming({ conversationRemoteId: 'old', createdAt: startAt - 60 * day }),
      incoming({ conversationRemoteId: 'old and new', createdAt: startAt - 60 * day }),
      incoming({ conversationRemoteId: 'old and new', createdAt: startAt - day }),
      incoming({ conversationRemoteId: 'new', createdAt: startAt - 2 * day })
    ])
    const { conversations } = await rig.ask('inbox.page', allOfThem)
    expect(conversations).toMatchObject([
      { state: 'open', unread: 1 },
      { state: 'open', unread: 1, waitingSince: startAt - 2 * day },
      { state: 'done', unread: 0, waitingSince: null }
    ])
  })

  it('raises no notification, over all its batches; what comes later does', async () => {
    const rig = await startInboxRig()
    rig.script(fetched([incoming()], 'one', { more: true }), fetched([incoming()], 'two'))
    await rig.ask('inbox.refresh', {})
    expect(rig.eventsNamed('alert.raised')).toEqual([])
    await rig.arrive([incoming({ authorName: 'Hugo' })], 'three')
    expect(rig.eventsNamed('alert.raised')).toMatchObject([{ kind: 'new_messages', title: 'Hugo', count: 1, subjectId: expect.any(String) }])
  })
})

describe('notifications', () => {
  it('tell a storm as one digest a minute', async () => {
    const rig = await startInboxRig()
    await rig.arrive([], 'start')
    await rig.arrive([incoming({ authorName: 'Léa' })])
    for (let index = 0; index < 30; index += 1) {
      await rig.clock.advance(1_000)
      await rig.arrive([incoming({ conversationRemoteId: `c${index % 3}`, authorName: `Author ${index}` })])
    }
    expect(rig.eventsNamed('alert.raised')).toHaveLength(1)
    await rig.clock.advance(minute)
    expect(rig.eventsNamed('alert.raised').slice(1)).toMatchObject([{ count: 30, title: 'Author 29', subjectId: null }])
    await rig.clock.advance(day)
    expect(rig.eventsNamed('alert.raised')).toHaveLength(2)
  })

  it('are not raised for what we wrote ourselves, or answered already', async () => {
    const rig = await startInboxRig()
    await rig.arrive([], 'start')
    await rig.arrive([incoming({ isOwn: true }), incoming({ kind: 'message', createdAt: startAt - 2 * minute }), incoming({ kind: 'message', isOwn: true })])
    expect(rig.eventsNamed('alert.raised')).toEqual([])
  })
})
