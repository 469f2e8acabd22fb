import { z } from 'zod'

/** Reactions of one kind. `custom`: pictures that somebody made, all together; `paid`: those that were bought; both without an `emoji`. */
export const reactionKindSchema = z.object({ kind: z.enum(['emoji', 'custom', 'paid']), emoji: z.string().max(64), count: z.int().min(0) })
export type ReactionKind = z.infer<typeof reactionKindSchema>
export const reactionKindsSchema = z.array(reactionKindSchema)

export function countReactions(kinds: readonly ReactionKind[]): number {
  return kinds.reduce((sum, { count }) => sum + count, 0)
}

/** Of several things that are one post, each kind once, the most frequent first. */
export function addReactions(each: readonly (readonly ReactionKind[])[]): ReactionKind[] {
  const sums = new Map<string, ReactionKind>()
  for (const { kind, emoji, count } of each.flat()) {
    const key = `${kind} ${emoji}`
    sums.set(key, { kind, emoji, count: (sums.get(key)?.count ?? 0) + count })
  }
  return [...sums.values()].filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count || a.emoji.localeCompare(b.emoji))
}
