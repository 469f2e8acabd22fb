import { findTopics } from '../community/find-topics.ts'
import { chooseSeveral, languageWeight, reactionDelay, type CastMember, type Scene } from '../community/scene.ts'
import { createSeededNumbers, type SeededNumbers } from '../community/seeded-numbers.ts'
import { likes, repertoire, writes } from '../community/temperament.ts'
import type { PhraseKind } from '../community/phrase-kind.ts'
import { momentOf, notAtNight, whenAwake, type LocalMoment } from './local-week.ts'
import type { Business, Line, MonthDraft, MonthPost, Talk, TalkState } from './month-data.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
/** How far the month reaches back, and how far ahead posts are planned. */
const pastMs = 31 * dayMs
const aheadMs = 15 * dayMs
/** A planned post does not go out while the newcomer is still looking around. */
const quietMs = 45 * minuteMs

export interface PlannedPost extends LocalMoment {
  readonly post: MonthPost
}

export interface PlannedLine {
  readonly line: Line
  readonly at: number
}

export interface PlannedTalk {
  readonly key: string
  readonly kind: Talk['kind']
  /** Key of the post it stands under. */
  readonly post: string | null
  readonly state: TalkState
  readonly liked: boolean
  readonly lines: readonly PlannedLine[]
}

export interface PlannedReaction {
  readonly kind: 'like' | 'boost'
  readonly post: string
  readonly memberId: string
  readonly at: number
}

export interface MonthPlan {
  readonly published: readonly PlannedPost[]
  readonly scheduled: readonly PlannedPost[]
  readonly drafts: readonly { readonly draft: MonthDraft; readonly at: number }[]
  readonly talks: readonly PlannedTalk[]
  readonly reactions: readonly PlannedReaction[]
  readonly followers: readonly { readonly memberId: string; readonly at: number }[]
}

export interface PlanNeeds {
  readonly business: Business
  /** Everything dated lies before this, except what is planned ahead; ms since the epoch. */
  readonly now: number
  readonly timeZone: string
  readonly scene: Scene
}

/** Lays the month's data out around a moment: what has been, what is planned, who said what when. Pure. */
export function planMonth({ business, now, timeZone, scene }: PlanNeeds): MonthPlan {
  const posts = business.posts.map((post): PlannedPost => ({ post, ...momentOf(post, now, timeZone) })).toSorted((a, b) => a.at - b.at)
  const published = posts.filter(({ at }) => at <= now - 5 * minuteMs && at > now - pastMs)
  const scheduled = posts.filter(({ at }) => at > now + quietMs && at <= now + aheadMs)
  const written = business.talks.flatMap((talk, index) => planTalk(talk, `talk ${index}`, published, now, timeZone) ?? [])
  return {
    published,
    scheduled,
    drafts: business.drafts.map((draft) => ({ draft, at: whenAwake(now - draft.daysAgo * dayMs, timeZone) })).map(({ draft, at }) => ({ draft, at: Math.min(at, now - minuteMs) })),
    talks: [...written, ...fillIn(published, written, now, scene)],
    reactions: published.flatMap((planned) => planReactions(planned, now, scene)),
    followers: planFollowers(now, scene)
  }
}

/** null when its post is not out, or none of it has been said yet. */
function planTalk(talk: Talk, key: string, published: readonly PlannedPost[], now: number, timeZone: string): PlannedTalk | null {
  const start = talk.kind === 'comment' ? published.find(({ post }) => post.key === talk.post)?.at : notAtNight(now - talk.ago * hourMs, timeZone)
  if (start === undefined || start < now - pastMs) return null
  const lines: PlannedLine[] = []
  let at = start
  for (const line of talk.lines) {
    at += line.after * minuteMs
    if (line.by === 'us') at = whenAwake(at, timeZone)
    if (at > now - minuteMs) break
    lines.push({ line, at })
  }
  if (lines.length === 0) return null
  const isCutShort = lines.length < talk.lines.length
  return { key, kind: talk.kind, post: talk.kind === 'comment' ? talk.post : null, state: isCutShort ? 'unread' : talk.state, liked: talk.liked && !isCutShort, lines }
}

const friendly: readonly PhraseKind[] = ['praise', 'answer', 'contestEntry', 'eventJoy', 'chat']

/** Beside the written talks some short friendly words, most under the newest posts, so that there is something new to read. */
function fillIn(published: readonly PlannedPost[], written: readonly PlannedTalk[], now: number, scene: Scene): readonly PlannedTalk[] {
  return published.flatMap((planned, index) => {
    const numbers = createSeededNumbers(`${scene.seed} fill ${planned.post.key}`)
    const isNew = index >= published.length - 2
    const isDelicate = findTopics(planned.post.text, scene.language).some((topic) => topic === 'apology' || topic === 'price')
    const count = isNew ? 3 : !isDelicate && numbers.happens(0.2) ? 1 : 0
    const taken = new Set(written.filter((talk) => talk.post === planned.post.key).flatMap((talk) => talk.lines.map(({ line }) => line.by)))
    const weight = (member: CastMember): number => (taken.has(member.handle) ? 0 : writes[member.temperament] * languageWeight(member, scene) * (isFriendly(member) ? 1 : 0))
    return chooseSeveral(scene, count, numbers, weight).flatMap((member) => fillInOne(planned, member, now, scene, numbers) ?? [])
  })
}

function fillInOne({ post, at }: PlannedPost, member: CastMember, now: number, scene: Scene, numbers: SeededNumbers): PlannedTalk | null {
  const kinds = [...repertoire(member.temperament, findTopics(post.text, scene.language), 'calm')].filter(([kind]) => friendly.includes(kind))
  const saidAt = at + reactionDelay(numbers)
  if (kinds.length === 0 || saidAt > now - minuteMs) return null
  const [purpose] = numbers.pickWeighted(kinds, ([, weight]) => weight)
  const line = { by: member.handle, after: 0, purpose, text: scene.speech.say(purpose, member, numbers) }
  const isOld = saidAt < now - 2 * dayMs
  return { key: `${post.key} ${member.handle}`, kind: 'comment', post: post.key, state: isOld ? 'done' : 'unread', liked: isOld && numbers.happens(0.6), lines: [{ line, at: saidAt }] }
}

function isFriendly(member: CastMember): boolean {
  return ['fan', 'regular', 'ambassador', 'newcomer'].includes(member.temperament)
}

function planReactions({ post, at }: PlannedPost, now: number, scene: Scene): readonly PlannedReaction[] {
  const numbers = createSeededNumbers(`${scene.seed} month ${post.key}`)
  // A post of this morning has not had its time yet.
  const ripeness = Math.min(1, (now - at) / (10 * hourMs))
  const likers = chooseSeveral(scene, Math.round(post.likes * ripeness), numbers, (member) => likes[member.temperament] * languageWeight(member, scene))
  const reactions = likers.map((member): PlannedReaction => ({ kind: 'like', post: post.key, memberId: member.id, at: at + reactionDelay(numbers) }))
  const boosts = likers.slice(0, Math.round(post.boosts * ripeness)).map((member): PlannedReaction => ({ kind: 'boost', post: post.key, memberId: member.id, at: at + reactionDelay(numbers) }))
  return [...reactions, ...boosts].filter((reaction) => reaction.at < now - minuteMs)
}

function planFollowers(now: number, scene: Scene): MonthPlan['followers'] {
  const numbers = createSeededNumbers(`${scene.seed} followers`)
  const members = chooseSeveral(scene, 9, numbers, (member) => (member.temperament === 'newcomer' ? 3 : 1))
  return members.map((member) => ({ memberId: member.id, at: now - Math.round(numbers.fraction() * 29 * dayMs) - hourMs }))
}
