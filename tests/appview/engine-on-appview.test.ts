import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HttpClient } from '../../electron/engine/http/http-client.ts'
import type { RequestOutput } from '../../shared/contract/request-map.ts'
import type { RichDocument } from '../../shared/posts/rich-document.ts'
import { startTestEngine, type TestEngine } from '../integration/support/start-test-engine.ts'
import type { BlueskyPerson } from '../servers/bluesky-person.ts'
import { createAppViewRig, indexed, mentionOf, quoteOf, until, type AppViewRig, type Reference } from './appview-rig.ts'

const documentOf = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

/** So far behind the engine's clock begins, ms: the first test makes its time go faster, and later what it writes must not be ahead of the others. */
const headStart = 30 * 60_000

/** The main job below the window, with everything Bluesky has behind it: what is published, heard and answered goes through the real AppView. */
describe('the engine through the real AppView', () => {
  let rig: AppViewRig
  let engine: TestEngine
  let lea: BlueskyPerson
  let tom: BlueskyPerson
  let workspaceId: string
  let accountId: string
  let ours: Reference
  let question: Reference
  /** Whether the answer to the next post that is written gets lost on its way back. */
  let losesAnswer = false

  beforeAll(async () => {
    rig = createAppViewRig()
    lea = await rig.person('lea')
    tom = await rig.person('tom')
    const http: HttpClient = {
      async send(request) {
        const result = await rig.http.send(request)
        if (!losesAnswer || !request.url.endsWith('com.atproto.repo.putRecord')) return result
        losesAnswer = false
        return { ok: false, failure: { sent: 'maybe', error: { code: 'timeout', message: 'lost', retryable: true } } }
      }
    }
    engine = await startTestEngine({ http, startAt: Date.now() - headStart, testOptions: { blueskyAppViewDid: rig.network.appViewDid, blueskyChatDid: rig.network.chatDid } })
    workspaceId = engine.random.id()
    await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
    const appPassword = await lea.makeAppPassword('vigie')
    const account = await engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId: 'bluesky', serverUrl: rig.network.url, identifier: lea.handle, appPassword })
    accountId = account.id
  })
  afterAll(() => engine?.stop())

  type Conversations = RequestOutput<'inbox.page'>['conversations']
  const inbox = async (): Promise<Conversations> => (await engine.ask('inbox.page', { workspaceId, view: 'open', kind: null, accountId: null, before: null, limit: 50 })).conversations
  const thread = (conversationId: string): Promise<RequestOutput<'inbox.read'>> => engine.ask('inbox.read', { workspaceId, conversationId })
  const unread = async (): Promise<number> => (await inbox()).reduce((sum, conversation) => sum + conversation.unread, 0)
  const byText = async (text: string): Promise<Conversations[number]> => {
    const found = (await inbox()).find(({ lastText }) => lastText === text)
    if (found === undefined) throw new Error(`no conversation with "${text}"`)
    return found
  }
  const writtenByUs = async (text: string): Promise<{ uri: string; cid: string; value: Record<string, unknown> }[]> => (await lea.records('app.bsky.feed.post')).filter(({ value }) => value['text'] === text)
  /** Lets the engine ask its networks until this holds. */
  const untilHeard = <Value>(look: () => Promise<Value>): Promise<Value> =>
    until(async () => {
      await engine.ask('inbox.refresh', { workspaceId })
      return look()
    })
  /** Lets the engine work, at the pace of the world, until this holds. */
  const untilSent = <Value>(look: () => Promise<Value>): Promise<Value> =>
    until(async () => {
      await engine.advance(Math.max(0, Date.now() - engine.now()))
      return look()
    })

  it('publishes once, also when the answer was lost, because it finds what arrived', async () => {
    const postId = engine.random.id()
    losesAnswer = true
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: { title: '', document: documentOf('Ouverture samedi'), targets: [{ accountId, variant: null }], media: [] } })
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: { kind: 'now' } })
    await until(async () => {
      await engine.advance(10_000)
      expect((await engine.ask('posts.read', { workspaceId, postId })).post.status).toBe('published')
    })
    expect(losesAnswer).toBe(false)
    const written = await writtenByUs('Ouverture samedi')
    expect(written).toHaveLength(1)
    ours = { uri: written[0]!.uri, cid: written[0]!.cid }
    await indexed(rig, tom, ours)
    const feed = await tom.ask(`app.bsky.feed.getAuthorFeed?actor=${lea.did}`, undefined, rig.network.appViewDid)
    expect(feed).toMatchObject({ feed: [{ post: { uri: ours.uri, author: { handle: lea.handle }, record: { text: 'Ouverture samedi' } } }] })
  })

  it('hears of answer, mention and quote, each once, in its place and unread; over a crash too', async () => {
    await tom.like(ours)
    await tom.repost(ours)
    await tom.follow(lea.did)
    question = await tom.reply('À quelle heure ?', ours)
    const [text, more] = mentionOf(lea, 'Passez chez ')
    await tom.post(text, more)
    await tom.post('À ne pas manquer', quoteOf(ours))
    await untilHeard(async () => expect((await inbox()).map(({ lastText }) => lastText).toSorted()).toEqual(['À ne pas manquer', 'À quelle heure ?', text].toSorted()))
    await engine.restart({ crash: true })
    await engine.ask('inbox.refresh', { workspaceId })
    const conversations = await inbox()
    expect(conversations.map(({ kind }) => kind).toSorted()).toEqual(['comment', 'mention', 'mention'])
    for (const conversation of conversations) expect(conversation).toMatchObject({ unread: 1, authorHandle: `@${tom.handle}` })
    for (const { id } of conversations) expect((await thread(id)).items).toHaveLength(1)
    const { id } = await byText('À quelle heure ?')
    expect(await thread(id)).toMatchObject({ post: { status: 'published' }, items: [{ text: 'À quelle heure ?', isOwn: false }], canReply: true, canLike: true })
    expect(await thread((await byText('À ne pas manquer')).id)).toMatchObject({ post: null })
  })

  it('answers where the AppView shows it, and what comes back stays in the conversation', async () => {
    const { id: conversationId } = await byText('À quelle heure ?')
    await engine.ask('inbox.reply', { workspaceId, conversationId, replyId: engine.random.id(), itemId: null, text: 'Dès dix heures.' })
    const answer = await untilSent(async () => {
      const [written] = await writtenByUs('Dès dix heures.')
      if (written === undefined) throw new Error('not written yet')
      return { uri: written.uri, cid: written.cid }
    })
    await indexed(rig, tom, answer)
    const seen = await tom.ask(`app.bsky.feed.getPostThread?uri=${encodeURIComponent(ours.uri)}`, undefined, rig.network.appViewDid)
    expect(seen).toMatchObject({ thread: { replies: [{ post: { uri: question.uri }, replies: [{ post: { uri: answer.uri, record: { text: 'Dès dix heures.' } } }] }] } })
    await until(async () => expect(await rig.notificationsOf(tom)).toMatchObject([{ uri: answer.uri, reason: 'reply' }]))
    expect(await unread()).toBe(2)
    await tom.reply('Merci !', answer, ours)
    await untilHeard(async () => expect(await byText('Merci !')).toMatchObject({ id: conversationId, unread: 1 }))
    expect((await thread(conversationId)).items.map((item) => [item.text, item.isOwn])).toEqual([['À quelle heure ?', false], ['Dès dix heures.', true], ['Merci !', false]])
    expect(await unread()).toBe(3)
    await engine.ask('inbox.markRead', { workspaceId, conversationId, read: true })
    expect(await unread()).toBe(2)
  })

  it('likes so that it counts, and takes the like back', async () => {
    const { id } = await byText('Merci !')
    const itemId = (await thread(id)).items.find((item) => item.text === 'À quelle heure ?')!.id
    const likes = (count: number): Promise<void> => untilSent(async () => expect(await rig.postSeenBy(tom, question.uri)).toMatchObject({ likeCount: count }))
    await engine.ask('inbox.like', { workspaceId, itemId, liked: true })
    await likes(1)
    await engine.ask('inbox.like', { workspaceId, itemId, liked: false })
    await likes(0)
    expect(await lea.records('app.bsky.feed.like')).toEqual([])
  })

  it('reads through more than a page holds, and holds each once', async () => {
    const answers = await tom.createMany('app.bsky.feed.post', Array.from({ length: 160 }, (_, i) => ({ text: `réponse ${i}`, reply: { root: ours, parent: ours }, createdAt: new Date(Date.now() + i).toISOString() })))
    await until(async () => expect((await rig.postSeenBy(tom, ours.uri))?.replyCount).toBe(answers.length + 1))
    const heard = async (): Promise<string[]> => {
      const texts: string[] = []
      for (let before: RequestOutput<'inbox.page'>['next'] = null; ; ) {
        const page: RequestOutput<'inbox.page'> = await engine.ask('inbox.page', { workspaceId, view: 'unread', kind: 'comment', accountId: null, before, limit: 50 })
        texts.push(...page.conversations.map(({ lastText }) => lastText))
        if (page.next === null) return texts
        before = page.next
      }
    }
    const wanted = Array.from({ length: answers.length }, (_, i) => `réponse ${i}`).toSorted()
    await untilHeard(async () => expect((await heard()).toSorted()).toEqual(wanted))
    await engine.ask('inbox.refresh', { workspaceId })
    expect((await heard()).toSorted()).toEqual(wanted)
  })
})
