import { join } from 'node:path'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { paintPicture } from '../../../electron/engine/practice/images/paint-picture.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { toLocalDateTime } from '../../../shared/schedule/local-time.ts'
import { englishClient, frenchClient, type ClientTexts } from './client-texts.ts'
import type { Studio } from './studio-test.ts'

export interface FilledClient {
  readonly workspaceId: string
  readonly texts: ClientTexts
  readonly accounts: { readonly bluesky: string; readonly mastodon: string; readonly wordpress: string }
  /** In the order of the texts. */
  readonly postIds: readonly string[]
  readonly draftIds: readonly string[]
  readonly mediaIds: readonly string[]
}

const zone = 'Europe/Paris'
const dayMs = 86_400_000
/** Painted once for all tests. */
const pictures = (['front', 'latte', 'harbour'] as const).map((scene) => [scene, paintPicture(scene)] as const)

export const paragraph = (text: string): PostContent['document'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

/** A client with three accounts, a month of posts (some out, some planned), drafts, images and conversations. */
export async function fillClient(studio: Studio, language: 'en' | 'fr', colour: 'ocean' | 'brick' = 'ocean'): Promise<FilledClient> {
  const { engine } = studio
  const texts = language === 'fr' ? frenchClient : englishClient
  const workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: texts.name, colour, timeZone: zone })
  const accounts = await connectAccounts(studio, workspaceId, texts)
  const mediaIds = await addPictures(studio, workspaceId)
  const content = ({ text, on, images = 0 }: ClientTexts['posts'][number]): PostContent => ({
    title: on.includes('w') ? (text.split(/[:.]/)[0] ?? text) : '',
    document: paragraph(text),
    targets: [...on].map((letter) => ({ accountId: letter === 'b' ? accounts.bluesky : letter === 'm' ? accounts.mastodon : accounts.wordpress, variant: null })),
    media: mediaIds.slice(0, images).map((mediaId) => ({ mediaId, altText: texts.alt }))
  })
  const postIds: string[] = []
  for (const post of texts.posts) {
    const postId = engine.random.id()
    const { revision } = await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: content(post) })
    const localDateTime = `${toLocalDateTime(engine.now() + post.day * dayMs, zone).slice(0, 10)}T${post.time}`
    await engine.ask('posts.schedule', { workspaceId, postId, revision, when: post.day < 0 ? { kind: 'now' } : { kind: 'at', localDateTime } })
    postIds.push(postId)
  }
  const draftIds: string[] = []
  for (const text of texts.drafts) {
    const postId = engine.random.id()
    await engine.ask('posts.saveDraft', { workspaceId, postId, revision: 0, content: content({ day: 0, time: '', text, on: 'bm' }) })
    draftIds.push(postId)
  }
  deliverTalks(studio, texts)
  await engine.ask('inbox.refresh', { workspaceId })
  await followFeed(studio, workspaceId, texts)
  await studio.advance(1_000)
  dateBack(studio, workspaceId, texts, postIds)
  return { workspaceId, texts, accounts, postIds, draftIds, mediaIds }
}

async function connectAccounts(studio: Studio, workspaceId: string, { name, handles }: ClientTexts): Promise<FilledClient['accounts']> {
  const connect = async (networkId: 'bluesky' | 'wordpress', handle: string): Promise<string> => {
    studio[networkId].invite(handle, { displayName: name, handle, serverUrl: networkId === 'bluesky' ? 'https://bsky.social' : `https://${handle}` })
    const account = await studio.engine.ask('accounts.connectWithAppPassword', { workspaceId, networkId, serverUrl: 'https://server.example', identifier: handle, appPassword: 'paper' })
    return account.id
  }
  const bluesky = await connect('bluesky', handles.bluesky)
  const mastodon = await connectMastodon(studio, workspaceId, name, handles.mastodon)
  return { bluesky, mastodon, wordpress: await connect('wordpress', handles.wordpress) }
}

/** Mastodon's login goes through the browser: begun and completed here as main does it. */
async function connectMastodon({ engine, mastodon }: Studio, workspaceId: string, name: string, handle: string): Promise<string> {
  const loginId = engine.random.id()
  mastodon.invite(handle, { displayName: name, handle, serverUrl: 'https://mastodon.example', accessEndsAt: engine.now() + 40 * dayMs, serverLimits: { maxCharacters: 500, charactersPerUrl: 23, maxMedia: 4 } })
  const begun = await engine.askAsMain('login.begin', { loginId, workspaceId, networkId: 'mastodon', serverUrl: 'https://mastodon.example', redirectUri: 'http://127.0.0.1:1/callback' })
  if (!begun.ok) throw new Error(begun.error.message)
  const completed = await engine.askAsMain('login.complete', { loginId, code: handle, issuer: null })
  if (!completed.ok) throw new Error(completed.error.message)
  return completed.value.account.id
}

async function addPictures({ engine }: Studio, workspaceId: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (const [scene, bytes] of pictures) {
    const mediaId = engine.random.id()
    await engine.ask('media.add', { workspaceId, mediaId, fileName: `${scene}.png`, bytes: Uint8Array.from(bytes) })
    ids.push(mediaId)
  }
  return ids
}

function deliverTalks(studio: Studio, { talks, handles }: ClientTexts): void {
  talks.forEach((talk, place) => {
    studio[talk.on].deliver(
      handles[talk.on],
      talk.texts.map((text, index) => ({
        remoteId: `talk-${place}-${index}`, conversationRemoteId: `talk-${place}`, kind: talk.kind, parentRemoteId: index === 0 ? null : `talk-${place}-${index - 1}`, ourPostRemoteId: null,
        authorName: talk.from, authorHandle: talk.handle, isOwn: false, text, url: `https://${talk.on}.example/talk-${place}`, createdAt: studio.engine.now() - talk.hoursAgo * 3_600_000 + index * 60_000,
        attachmentCount: place === 5 ? 1 : 0, isLiked: false, isHeld: false
      }))
    )
  })
}

async function followFeed({ engine, web }: Studio, workspaceId: string, { feed, name }: ClientTexts): Promise<void> {
  const url = 'https://gazette.example/feed.xml'
  const items = feed.items.map(
    ({ title, text, hoursAgo }, place) =>
      `<item><title>${title}</title><link>https://gazette.example/${place}</link><guid>${place}</guid><description>${text}</description><pubDate>${new Date(engine.now() - hoursAgo * 3_600_000).toUTCString()}</pubDate></item>`
  )
  web.set(url, `<rss version="2.0"><channel><title>${feed.title}</title><link>https://gazette.example/</link>${items.join('')}</channel></rss>`)
  await engine.ask('watch.saveRule', { workspaceId, ruleId: engine.random.id(), name, query: feed.query })
  await engine.ask('watch.addFeed', { workspaceId, feedId: engine.random.id(), url, folder: feed.folder })
}

/** What went out a moment ago is history: the engine's clock was not there when it happened. */
function dateBack({ engine }: Studio, workspaceId: string, { posts }: ClientTexts, postIds: readonly string[]): void {
  const database = openDatabase(join(engine.folder, 'workspaces', workspaceId, 'workspace.db'))
  try {
    posts.forEach(({ day, time }, place) => {
      if (day >= 0) return
      const local = `${toLocalDateTime(engine.now() + day * dayMs, zone).slice(0, 10)}T${time}`
      const at = Date.parse(`${local}:00+01:00`)
      database.prepare('UPDATE posts SET published_at = ?, schedule_local = ?, due_at = ? WHERE id = ?').run(at, local, at, postIds[place])
      database.prepare('UPDATE outbox_jobs SET due_at = ?, finished_at = ? WHERE post_id = ?').run(at, at + 1_500, postIds[place])
    })
  } finally {
    database.close()
  }
}
