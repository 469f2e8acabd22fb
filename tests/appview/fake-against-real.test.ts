import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { BlueskyPerson } from '../servers/bluesky-person.ts'
import { draftOf, fetchAll, valueOf, type TestSession } from '../support/adapter-session.ts'
import { createAppViewRig, indexed, mentionOf, quoteOf, until, type AppViewRig, type Reference } from './appview-rig.ts'

/** Who heard what from whom: everything the everyday tests do, and the forks where an AppView may answer one way or the other. */
interface Scene {
  readonly lea: BlueskyPerson
  readonly tom: BlueskyPerson
  readonly ours: Reference
  readonly posts: Readonly<Record<string, Reference>>
}

const at = (uri: string): string => encodeURIComponent(uri)
const goneUri = 'at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3kaaaaaaaaaaa'

async function playScene(rig: AppViewRig): Promise<Scene> {
  const [lea, tom, mia, troll] = [await rig.person('lea'), await rig.person('tom'), await rig.person('mia'), await rig.person('troll')]
  const ours = await lea.post('notre annonce')
  const elsewhere = await tom.post('entre nous')
  await indexed(rig, tom, ours, elsewhere)
  await tom.like(ours)
  await mia.repost(ours)
  await mia.follow(lea.did)
  const posts: Record<string, Reference> = { ours, elsewhere }
  const say = async (name: string, made: Promise<Reference>): Promise<Reference> => {
    const post = await made
    posts[name] = post
    await indexed(rig, tom, post)
    return post
  }
  const mention = mentionOf(lea, 'voir ')
  const picture = { $type: 'app.bsky.embed.external', external: { uri: 'https://exemple.fr', title: 'Exemple', description: '' } }
  let deep = await say('reply', tom.reply('combien ?', ours))
  for (let depth = 2; depth <= 6; depth += 1) deep = await say(`reply ${depth}`, (depth % 2 === 0 ? mia : tom).reply(`${depth}`, deep, ours))
  await say('mention', mia.post(...mention))
  await say('mention in a reply', tom.post(mention[0], { ...mention[1], reply: { root: ours, parent: ours } }))
  await say('quote', tom.post('à lire', quoteOf(ours)))
  await say('quote with a mention', mia.post(mention[0], { ...mention[1], ...quoteOf(ours) }))
  await say('quote with a card', mia.post('à lire aussi', { embed: { $type: 'app.bsky.embed.recordWithMedia', record: { $type: 'app.bsky.embed.record', record: ours }, media: picture } }))
  await say('reply that quotes', mia.post('comme ici', { ...quoteOf(ours), reply: { root: ours, parent: ours } }))
  await say('mention elsewhere', mia.post(mention[0], { ...mention[1], reply: { root: elsewhere, parent: elsewhere } }))
  const own = await say('our answer', lea.reply('merci', posts['reply']!, ours))
  await say('reply to our answer', tom.reply('de rien', own, ours))
  const rude = await say('blocked', troll.reply('!!!', ours))
  await say('below the blocked', tom.reply('du calme', rude, ours))
  const removed = await say('taken back', mia.reply('oups', ours))
  await say('below the removed', tom.reply('?', removed, ours))
  const closed = await say('in a closed thread', tom.post(...mention))
  await say('below in the closed thread', tom.reply('et toi ?', closed))
  const half = await say('in a thread for whom it names', tom.post(...mention))
  await tom.closeThread(half.uri, 'to whom it names')
  await tom.closeThread(closed.uri)
  await mia.remove(removed.uri)
  await lea.block(troll.did)
  await lea.like(posts['reply']!)
  await until(async () => {
    expect((await rig.notificationsOf(lea)).map(({ uri }) => uri)).not.toContain(rude.uri)
    expect(await rig.postSeenBy(tom, removed.uri)).toBeUndefined()
    expect((await rig.postSeenBy(lea, posts['reply']!.uri))?.viewer).toHaveProperty('like')
    expect((await rig.postSeenBy(lea, closed.uri))?.viewer).toHaveProperty('replyDisabled')
  })
  return { lea, tom, ours, posts }
}

describe('the small AppView of the everyday tests answers as the real one', () => {
  let rig: AppViewRig
  let scene: Scene
  let session: TestSession

  beforeAll(async () => {
    rig = createAppViewRig()
    scene = await playScene(rig)
    session = await rig.logIn(scene.lea)
  })

  interface Answers {
    readonly fake: unknown
    readonly real: unknown
  }

  /** The same question to both; a refusal as the name of its error. */
  async function both(method: string, by = scene.lea): Promise<Answers> {
    const asked = (service: string): Promise<unknown> =>
      by.ask(method, undefined, service).catch((error: Error) => ({ refused: /(\d+) \{"error":"([^"]+)"/.exec(error.message)?.slice(1) ?? error.message }))
    return { fake: asShape(await asked(rig.network.fakeAppViewDid)), real: asShape(await asked(rig.network.appViewDid)) }
  }

  it('about notifications: who hears of what, why, and in which order', async () => {
    for (const person of [scene.lea, scene.tom]) {
      const { fake, real } = await both('app.bsky.notification.listNotifications?limit=100&priority=false', person)
      expect(real).toMatchObject(fake as object)
    }
  })

  it('about notifications, page by page, with and without a choice of reasons', async () => {
    for (const query of ['limit=3', 'limit=4&reasons=reply&reasons=mention&reasons=quote', 'limit=100&reasons=like', 'limit=2&reasons=follow']) {
      const pages = async (service: string): Promise<string[][]> => {
        const read: string[][] = []
        for (let cursor = ''; ; ) {
          const page = (await scene.lea.ask(`app.bsky.notification.listNotifications?${query}${cursor}`, undefined, service)) as { notifications: { uri: string }[]; cursor?: string }
          read.push(page.notifications.map(({ uri }) => uri))
          if (page.cursor === undefined) return read
          cursor = `&cursor=${encodeURIComponent(page.cursor)}`
        }
      }
      expect(await pages(rig.network.fakeAppViewDid), query).toEqual(await pages(rig.network.appViewDid))
    }
  })

  it('about posts: words, counts, our like, and none that is blocked or gone', async () => {
    const uris = [...Object.values(scene.posts).map(({ uri }) => uri), goneUri]
    for (let from = 0; from < uris.length; from += 25) {
      const { fake, real } = await both(`app.bsky.feed.getPosts?${uris.slice(from, from + 25).map((uri) => `uris=${at(uri)}`).join('&')}`)
      expect(real).toMatchObject(fake as object)
    }
  })

  it('about threads: what stands above each post', async () => {
    for (const [name, { uri }] of [...Object.entries(scene.posts), ['nowhere', { uri: goneUri }] as const]) {
      for (const height of [100, 1]) {
        const { fake, real } = await both(`app.bsky.feed.getPostThread?uri=${at(uri)}&depth=0&parentHeight=${height}`)
        expect(real, `${name}, ${height}`).toMatchObject(fake as object)
      }
    }
  })

  it('so that the inbox holds the same', async () => {
    const inboxOver = async (appViewDid: string): Promise<unknown> => (await fetchAll(rig.adapterOver(appViewDid), session, null)).items
    const real = await inboxOver(rig.network.appViewDid)
    expect(real).not.toEqual([])
    expect(await inboxOver(rig.network.fakeAppViewDid)).toEqual(real)
  })

  it('to a like and to an answer', async () => {
    const { uri } = scene.posts['quote']!
    for (const appViewDid of [rig.network.fakeAppViewDid, rig.network.appViewDid]) {
      const { publisher } = rig.adapterOver(appViewDid)
      for (const remoteId of [scene.posts['blocked']!.uri, scene.posts['taken back']!.uri]) {
        expect(await publisher.setLiked!(session, { remoteId, liked: true })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
        const replyTo = { remoteId, rootRemoteId: remoteId, authorHandle: '@a.test' }
        expect(await publisher.publish(session, draftOf('ah', { replyTo }), { idempotencyKey: randomUUID(), intentAt: Date.now() })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'gone' } } } })
      }
      for (const name of ['in a closed thread', 'below in the closed thread']) {
        const { uri: remoteId } = scene.posts[name]!
        const refused = await publisher.publish(session, draftOf('moi', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '@a.test' } }), { idempotencyKey: randomUUID(), intentAt: Date.now() })
        expect(refused).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'replies_closed' } } } })
      }
      const { uri: open } = scene.posts['in a thread for whom it names']!
      valueOf(await publisher.publish(session, draftOf('moi', { replyTo: { remoteId: open, rootRemoteId: open, authorHandle: '@a.test' } }), { idempotencyKey: randomUUID(), intentAt: Date.now() }))
      expect(valueOf(await publisher.setLiked!(session, { remoteId: uri, liked: true }))).toBeNull()
      expect(valueOf(await publisher.setLiked!(session, { remoteId: uri, liked: false }))).toBeNull()
    }
  })
})

/** What may differ: when the AppView came to know of a post, and whether it takes something for read. */
function asShape(answer: unknown): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) => (key === 'isRead' ? typeof value : key === 'message' ? undefined : value))
  return JSON.parse(text) as unknown
}
