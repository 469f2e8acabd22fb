import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { escapeHtml } from './document-to-blocks.ts'
import type { WordpressApi } from './wordpress-api.ts'
import { wordpressErrorOf } from './wordpress-failures.ts'
import { earliestOf } from '../server-clock.ts'
import { settled } from './wordpress-find.ts'
import { commentSchema, timeOfGmt, type WordpressComment } from './wordpress-schemas.ts'

const newestAnswers = 50

interface LookForAnswer extends Pick<SentIntent, 'isAnothers'> {
  readonly since: number
  readonly now: number
}

/** Where a comment stands: under a post (`parent` 0), or below another comment. `isHeld`: that one waits for approval. */
interface CommentPlace {
  readonly post: number
  readonly parent: number
  readonly isHeld: boolean
}

/** Answers a comment with a comment, or writes one under a post: https://developer.wordpress.org/rest-api/reference/comments/ (read on 2026-11-23). */
export async function publishComment(api: WordpressApi, session: AccountSession, draft: Draft, when: LookForAnswer): Promise<NetworkResult<Published>> {
  const parent = await readPlace(api, draft)
  if (!parent.ok) return parent
  const approved = await approve(api, parent.value)
  if (!approved.ok) return approved
  const body = { post: parent.value.post, parent: parent.value.parent, content: escapeHtml(draft.text) }
  const created = await api.post('/wp/v2/comments', body, commentSchema, 'visible')
  if (created.ok || wordpressErrorOf(created.failure) !== 'comment_duplicate') return mapValue(created, publishedOf)
  // The site refuses the same words twice: ours are there already, from an attempt whose answer was lost, or from long before.
  const there = await findAnswer(api, session, draft, parent.value, when)
  if (!there.ok) return failed('unknown_outcome', there.failure.error)
  return there.value === null ? created : done(there.value)
}

export async function findComment(api: WordpressApi, session: AccountSession, draft: Draft, when: SentIntent & { readonly now: number }): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const parent = await readPlace(api, draft)
  if (!parent.ok) return parent
  const found = await findAnswer(api, session, draft, parent.value, { ...when, since: when.since ?? when.sentAt })
  if (!found.ok) return found
  if (found.value !== null) return done(found.value)
  return done(when.now - when.sentAt >= settled ? 'none' : 'cannot_tell')
}

function postIdOf(remoteId: string): string | null {
  return /^post:(\d+)$/.exec(remoteId)?.[1] ?? null
}

export function commentIdOf(remoteId: string): string | null {
  return /^comment:(\d+)$/.exec(remoteId)?.[1] ?? null
}

async function readPlace(api: WordpressApi, { replyTo }: Draft): Promise<NetworkResult<CommentPlace>> {
  // Under a post of our own nothing has to be read: whether it takes comments the site says itself.
  const post = postIdOf(replyTo?.remoteId ?? '')
  if (post !== null) return done({ post: Number(post), parent: 0, isHeld: false })
  const id = commentIdOf(replyTo?.remoteId ?? '')
  if (id === null) return failed('rejected', studioError('rejected', 'an answer needs the comment it answers'))
  const parent = await api.get(`/wp/v2/comments/${id}`, { context: 'edit' }, commentSchema)
  if (parent.ok || parent.failure.kind !== 'rejected' || parent.failure.error.details?.['status'] !== 404) return mapValue(parent, ({ id: comment, post: under, status }) => ({ post: under, parent: comment, isHeld: status === 'hold' }))
  return failed('rejected', studioError('rejected', 'the comment to answer is no longer there', { details: { reason: 'gone' } }))
}

/** As in WordPress's own screen, answering a comment that waits for approval approves it: an answer to nothing would help nobody. */
function approve(api: WordpressApi, { parent, isHeld }: CommentPlace): Promise<NetworkResult<unknown>> {
  return isHeld ? api.post(`/wp/v2/comments/${parent}`, { status: 'approved' }, z.unknown(), 'visible') : Promise.resolve(done(null))
}

async function findAnswer(api: WordpressApi, session: AccountSession, draft: Draft, { post, parent }: CommentPlace, { since, now, isAnothers }: LookForAnswer): Promise<NetworkResult<Published | null>> {
  const query = { post, parent, author: session.account.remoteId, status: 'all', orderby: 'id', order: 'desc', per_page: newestAnswers, context: 'edit' }
  const answered = await api.getAnswer('/wp/v2/comments', query)
  if (!answered.ok) return answered
  const comments = z.array(commentSchema).safeParse(answered.value.json)
  if (!comments.success) return failed('bug', studioError('unexpected_answer', 'the list of comments has another shape'))
  const from = earliestOf({ sentAt: since }, answered.value.response, now)
  const found = comments.data.find((comment) => wordsOf(comment) === plain(draft.text) && !(timeOfGmt(comment.date_gmt) < from) && isAnothers?.(publishedOf(comment).remoteId) !== true)
  return done(found === undefined ? null : publishedOf(found))
}

function publishedOf({ id, link }: Pick<WordpressComment, 'id' | 'link'>): Published {
  return { remoteId: `comment:${id}`, url: link }
}

function wordsOf({ content }: WordpressComment): string {
  return plain(htmlToText(content.raw ?? content.rendered ?? '', { addresses: 'left_out' }))
}

/** Without differences that the site makes: white space, typographic quotes and dashes. */
function plain(text: string): string {
  return text.replaceAll(/[‘’′]/g, "'").replaceAll(/[“”″]/g, '"').replaceAll(/[–—]/g, '-').replaceAll('…', '...').replaceAll(/\s+/gu, ' ').trim()
}
