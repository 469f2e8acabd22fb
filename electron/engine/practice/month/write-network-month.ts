import { statusId } from '../record/status-id.ts'
import type { PracticeRecord } from '../record/practice-record.ts'
import { readImageSize } from '../server/read-image-size.ts'
import type { SceneName } from '../images/paint-picture.ts'
import type { Business, MonthPost } from './month-data.ts'
import type { MonthPlan, PlannedLine, PlannedTalk } from './plan-month.ts'

const dayMs = 86_400_000

/** Which status became of what, for the workspace's own books. */
export interface WrittenMonth {
  /** By the post's key. */
  readonly posts: ReadonlyMap<string, string>
  /** By the talk's key, line by line. */
  readonly talks: ReadonlyMap<string, readonly string[]>
}

export interface NetworkMonthNeeds {
  readonly record: PracticeRecord
  readonly business: Business
  readonly plan: MonthPlan
  readonly now: number
  /** PNG bytes of each picture. */
  readonly pictures: ReadonlyMap<SceneName, Uint8Array>
}

/** Writes the month into the network's record, in the order it happened: notifications are numbered as they come. Call it in a transaction. */
export function writeNetworkMonth(needs: NetworkMonthNeeds): WrittenMonth {
  const { record, plan } = needs
  const posts = new Map<string, string>()
  const talks = new Map<string, string[]>(plan.talks.map((talk) => [talk.key, []]))
  const events: { at: number; write(): void }[] = []

  for (const { post, at } of plan.published) events.push({ at, write: () => void posts.set(post.key, writePost(needs, post, at)) })
  for (const talk of plan.talks) {
    for (const line of talk.lines) events.push({ at: line.at, write: () => void talks.get(talk.key)?.push(writeLine(needs, talk, line, posts, talks.get(talk.key) ?? [])) })
  }
  for (const { kind, post, memberId, at } of plan.reactions) {
    events.push({
      at,
      write() {
        const target = posts.get(post) ?? ''
        if (kind === 'like') record.favour(target, memberId, at)
        else record.reblog(target, memberId, at)
      }
    })
  }
  for (const { memberId, at } of plan.followers) events.push({ at, write: () => record.follow(memberId, at) })
  for (const event of events.toSorted((a, b) => a.at - b.at)) event.write()
  likeBack(needs, talks)
  // The community starts from here: nothing of the past is news to it.
  record.facts.write('community.seenUntil', statusId(needs.now - 1, 0))
  return { posts, talks }
}

function writePost({ record, pictures }: NetworkMonthNeeds, post: MonthPost, at: number): string {
  const own = record.members.own()
  const mediaIds: number[] = []
  const bytes = post.picture === undefined ? undefined : pictures.get(post.picture.scene)
  const size = bytes === undefined ? null : readImageSize(bytes)
  if (bytes !== undefined && size !== null) {
    mediaIds.push(record.media.add({ ...size, description: post.picture?.alt ?? '', focus: '0,0', captions: null, createdAt: at }, bytes).id)
  }
  return record.publish({
    authorId: own.id, text: post.text, createdAt: at, inReplyToId: null, reblogOfId: null, visibility: 'public', spoilerText: '', sensitive: false, language: own.language
  }, mediaIds).id
}

/** A member's words under a post begin with the business's name, as people write to be heard; ours already name whom they answer. */
function writeLine({ record, business }: NetworkMonthNeeds, talk: PlannedTalk, { line, at }: PlannedLine, posts: ReadonlyMap<string, string>, before: readonly string[]): string {
  const own = record.members.own()
  const author = line.by === 'us' ? own : record.members.findByHandle(line.by)
  if (author === null) throw new Error(`nobody is called ${line.by}`)
  const namesUs = line.by === 'us' || line.text.includes(`@${business.handle}`)
  const status = record.publish({
    authorId: author.id,
    text: namesUs ? line.text : `@${business.handle} ${line.text}`,
    createdAt: at,
    inReplyToId: before.at(-1) ?? (talk.post === null ? null : (posts.get(talk.post) ?? null)),
    reblogOfId: null,
    visibility: talk.kind === 'message' ? 'direct' : 'public',
    spoilerText: '',
    sensitive: false,
    language: author.language
  })
  if (line.by !== 'us') record.community.savePurpose(status.id, line.purpose)
  return status.id
}

function likeBack({ record, plan }: NetworkMonthNeeds, talks: ReadonlyMap<string, readonly string[]>): void {
  const own = record.members.own()
  for (const talk of plan.talks) {
    const first = talks.get(talk.key)?.[0]
    const at = talk.lines[0]?.at
    if (talk.liked && first !== undefined && at !== undefined) record.favour(first, own.id, at + 60_000)
  }
}

/** The people and the papers, before anything is said. */
export function writePeopleAndFeeds(record: PracticeRecord, business: Business, members: readonly { id: string; handle: string; name: string; note: string; language: 'fr' | 'en'; followers: number }[], now: number): void {
  record.members.add({
    id: '110000000000000001', handle: business.handle, name: business.name, note: business.note, language: business.language, isOwn: true,
    followers: business.followers, following: members.length, joinedAt: now - 1400 * dayMs
  })
  for (const [index, member] of members.entries()) {
    record.members.add({ ...member, isOwn: false, following: 40 + ((index * 37) % 300), joinedAt: now - (200 + ((index * 97) % 1200)) * dayMs })
  }
  for (const feed of business.feeds) {
    record.feeds.add({ slug: feed.slug, format: feed.format, title: feed.title, description: feed.description })
    for (const [index, [hours, title, summary]] of feed.items.entries()) {
      record.feeds.addItem({ slug: feed.slug, number: feed.items.length - index, title, summary, author: feed.author, publishedAt: now - hours * 3_600_000 })
    }
  }
}
