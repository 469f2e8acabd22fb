import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BlueskyPerson } from '../servers/bluesky-person.ts'
import { draftOf, pictureOf, valueOf, type TestSession } from '../support/adapter-session.ts'
import { createAppViewRig, indexed, mentionOf, openInbox, quoteOf, until, type AppViewRig, type Reference } from './appview-rig.ts'

const newIntent = (): { idempotencyKey: string; intentAt: number } => ({ idempotencyKey: randomUUID(), intentAt: Date.now() })

describe('Bluesky, through the real AppView', () => {
  let rig: AppViewRig
  let lea: BlueskyPerson
  let tom: BlueskyPerson
  let session: TestSession

  beforeAll(async () => {
    rig = createAppViewRig()
    lea = await rig.person('lea')
    tom = await rig.person('tom')
    session = await rig.logIn(lea)
  })

  /** Publishes as Vigie does, and waits until others see it. */
  async function publish(text: string, more: Parameters<typeof draftOf>[1] = {}): Promise<Reference> {
    const { remoteId } = valueOf(await rig.adapter.publisher.publish(session, draftOf(text, more), newIntent()))
    return until(async () => {
      const seen = await rig.postSeenBy(tom, remoteId)
      if (seen === undefined) throw new Error(`the AppView does not show ${remoteId} yet`)
      return { uri: seen.uri, cid: seen.cid }
    })
  }

  it('shows others what was published, and finds it again', async () => {
    const intent = newIntent()
    const draft = draftOf('Ouverture samedi #fête https://exemple.fr', { media: [pictureOf('la vitrine')] })
    const look = { ...intent, sentAt: Date.now() }
    expect(valueOf(await rig.adapter.publisher.findPublished(session, draft, look))).toBe('none')
    const published = valueOf(await rig.adapter.publisher.publish(session, draft, intent))
    await indexed(rig, tom, { uri: published.remoteId, cid: '' })
    expect(valueOf(await rig.adapter.publisher.findPublished(session, draft, look))).toEqual(published)
    expect(await rig.postSeenBy(tom, published.remoteId)).toMatchObject({ record: { text: draft.text, facets: [{}, {}] }, embed: { $type: 'app.bsky.embed.images#view', images: [{ alt: 'la vitrine' }] } })
  })

  it('brings in answer, mention and quote, each once and in its place; likes, reposts and follows are no messages', async () => {
    const inbox = await openInbox(rig, session)
    const ours = await publish('notre annonce')
    await Promise.all([tom.like(ours), tom.repost(ours), tom.follow(lea.did)])
    const answer = await tom.reply('combien ?', ours)
    const mention = await tom.post(...mentionOf(lea, 'voir '))
    const quote = await tom.post('à lire', quoteOf(ours))
    await until(async () => {
      const told = await rig.notificationsOf(lea)
      expect(new Set(told.map(({ reason }) => reason))).toEqual(new Set(['like', 'repost', 'follow', 'reply', 'mention', 'quote']))
    })
    await inbox.readUntil([answer.uri, mention.uri, quote.uri])
    await inbox.read()
    expect(inbox.items.map(({ remoteId }) => remoteId).toSorted()).toEqual([answer.uri, mention.uri, quote.uri].toSorted())
    const byId = new Map(inbox.items.map((item) => [item.remoteId, item]))
    expect(byId.get(answer.uri)).toMatchObject({ kind: 'comment', conversationRemoteId: answer.uri, ourPostRemoteId: ours.uri, parentRemoteId: ours.uri, authorHandle: `@${tom.handle}`, text: 'combien ?', isOwn: false, isLiked: false })
    expect(byId.get(mention.uri)).toMatchObject({ kind: 'mention', conversationRemoteId: mention.uri, ourPostRemoteId: null, text: `voir @${lea.handle}` })
    expect(byId.get(quote.uri)).toMatchObject({ kind: 'mention', conversationRemoteId: quote.uri, ourPostRemoteId: null })
  })

  it('puts an answer of ours where the AppView shows it in the thread, and what comes back into the same conversation', async () => {
    const ours = await publish('une question ?')
    const inbox = await openInbox(rig, session)
    const comment = await tom.reply('oui', ours)
    await inbox.readUntil([comment.uri])
    const reply = await publish('laquelle ?', { replyTo: { remoteId: comment.uri, rootRemoteId: comment.uri, authorHandle: `@${tom.handle}` } })
    const thread = await tom.ask(`app.bsky.feed.getPostThread?uri=${encodeURIComponent(ours.uri)}&depth=6`, undefined, rig.network.appViewDid)
    expect(thread).toMatchObject({ thread: { post: { uri: ours.uri, replyCount: 1 }, replies: [{ post: { uri: comment.uri, replyCount: 1 }, replies: [{ post: { uri: reply.uri, author: { did: lea.did }, record: { text: 'laquelle ?' } } }] }] } })
    expect(await rig.notificationsOf(tom)).toMatchObject([{ uri: reply.uri, reason: 'reply' }])
    const more = await tom.reply('celle-ci', reply, ours)
    await inbox.readUntil([more.uri])
    expect(inbox.items.find(({ remoteId }) => remoteId === more.uri)).toMatchObject({ kind: 'comment', conversationRemoteId: comment.uri, ourPostRemoteId: ours.uri, parentRemoteId: reply.uri })
  })

  it('keeps somebody who names us deep in a thread of others in one conversation', async () => {
    const mia = await rig.person('mia')
    const inbox = await openInbox(rig, session)
    const root = await tom.post('entre nous')
    await indexed(rig, tom, root)
    const first = await mia.reply('oui', root)
    await indexed(rig, tom, first)
    const [text, more] = mentionOf(lea, 'demande à ')
    const naming = await tom.post(text, { ...more, reply: { root, parent: first } })
    await inbox.readUntil([naming.uri])
    const reply = await publish('me voici', { replyTo: { remoteId: naming.uri, rootRemoteId: naming.uri, authorHandle: `@${tom.handle}` } })
    const back = await mia.reply('bienvenue', reply, root)
    await inbox.readUntil([back.uri])
    expect(inbox.items.map((item) => [item.remoteId, item.kind, item.conversationRemoteId, item.ourPostRemoteId])).toEqual([
      [naming.uri, 'mention', naming.uri, null],
      [back.uri, 'mention', naming.uri, null]
    ])
  })

  it('is counted when it likes, once, and no longer when it takes the like back', async () => {
    const post = await tom.post('aimez-moi')
    await indexed(rig, lea, post)
    const likes = async (count: number): Promise<void> => until(async () => expect(await rig.postSeenBy(tom, post.uri)).toMatchObject({ likeCount: count }))
    const setLiked = (liked: boolean): Promise<unknown> => rig.adapter.publisher.setLiked!(session, { remoteId: post.uri, liked }).then(valueOf)
    await setLiked(true)
    await setLiked(true)
    await likes(1)
    expect(await rig.postSeenBy(lea, post.uri)).toMatchObject({ viewer: { like: expect.stringContaining(lea.did) } })
    await setLiked(true)
    await setLiked(false)
    await likes(0)
    await lea.like(post)
    await likes(1)
    await setLiked(true)
    await setLiked(false)
    await likes(0)
    expect((await lea.records('app.bsky.feed.like')).filter(({ value }) => (value['subject'] as Reference).uri === post.uri)).toEqual([])
  })

  it('reads page after page by the cursor of the AppView, and loses and repeats nothing', async () => {
    const inbox = await openInbox(rig, session)
    const ours = await publish('parlez-moi')
    const answers = await tom.createMany('app.bsky.feed.post', Array.from({ length: 130 }, (_, i) => ({ text: `réponse ${i}`, reply: { root: ours, parent: ours }, createdAt: new Date(Date.now() - i * 1000).toISOString() })))
    await until(async () => expect((await rig.postSeenBy(tom, ours.uri))?.replyCount).toBe(130))
    await inbox.readUntil(answers.map(({ uri }) => uri))
    await inbox.read()
    const came = inbox.items.filter(({ ourPostRemoteId }) => ourPostRemoteId === ours.uri).map(({ remoteId }) => remoteId)
    expect(came.toSorted()).toEqual(answers.map(({ uri }) => uri).toSorted())
  })

  it('finds an answer under hundreds of likes, which the AppView leaves out of its pages', async () => {
    const inbox = await openInbox(rig, session)
    const liked = await lea.createMany('app.bsky.feed.post', Array.from({ length: 620 }, (_, i) => ({ text: `billet ${i}` })))
    await indexed(rig, tom, liked.at(-1)!)
    const answer = await tom.reply('bravo', liked.at(-1)!)
    await until(async () => expect((await rig.notificationsOf(lea)).map(({ uri }) => uri)).toContain(answer.uri))
    const likes = await tom.createMany('app.bsky.feed.like', liked.map((subject, i) => ({ subject, createdAt: new Date(Date.now() + i).toISOString() })))
    await until(async () => expect((await rig.notificationsOf(lea)).map(({ uri }) => uri)).toContain(likes.at(-1)!.uri))
    await inbox.readUntil([answer.uri])
  })

  it('shows nothing of somebody we have blocked, nor what was taken back', async () => {
    const troll = await rig.person('troll')
    const ours = await publish('restons polis')
    const inbox = await openInbox(rig, session)
    const gone = await troll.reply('oups', ours)
    await until(async () => expect((await rig.notificationsOf(lea)).map(({ uri }) => uri)).toContain(gone.uri))
    await troll.remove(gone.uri)
    await lea.block(troll.did)
    await until(async () => expect((await rig.notificationsOf(lea)).map(({ uri }) => uri)).not.toContain(gone.uri))
    const rude = await troll.reply('!!!', ours)
    const kind = await tom.reply('très bien', ours)
    await inbox.readUntil([kind.uri])
    expect(inbox.items.map(({ remoteId }) => remoteId)).not.toContain(rude.uri)
    expect(inbox.items.map(({ remoteId }) => remoteId)).not.toContain(gone.uri)
  })
})
