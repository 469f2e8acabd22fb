import { describe, expect, it } from 'vitest'
import type { Act } from '../../../shared/networks/acts.ts'
import { incoming, startAt, startInboxRig, type InboxRig } from './inbox-rig.ts'

const minute = 60_000
const replyId = '11111111-1111-4111-8111-111111111111'

async function rigWithQuestion(): Promise<{ rig: InboxRig; conversationId: string }> {
  const rig = await startInboxRig()
  await rig.arrive([
    incoming({ remoteId: 'q1', conversationRemoteId: 'root', authorHandle: '@lea', createdAt: startAt - 9 * minute, ourPostRemoteId: 'our-post' }),
    incoming({ remoteId: 'q2', conversationRemoteId: 'root', authorHandle: '@hugo', createdAt: startAt - 5 * minute })
  ])
  const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
  return { rig, conversationId: conversations[0]!.id }
}

describe('inbox.read', () => {
  it('gives the thread oldest first, our post, and what can be done', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    const read = await rig.ask('inbox.read', { conversationId })
    expect(read.items.map((item) => item.remoteId)).toEqual(['q1', 'q2'])
    expect(read).toMatchObject({ post: { excerpt: 'Our post' }, replyDraft: '', jobs: [], canReply: true, canLike: true, maxReplyCharacters: 500 })
  })

  it('finds our post also when one of several things in it is named', async () => {
    const rig = await startInboxRig({ severalInOne: { beginningOf: () => 'our', holds: (post, named) => post === 'our-post' && named === 'our-second', namesIn: (post) => [post] } })
    for (const [handle, named] of [['@lea', 'our-second'], ['@hugo', 'another']] as const) await rig.arrive([incoming({ remoteId: handle, conversationRemoteId: handle, authorHandle: handle, createdAt: startAt - minute, ourPostRemoteId: named })])
    const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
    const found = await Promise.all(conversations.map(async ({ id, authorHandle }) => [authorHandle, (await rig.ask('inbox.read', { conversationId: id })).post !== null]))
    expect(Object.fromEntries(found)).toEqual({ '@lea': true, '@hugo': false })
  })

  it('stays readable when the account was removed, without answers', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    rig.accounts.clear()
    expect(await rig.ask('inbox.read', { conversationId })).toMatchObject({ canReply: false, canLike: false, maxReplyCharacters: null })
    const reply = await rig.request('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } })
  })
})

describe('a reply', () => {
  it('is a job with the exact text and the newest item by somebody else as its target; the draft goes with it', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Bonjour Hugo' })
    const job = await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour Hugo,\nmerci' })
    expect(job).toMatchObject({ id: replyId, kind: 'reply', conversationId, excerpt: 'Bonjour Hugo, merci' })
    expect(rig.intents[0]?.payload).toMatchObject({ effect: 'create', text: 'Bonjour Hugo,\nmerci', replyTo: { remoteId: 'q2', rootRemoteId: 'root', authorHandle: '@hugo' }, audience: 'public' })
    const read = await rig.ask('inbox.read', { conversationId })
    expect(read).toMatchObject({ replyDraft: '', jobs: [{ id: replyId }], conversation: { unread: 0, waitingSince: startAt - 9 * minute } })
  })

  it('goes to the item that was picked, and privately where the question was private', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    const { items } = await rig.ask('inbox.read', { conversationId })
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: items[0]!.id, text: 'Bonjour Léa' })
    expect(rig.intents[0]?.payload).toMatchObject({ replyTo: { remoteId: 'q1', authorHandle: '@lea' } })
    await rig.arrive([incoming({ kind: 'message', conversationRemoteId: 'private' })])
    const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: 'message', accountId: null, before: null, limit: 1 })
    await rig.ask('inbox.reply', { conversationId: conversations[0]!.id, replyId: replyId.replaceAll('1', '2'), itemId: null, text: 'Entre nous' })
    expect(rig.intents[1]?.payload).toMatchObject({ audience: 'message' })
  })

  it.each(['failed', 'missed', 'held', 'unknown_outcome', 'cancelled'] as const)('that settles its conversation opens it again when it is %s, and leaves it done once it is out', async (state) => {
    const { rig, conversationId } = await rigWithQuestion()
    const now = async () => (await rig.ask('inbox.read', { conversationId })).conversation
    const reply = (id: string) => rig.ask('inbox.reply', { conversationId, replyId: id, itemId: null, text: 'Bonjour Hugo', thenDone: true })
    await reply(replyId)
    expect(await now()).toMatchObject({ state: 'done', unread: 0, waitingSince: null })
    rig.settle(replyId, state)
    expect(await now()).toMatchObject({ state: 'open', waitingSince: startAt - 9 * minute })
    const again = replyId.replaceAll('1', '2')
    await reply(again)
    rig.settle(again, 'published', 'r1')
    expect(await now()).toMatchObject({ state: 'done', waitingSince: null })
  })

  it('is never made twice from the same id', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Encore un mot' })
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
    expect(rig.intents).toHaveLength(1)
    expect((await rig.ask('inbox.read', { conversationId })).replyDraft).toBe('Encore un mot')
  })

  it('never reaches an item of another conversation, and never goes out too long', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.arrive([incoming({ remoteId: 'elsewhere', conversationRemoteId: 'other' })])
    const { hits } = await rig.ask('inbox.search', { text: 'bonjour', limit: 10 })
    const elsewhere = hits.find((hit) => hit.item.remoteId === 'elsewhere')!
    expect(await rig.request('inbox.reply', { conversationId, replyId, itemId: elsewhere.item.id, text: 'x' })).toMatchObject({ ok: false, error: { code: 'not_found' } })
    expect(await rig.request('inbox.reply', { conversationId, replyId, itemId: null, text: 'x'.repeat(501) })).toMatchObject({ ok: false, error: { code: 'post_has_problems', details: { max: 500 } } })
    expect(rig.intents).toEqual([])
  })

  it('joins the thread once it is out, and the next fetch that brings it too makes no double', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour Hugo' })
    rig.settle(replyId, 'published', 'r1')
    const read = await rig.ask('inbox.read', { conversationId })
    expect(read.jobs).toEqual([])
    expect(read.items.at(-1)).toMatchObject({ remoteId: 'r1', isOwn: true, text: 'Bonjour Hugo', parentRemoteId: 'q2', url: 'https://social.example/r1', authorName: 'Vigie' })
    expect(read.conversation).toMatchObject({ lastIsOwn: true, waitingSince: null, lastText: 'Bonjour Hugo' })
    await rig.arrive([incoming({ remoteId: 'r1', conversationRemoteId: 'root', isOwn: true, parentRemoteId: 'q2', text: 'Bonjour @hugo', createdAt: startAt + 1000 })])
    const again = await rig.ask('inbox.read', { conversationId })
    expect(again.items.filter((item) => item.isOwn)).toMatchObject([{ remoteId: 'r1', text: 'Bonjour @hugo' }])
  })

  it('makes no double either when the fetch was quicker than the confirmation', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour Hugo' })
    await rig.arrive([incoming({ remoteId: 'r1', conversationRemoteId: 'root', isOwn: true, parentRemoteId: 'q2', createdAt: startAt })])
    rig.settle(replyId, 'published', 'r1')
    expect((await rig.ask('inbox.read', { conversationId })).items.filter((item) => item.isOwn)).toHaveLength(1)
  })

  it('ends the waiting even when this computer’s clock runs behind', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.arrive([incoming({ conversationRemoteId: 'root', createdAt: startAt + 8 * minute })])
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour' })
    rig.settle(replyId, 'published', 'r1')
    expect((await rig.ask('inbox.read', { conversationId })).conversation).toMatchObject({ waitingSince: null, lastIsOwn: true })
  })

  it('that was given up goes back into the answer field, above what was begun meanwhile', async () => {
    const { rig, conversationId } = await rigWithQuestion()
    await rig.ask('inbox.reply', { conversationId, replyId, itemId: null, text: 'Bonjour Hugo' })
    rig.settle(replyId, 'cancelled')
    expect((await rig.ask('inbox.read', { conversationId })).replyDraft).toBe('Bonjour Hugo')
    const second = replyId.replaceAll('1', '2')
    await rig.ask('inbox.reply', { conversationId, replyId: second, itemId: null, text: 'Autre' })
    await rig.ask('inbox.saveReplyDraft', { conversationId, text: 'Nouveau' })
    rig.settle(second, 'cancelled')
    expect((await rig.ask('inbox.read', { conversationId })).replyDraft).toBe('Autre\n\nNouveau')
  })
})

describe('a like', () => {
  async function liked(): Promise<{ rig: InboxRig; conversationId: string; isLiked(): Promise<boolean> }> {
    const { rig, conversationId } = await rigWithQuestion()
    const isLiked = async (): Promise<boolean> => (await rig.ask('inbox.read', { conversationId })).items[1]!.isLiked
    const { items } = await rig.ask('inbox.read', { conversationId })
    await rig.ask('inbox.like', { itemId: items[1]!.id, liked: true })
    return { rig, conversationId, isLiked }
  }
  const stale = incoming({ remoteId: 'q2', conversationRemoteId: 'root', authorHandle: '@hugo', isLiked: false })

  it('shows at once, and a fetch that does not know of it yet does not take it away', async () => {
    const { rig, isLiked } = await liked()
    expect(await isLiked()).toBe(true)
    expect(rig.intents[0]).toMatchObject({ kind: 'like', payload: { effect: 'set_liked', remoteId: 'q2', liked: true } })
    await rig.arrive([stale])
    expect(await isLiked()).toBe(true)
    rig.settle(rig.intents[0]!.id, 'published')
    expect(await isLiked()).toBe(true)
    await rig.arrive([stale])
    expect(await isLiked()).toBe(false)
  })

  it('is taken back when it was refused or given up', async () => {
    for (const state of ['failed', 'cancelled'] as const) {
      const { rig, isLiked } = await liked()
      rig.settle(rig.intents[0]!.id, state)
      expect(await isLiked()).toBe(false)
    }
  })

  it('is not sent when nothing would change', async () => {
    const { rig, conversationId } = await liked()
    const { items } = await rig.ask('inbox.read', { conversationId })
    await rig.ask('inbox.like', { itemId: items[1]!.id, liked: true })
    await rig.ask('inbox.like', { itemId: items[0]!.id, liked: false })
    expect(rig.intents).toHaveLength(1)
  })
})

describe('what was done about a message or its author', () => {
  async function talk([lea, hugo] = ['@lea', '@hugo']): Promise<{ rig: InboxRig; conversationId: string; ids: Record<string, string>; shown(): Promise<Record<string, readonly string[]>>; act(name: string, act: Act): Promise<string> }> {
    const rig = await startInboxRig()
    const said = [['a', lea], ['b', lea], ['c', hugo]] as const
    await rig.arrive([...said.map(([remoteId, authorHandle], index) => incoming({ remoteId, conversationRemoteId: 'root', authorHandle, createdAt: startAt - (9 - index) * minute })), incoming({ remoteId: 'own', conversationRemoteId: 'root', isOwn: true, authorHandle: '@vigie' })])
    const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })
    const conversationId = conversations[0]!.id
    const read = async () => (await rig.ask('inbox.read', { conversationId })).items
    const ids = Object.fromEntries((await read()).map(({ remoteId, id }) => [remoteId, id]))
    return {
      rig, conversationId, ids,
      shown: async () => Object.fromEntries((await read()).map(({ remoteId, inForce }) => [remoteId, inForce])),
      act: async (name, act) => (await rig.ask('inbox.act', { itemId: ids[name]!, act })).id
    }
  }

  it('shows at once: of a post there, of an author at each of their messages; and its undoing too', async () => {
    const { shown, act } = await talk()
    await act('a', 'repost')
    await act('a', 'mute')
    await act('c', 'block')
    expect(await shown()).toEqual({ a: ['repost', 'mute'], b: ['mute'], c: ['block'], own: [] })
    await act('a', 'unrepost')
    await act('c', 'unblock')
    expect(await shown()).toEqual({ a: ['mute'], b: ['mute'], c: [], own: [] })
  })

  it('is under way until it is done, a report too', async () => {
    const { rig, conversationId, act } = await talk()
    const marks = async () => {
      const { items, isBlocked } = await rig.ask('inbox.read', { conversationId })
      return { isBlocked, c: items.find(({ remoteId }) => remoteId === 'c')!.underWay, a: items.find(({ remoteId }) => remoteId === 'a') }
    }
    const block = await act('c', 'block')
    const report = await act('a', 'report')
    expect(await marks()).toMatchObject({ isBlocked: false, c: ['block'], a: { isReported: true, underWay: ['report'] } })
    rig.settle(block, 'published')
    rig.settle(report, 'published')
    // Léa still speaks there.
    expect(await marks()).toMatchObject({ isBlocked: false, c: [], a: { isReported: true, underWay: [] } })
    rig.settle(await act('b', 'block'), 'published')
    expect(await marks()).toMatchObject({ isBlocked: true })
    rig.settle(await act('b', 'unblock'), 'published')
    expect(await marks()).toMatchObject({ isBlocked: false })
  })

  it('settles every talk with somebody who was blocked, and none where others speak too', async () => {
    const { rig, conversationId, act } = await talk()
    await rig.arrive([incoming({ remoteId: 'secret', kind: 'message', conversationRemoteId: 'private', authorHandle: '@hugo' }), incoming({ remoteId: 'other', kind: 'message', conversationRemoteId: 'other', authorHandle: '@zoe' })])
    const open = async () => (await rig.ask('inbox.page', { view: 'open', kind: null, accountId: null, before: null, limit: 10 })).conversations.map(({ id, authorHandle }) => (id === conversationId ? 'thread' : authorHandle)).toSorted()
    const block = await act('c', 'block')
    expect(await open()).toEqual(['@hugo', '@zoe', 'thread'])
    rig.settle(block, 'failed')
    expect(await open()).toEqual(['@hugo', '@zoe', 'thread'])
    rig.settle(await act('c', 'block'), 'published')
    expect(await open()).toEqual(['@zoe', 'thread'])
  })

  it('does not stand once it was refused, taken back or missed; what stood before stands again', async () => {
    for (const state of ['failed', 'cancelled', 'missed', 'held'] as const) {
      const { rig, shown, act } = await talk()
      rig.settle(await act('a', 'mute'), 'published')
      rig.settle(await act('a', 'unmute'), state)
      expect(await shown()).toMatchObject({ a: ['mute'], b: ['mute'] })
      rig.settle(await act('c', 'repost'), state)
      expect(await shown()).toMatchObject({ c: [] })
    }
  })

  it('is undone from another message of the same author, in the place of the first word', async () => {
    const { rig, ids, shown, act } = await talk()
    await act('a', 'mute')
    await act('b', 'unmute')
    expect(rig.intents.at(-1)).toMatchObject({ kind: 'unmute', itemId: ids['a'], payload: { act: 'unmute', remoteId: 'b' } })
    expect(await shown()).toMatchObject({ a: [], b: [] })
    await act('b', 'mute')
    await act('b', 'unmute')
    expect(rig.intents.at(-1)).toMatchObject({ itemId: ids['b'] })
  })

  it('stands at that message alone where the network names no author', async () => {
    const { rig, shown, act } = await talk(['', ''])
    await act('a', 'block')
    expect(await shown()).toMatchObject({ a: ['block'], b: [] })
    await act('b', 'block')
    await act('b', 'unblock')
    expect(rig.intents.at(-1)).toMatchObject({ kind: 'unblock', payload: { remoteId: 'b' } })
    expect(await shown()).toMatchObject({ a: ['block'], b: [] })
  })

  it('goes to whoever writes in private too, but nothing said there is passed on', async () => {
    const { rig } = await talk()
    await rig.arrive([incoming({ remoteId: 'secret', kind: 'message', conversationRemoteId: 'private', authorHandle: '@zoe' })])
    const { conversations } = await rig.ask('inbox.page', { view: 'open', kind: 'message', accountId: null, before: null, limit: 1 })
    const read = async () => (await rig.ask('inbox.read', { conversationId: conversations[0]!.id })).items[0]!
    const { id: itemId } = await read()
    expect(await rig.request('inbox.act', { itemId, act: 'repost' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    await rig.ask('inbox.act', { itemId, act: 'block' })
    expect(rig.intents.at(-1)).toMatchObject({ kind: 'block', payload: { act: 'block', remoteId: 'secret' } })
    expect((await read()).inForce).toEqual(['block'])
  })

  it('is told with what a search finds', async () => {
    const { rig, act } = await talk()
    await act('c', 'mute')
    const { hits } = await rig.ask('inbox.search', { text: 'Bonjour', limit: 10 })
    expect(Object.fromEntries(hits.map(({ item }) => [item.remoteId, item.inForce]))).toMatchObject({ a: [], c: ['mute'] })
  })

  it('is looked up by an index of its own', async () => {
    const { rig } = await talk()
    const plan = rig.database.prepare(`EXPLAIN QUERY PLAN SELECT * FROM outbox_jobs AS job WHERE job.account_id = 'x' AND job.kind IN ('mute', 'unmute', 'block', 'unblock', 'ban', 'unban')`).all()
    expect(JSON.stringify(plan)).toContain('outbox_on_authors')
  })
})
