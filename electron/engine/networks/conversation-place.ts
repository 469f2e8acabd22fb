/** One post of a thread, from its first (root) to the one that came in. */
export interface ThreadPost {
  readonly id: string
  readonly isOwn: boolean
  /** It names us or quotes us. */
  readonly namesUs: boolean
}

export interface ConversationPlace {
  readonly kind: 'comment' | 'mention'
  /** The identifier all posts of this conversation share. */
  readonly conversationId: string
  /** The post of ours that began the thread. */
  readonly ourPostId: string | null
}

/**
 * Where a post of a thread belongs: each person who answers under a post of ours, or names us elsewhere, begins a conversation of their own,
 * so that forty comments are forty conversations and not one. It begins with the first post of the chain that speaks to us: the answer to
 * one of ours, or the first that names us. `above` are the posts from the thread's first down to the one that `post` answers.
 */
export function findConversationPlace(above: readonly ThreadPost[], post: ThreadPost): ConversationPlace {
  const chain = [...above, post]
  const first = chain.find((candidate, index) => !candidate.isOwn && (candidate.namesUs || chain[index - 1]?.isOwn === true))
  const root = above[0]
  const isUnderOurs = root?.isOwn === true
  return {
    kind: isUnderOurs ? 'comment' : 'mention',
    conversationId: (first ?? post).id,
    ourPostId: isUnderOurs ? root.id : null
  }
}
