import { isOnBoard, type Idea } from '../../../../shared/ideas/idea.ts'
import type { PostStatus, PostSummary } from '../../../../shared/posts/post.ts'
import { foldText } from '../../../../shared/text/fold-text.ts'
import type { Beside } from './beside-store.ts'

export const choiceKinds = ['drafts', 'scheduled', 'ideas', 'published'] as const
export type ChoiceKind = (typeof choiceKinds)[number]

/** One line of the list to choose from. */
export interface BesideChoice {
  readonly shown: Beside
  readonly words: string
  /** null: it is an idea. */
  readonly post: PostSummary | null
}

export interface ChoiceGroup {
  readonly value: ChoiceKind
  readonly items: readonly BesideChoice[]
}

/** Of each kind, before anything was typed: a list to look over, not an archive. */
const mostOfAKind = 20

/** What is offered before anything is typed: drafts by their last change, what comes next, ideas as on their board, what was out last. Never the post in hand. */
export function choicesOf(posts: readonly PostSummary[], ideas: readonly Idea[], postInHand: string): readonly ChoiceGroup[] {
  const ofKind = (kind: ChoiceKind): readonly PostSummary[] => posts.filter((post) => post.id !== postInHand && kindOf(post.status) === kind)
  const drafts = ofKind('drafts').toSorted((one, other) => other.updatedAt - one.updatedAt)
  const scheduled = ofKind('scheduled').toSorted((one, other) => (one.schedule?.dueAt ?? 0) - (other.schedule?.dueAt ?? 0))
  const published = ofKind('published').toSorted((one, other) => (other.publishedAt ?? 0) - (one.publishedAt ?? 0))
  return grouped({ drafts: drafts.map(choiceOfPost), scheduled: scheduled.map(choiceOfPost), ideas: choicesOfIdeas(ideas, ''), published: published.map(choiceOfPost) }, mostOfAKind)
}

/** What was found by words, in the same groups. */
export function foundChoices(hits: readonly { readonly post: PostSummary; readonly passage: string }[], ideas: readonly Idea[], postInHand: string, text: string): readonly ChoiceGroup[] {
  const ofKind = (kind: ChoiceKind): readonly BesideChoice[] => hits.filter(({ post }) => post.id !== postInHand && kindOf(post.status) === kind).map(({ post, passage }) => ({ ...choiceOfPost(post), words: passage }))
  return grouped({ drafts: ofKind('drafts'), scheduled: ofKind('scheduled'), ideas: choicesOfIdeas(ideas, text), published: ofKind('published') }, Infinity)
}

function grouped(of: Readonly<Record<ChoiceKind, readonly BesideChoice[]>>, most: number): readonly ChoiceGroup[] {
  return choiceKinds.map((value) => ({ value, items: of[value].slice(0, most) })).filter(({ items }) => items.length > 0)
}

function choiceOfPost(post: PostSummary): BesideChoice {
  return { shown: { kind: 'post', id: post.id }, words: post.excerpt, post }
}

/** One that has a draft stands among the drafts. */
function choicesOfIdeas(ideas: readonly Idea[], text: string): readonly BesideChoice[] {
  const words = foldText(text.trim()).split(/\s+/u)
  return ideas
    .filter((idea) => idea.post === null && isOnBoard(idea) && words.every((word) => foldText(`${idea.title}\n${idea.note}`).includes(word)))
    .map(({ id, title }) => ({ shown: { kind: 'idea', id }, words: title, post: null }))
}

function kindOf(status: PostStatus): ChoiceKind {
  if (status === 'draft') return 'drafts'
  return status === 'published' || status === 'partly_published' || status === 'removed' ? 'published' : 'scheduled'
}
