import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncomingItem } from '../../../electron/engine/networks/network-incoming.ts'
import { mostMarks } from '../../../shared/text/stacked-marks.ts'
import type { Conversation } from '../../../shared/inbox/inbox-item.ts'
import { fetched, incoming, startAt, startInboxRig, type InboxRig } from './inbox-rig.ts'

const minute = 60_000
const day = 24 * 60 * minute

async function list(rig: InboxRig, view: 'open' | 'unread' | 'snoozed' | 'done' | 'all' = 'all'): Promise<Conversation[]> {
  return (await rig.ask('inbox.page', { view, kind: null, accountId: null, before: null, limit: 200 })).conversations
}

describe('items that come in', () => {
  it('become one conversation for each root and kind, summed up from its items', async () => {
    const rig = await startInboxRig()
    await rig.arrive([
      incoming({ remoteId: 'a', conversationRemoteId: 'post-1', text: 'Quelle belle photo !\nBravo', createdAt: startAt - 3 * minute }),
      incoming({ remoteId: 'b', conversationRemoteId: 'post-1', authorName: 'Hugo', text: 'Où est-ce ?', createdAt: startAt - 2 * minute }),
      incoming({ remoteId: 'c', conversationRemoteId: 'post-1', kind: 'message', authorName: 'Zoé', createdAt: startAt - minute })
    ])
    expect(await list(rig)).toMatchObject([
      { kind: 'message', authorName: 'Zoé', unread: 1, state: 'open' },
      { kind: 'comment', authorName: 'Léa', lastText: 'Où est-ce ?', lastAt: startAt - 2 * minute, lastIsOwn: false, unread: 2, state: 'open', waitingSince: startAt - 3 * minute }
    ])
    expect(rig.feature.counts?.()).toEqual({ unreadInbox: 2 })
  })

  it('are stored once, however often they are fetched', async () => {
    const rig = await startInboxRig()
    const items = [incoming({ remoteId: 'a' }), incoming({ remoteId: 'b' })]
    await rig.arrive([...items, ...items], 'cursor-1')
    const before = await list(rig)
    await rig.ask('inbox.markRead', { conversationId: before[0]!.id, read: true })
    rig.events.length = 0
    await rig.arrive(items, 'cursor-1')
    expect(await list(rig)).toMatchObject([{ unread: 0 }])
    expect((await rig.ask('inbox.read', { conversationId: before[0]!.id })).items).toHaveLength(2)
    expect(rig.eventsNamed('inbox.changed')).toEqual([])
  })

  it('may be edited at the network: the text and the search follow, being read does not change', async () => {
    const rig = await startInboxRig()
    const item = incoming({ text: 'Une coquile' })
    await rig.arrive([item])
    const [conversation] = await list(rig)
    await rig.ask('inbox.markRead', { conversationId: conversation!.id, read: true })
    await rig.arrive([{ ...item, text: 'Une coquille', createdAt: startAt }])
    expect(await list(rig)).toMatchObject([{ lastText: 'Une coquille', unread: 0, lastAt: startAt - minute }])
    expect((await rig.ask('inbox.search', { text: 'coquille', limit: 10 })).hits).toHaveLength(1)
    expect((await rig.ask('inbox.search', { text: 'coquile', limit: 10 })).hits).toHaveLength(0)
  })

  it('bear no more signs on a letter than can be drawn: thousands of them would keep the window from drawing', async () => {
    const rig = await startInboxRig()
    const tower = `Z${'\u0301'.repeat(20_000)}algo née`
    const item = incoming({ text: tower, authorName: tower })
    await rig.arrive([item])
    const [conversation] = await list(rig)
    expect([conversation!.lastText, conversation!.authorName]).toEqual(Array.from({ length: 2 }, () => `Z${'\u0301'.repeat(mostMarks)}algo née`))
    rig.events.length = 0
    await rig.arrive([item])
    expect(rig.eventsNamed('inbox.changed')).toEqual([])
  })

  it('never head the list from the future', async () => {
    const rig = await startInboxRig()
    await rig.arrive([incoming({ createdAt: Date.UTC(2099, 0, 1) }), incoming({ conversationRemoteId: 'c2', createdAt: Number.NaN })])
    for (const conversation of await list(rig)) expect(conversation.lastAt).toBeLessThanOrEqual(rig.clock.now())
  })

  it('are kept apart by account, even with the same identifiers', async () => {
    const rig = await startInboxRig({ accounts: 2 })
    rig.script(fetched([incoming({ remoteId: 'same' })]), fetched([incoming({ remoteId: 'same' })]))
    await rig.ask('inbox.refresh', {})
    const conversations = await list(rig)
    expect(new Set(conversations.map((each) => each.accountId)).size).toBe(2)
  })
})

describe('answers of ours', () => {
  it('end the waiting, whichever came in first', async () => {
    const question = incoming({ remoteId: 'q', createdAt: startAt - 10 * minute })
    const answer = incoming({ remoteId: 'r', isOwn: true, parentRemoteId: 'q', createdAt: startAt - 5 * minute })
    for (const order of [[question, answer], [answer, question]]) {
      const rig = await startInboxRig()
      for (const item of order) await rig.arrive([item])
      expect(await list(rig)).toMatchObject([{ lastIsOwn: true, waitingSince: null, unread: 0, authorName: 'Léa' }])
    }
  })

  it('in a private conversation read everything before them; under a post only what they answer', async () => {
    const rig = await startInboxRig()
    const before = (kind: IncomingItem['kind']) => [
      incoming({ kind, remoteId: `${kind}-1`, createdAt: startAt - 9 * minute }),
      incoming({ kind, remoteId: `${kind}-2`, createdAt: startAt - 8 * minute, authorName: 'Hugo' })
    ]
    await rig.arrive([...before('message'), ...before('comment')])
    await rig.arrive((['message', 'comment'] as const).map((kind) => incoming({ kind, isOwn: true, parentRemoteId: `${kind}-2`, createdAt: startAt - minute })))
    const unread = Object.fromEntries((await list(rig)).map((each) => [each.kind, each.unread]))
    expect(unread).toEqual({ message: 0, comment: 1 })
  })

  it('that a newcomer follows: the wait counts from the first item without answer', async () => {
    const rig = await startInboxRig()
    await rig.arrive([
      incoming({ createdAt: startAt - 30 * minute }),
      incoming({ isOwn: true, createdAt: startAt - 20 * minute }),
      incoming({ createdAt: startAt - 15 * minute }),
      incoming({ createdAt: startAt - 5 * minute })
    ])
    expect(await list(rig)).toMatchObject([{ waitingSince: startAt - 15 * minute, lastAt: startAt - 5 * minute }])
  })

  it('given before Vigie saw the question make a conversation that starts out done', async () => {
    const rig = await startInboxRig()
    await rig.arrive([incoming({ remoteId: 'q', createdAt: startAt - 9 * minute }), incoming({ isOwn: true, parentRemoteId: 'q', createdAt: startAt - 8 * minute })])
    expect(await list(rig, 'done')).toHaveLength(1)
    expect(rig.feature.counts?.()).toEqual({ unreadInbox: 0 })
  })
})

describe('states', () => {
  async function oneConversation(): Promise<{ rig: InboxRig; id: string }> {
    const rig = await startInboxRig()
    await rig.arrive([incoming({ createdAt: startAt - 5 * minute })])
    const [conversation] = await list(rig)
    return { rig, id: conversation!.id }
  }

  it('done is read and waits no more; undone, it waits as before', async () => {
    const { rig, id } = await oneConversation()
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'done' } })
    expect(await list(rig, 'done')).toMatchObject([{ unread: 0, waitingSince: null, state: 'done' }])
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'open' } })
    expect(await list(rig, 'open')).toMatchObject([{ waitingSince: startAt - 5 * minute }])
  })

  it('done comes back with a new item by somebody else, and the wait counts from that one', async () => {
    const { rig, id } = await oneConversation()
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'done' } })
    await rig.arrive([incoming({ isOwn: true, createdAt: startAt - 4 * minute })])
    expect(await list(rig, 'done')).toHaveLength(1)
    await rig.arrive([incoming({ createdAt: startAt - 2 * minute, text: 'Et maintenant ?' })])
    expect(await list(rig, 'open')).toMatchObject([{ id, unread: 1, waitingSince: startAt - 2 * minute, lastText: 'Et maintenant ?' }])
  })

  it('snoozed leaves the lists and the counts, and comes back by the clock', async () => {
    const { rig, id } = await oneConversation()
    const until = rig.clock.now() + 3 * 60 * minute
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'snoozed', until } })
    expect(await list(rig, 'snoozed')).toMatchObject([{ snoozedUntil: until }])
    expect(await list(rig, 'unread')).toEqual([])
    expect(rig.feature.counts?.()).toEqual({ unreadInbox: 0 })
    rig.events.length = 0
    await rig.clock.advance(3 * 60 * minute - 1)
    expect(await list(rig, 'open')).toEqual([])
    await rig.clock.advance(1)
    expect(await list(rig, 'open')).toMatchObject([{ id, snoozedUntil: null, unread: 1 }])
    expect(rig.eventsNamed('inbox.changed')).toEqual([{ workspaceId: rig.workspaceId, ids: [id] }])
  })

  it('that came back stands on top and says so until it is dealt with', async () => {
    const { rig, id } = await oneConversation()
    await rig.arrive([incoming({ remoteId: 'newer', conversationRemoteId: 'newer', createdAt: rig.clock.now() - minute })])
    const until = rig.clock.now() + 60 * minute
    const snooze = { state: 'snoozed', until } as const
    expect((await list(rig, 'open')).at(-1)).toMatchObject({ id, wokenAt: null })
    await rig.ask('inbox.setState', { conversationIds: [id], change: snooze })
    await rig.clock.advance(60 * minute)
    expect((await list(rig, 'open'))[0]).toMatchObject({ id, wokenAt: until, lastAt: until })
    await rig.ask('inbox.markRead', { conversationId: id, read: true })
    expect((await list(rig, 'open'))[0]).toMatchObject({ id, wokenAt: until })
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'done' } })
    expect(await list(rig, 'done')).toMatchObject([{ id, wokenAt: null, waitingSince: null }])
    await rig.arrive([incoming({ remoteId: 'late', createdAt: until - minute, text: 'Encore moi' })])
    expect(await list(rig, 'open')).toContainEqual(expect.objectContaining({ id, waitingSince: until - minute }))
  })

  it('that came back is dealt with by an answer too', async () => {
    const { rig, id } = await oneConversation()
    const until = rig.clock.now() + 60 * minute
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'snoozed', until } })
    await rig.clock.advance(61 * minute)
    await rig.arrive([incoming({ remoteId: 'ours', isOwn: true, createdAt: rig.clock.now() })])
    expect(await list(rig, 'open')).toMatchObject([{ id, wokenAt: null }])
  })

  it('snoozed comes back at once when the person writes again', async () => {
    const { rig, id } = await oneConversation()
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'snoozed', until: startAt + day } })
    await rig.arrive([incoming({ createdAt: startAt })])
    expect(await list(rig, 'open')).toMatchObject([{ id, snoozedUntil: null }])
  })

  it('snoozed until a time that has passed is simply open', async () => {
    const { rig, id } = await oneConversation()
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'snoozed', until: startAt - 1 } })
    expect(await list(rig, 'open')).toHaveLength(1)
  })

  it('wakes what came due while Vigie was closed', async () => {
    const { rig, id } = await oneConversation()
    await rig.ask('inbox.setState', { conversationIds: [id], change: { state: 'snoozed', until: startAt + minute } })
    await rig.feature.stop?.()
    await rig.clock.advance(day)
    expect(await list(rig, 'open')).toEqual([])
    const later = await startInboxRig()
    later.database.exec(`ATTACH '${rig.database.name}' AS old; DELETE FROM accounts; INSERT INTO accounts SELECT * FROM old.accounts; INSERT INTO conversations SELECT * FROM old.conversations`)
    await later.clock.advance(day)
    later.feature.startBackgroundWork?.()
    expect(await list(later, 'open')).toMatchObject([{ id }])
  })

  it('marks read, and unread again as with e-mail', async () => {
    const { rig, id } = await oneConversation()
    await rig.ask('inbox.markRead', { conversationId: id, read: true })
    expect(await list(rig, 'unread')).toEqual([])
    await rig.ask('inbox.markRead', { conversationId: id, read: false })
    expect(await list(rig, 'unread')).toMatchObject([{ id, unread: 1 }])
  })

  it('says when there is no such conversation', async () => {
    const { rig } = await oneConversation()
    const nowhere = '00000000-0000-4000-8000-000000000001'
    const answers = [
      await rig.request('inbox.read', { conversationId: nowhere }),
      await rig.request('inbox.markRead', { conversationId: nowhere, read: true }),
      await rig.request('inbox.setState', { conversationIds: [nowhere], change: { state: 'done' } }),
      await rig.request('inbox.saveReplyDraft', { conversationId: nowhere, text: 'x' }),
      await rig.request('inbox.reply', { conversationId: nowhere, replyId: nowhere, itemId: null, text: 'x' }),
      await rig.request('inbox.like', { itemId: nowhere, liked: true })
    ]
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(Array.from({ length: 6 }, () => 'not_found'))
  })
})

describe('whatever the order of arrival', () => {
  it('the list shows the same', async () => {
    const item = fc.record({ at: fc.integer({ min: 1, max: 50 }), isOwn: fc.boolean(), conversation: fc.integer({ min: 1, max: 2 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), async (parts, dice) => {
        const items = parts.map(({ at, isOwn, conversation }, index) =>
          incoming({ remoteId: `p${index}`, text: `text ${index}`, isOwn, kind: 'message', conversationRemoteId: `c${conversation}`, createdAt: startAt - at * minute - index })
        )
        const shuffled = items.map((each) => ({ each, order: dice.next().value })).toSorted((a, b) => a.order - b.order).map(({ each }) => each)
        const sums: unknown[] = []
        for (const order of [items, shuffled]) {
          const rig = await startInboxRig()
          for (const each of order) await rig.arrive([each])
          sums.push((await list(rig)).map(({ authorName, lastText, lastAt, lastIsOwn, waitingSince, unread }) => ({ authorName, lastText, lastAt, lastIsOwn, waitingSince, unread })))
        }
        expect(sums[1]).toEqual(sums[0])
      }),
      { numRuns: 15 }
    )
  })
})
