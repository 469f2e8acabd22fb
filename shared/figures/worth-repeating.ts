import { z } from 'zod'
import { instantSchema } from '../contract/identifiers.ts'
import { postSummarySchema } from '../posts/post.ts'
import { postFigureNames, postFiguresSchema, type PostFigures } from './figures.ts'

/** What a network counted last of a post on one account. */
export interface CountedPost {
  readonly postId: string
  readonly accountId: string
  /** ms since the epoch. */
  readonly publishedAt: number
  readonly figures: PostFigures
}

export const worthRepeatingSchema = z.object({
  post: postSummarySchema,
  /** Of all its accounts together. */
  figures: postFiguresSchema,
  /** How many times what is usual for its accounts; null where too little is known to say. */
  timesUsual: z.number().nullable(),
  /** The newest draft or post that was begun from it. */
  writtenAgainAt: instantSchema.nullable()
})
export type WorthRepeating = z.infer<typeof worthRepeatingSchema>

/** What is usual can be told from so many posts of an account. */
const enough = 3

export interface RankedPost {
  readonly postId: string
  readonly figures: PostFigures
  readonly timesUsual: number | null
}

/**
 * The posts that were out before that moment, the best first: by how often people did something about them, against what is usual for each of their accounts, so that a post on a large
 * account does not always win. Posts about which nobody did anything, or less than is usual, are not among them.
 */
export function rankPosts(counted: readonly CountedPost[], before: number): readonly RankedPost[] {
  const usual = usualByAccount(counted)
  const byPost = grouped(counted, ({ postId }) => postId)
  return [...byPost.entries()]
    .filter(([, posts]) => posts.every(({ publishedAt }) => publishedAt < before) && posts.some(({ figures }) => weightOf(figures) > 0))
    .map(([postId, posts]) => {
      const times = posts.flatMap(({ accountId, figures }) => {
        const known = usual.get(accountId)
        const weight = weightOf(figures)
        // Where nobody ever does anything, nothing says nothing.
        return known === undefined || (known === 0 && weight === 0) ? [] : [weight / Math.max(1, known)]
      })
      return { postId, figures: sum(posts), timesUsual: times.length === 0 ? null : times.reduce((total, value) => total + value, 0) / times.length }
    })
    .filter(({ timesUsual }) => timesUsual === null || timesUsual >= 1)
    .toSorted((one, other) => (other.timesUsual ?? 1) - (one.timesUsual ?? 1) || weightOf(other.figures) - weightOf(one.figures) || one.postId.localeCompare(other.postId))
}

function usualByAccount(counted: readonly CountedPost[]): ReadonlyMap<string, number> {
  const byAccount = grouped(counted, ({ accountId }) => accountId)
  return new Map([...byAccount.entries()].flatMap(([accountId, posts]) => (posts.length < enough ? [] : [[accountId, median(posts.map(({ figures }) => weightOf(figures)))] as const])))
}

function grouped(counted: readonly CountedPost[], by: (post: CountedPost) => string): ReadonlyMap<string, readonly CountedPost[]> {
  const groups = new Map<string, CountedPost[]>()
  for (const post of counted) {
    const group = groups.get(by(post))
    if (group === undefined) groups.set(by(post), [post])
    else group.push(post)
  }
  return groups
}

/** Everything that people did; where a network tells views alone, those. To be reached is no deed. */
function weightOf({ views, reach: _reach, ...deeds }: PostFigures): number {
  const done = Object.values(deeds)
  return done.length === 0 ? (views ?? 0) : done.reduce((total, count) => total + count, 0)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

function sum(posts: readonly CountedPost[]): PostFigures {
  const told: PostFigures = {}
  for (const name of postFigureNames) {
    const counts = posts.flatMap(({ figures }) => figures[name] ?? [])
    if (counts.length > 0) told[name] = counts.reduce((total, count) => total + count, 0)
  }
  return told
}
