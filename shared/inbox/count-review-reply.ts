import type { NetworkCapabilities } from '../networks/network-capabilities.ts'
import type { ReplyCount } from './count-reply.ts'

/** What is left for the owner's answer to a review: by the bound that is nearest, in its own unit; `max` and `remaining` are null where there is none. */
export function countReviewReply(text: string, { inbox }: Pick<NetworkCapabilities, 'inbox'>): ReplyCount {
  const { characters = null, bytes = null } = inbox.reviews?.maxReply.value ?? {}
  const counts = [counted([...text].length, characters), counted(new TextEncoder().encode(text).byteLength, bytes)]
  return counts.toSorted((a, b) => (a.remaining ?? Infinity) - (b.remaining ?? Infinity))[0] ?? counted(0, null)
}

function counted(count: number, max: number | null): ReplyCount {
  return { count, max, remaining: max === null ? null : max - count, isTooLong: max !== null && count > max }
}
