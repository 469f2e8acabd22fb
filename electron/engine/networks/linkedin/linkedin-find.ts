import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { LastPost } from '../../../../shared/outbox/last-posts.ts'
import { splitQuestion } from '../../../../shared/posts/poll.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { Published, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { LinkedinApi } from './linkedin-api.ts'
import { linkedinCommentSchema, linkedinPostSchema, listSchema, placeAfter, type LinkedinList, type LinkedinPost } from './linkedin-schemas.ts'
import { encodeUrn, readLinkedinUrn, urlOfPost } from './linkedin-urn.ts'
import { fromLittleText, toLittleText } from './little-text.ts'
import { earliestOf } from '../server-clock.ts'
import { plainWords } from '../../../../shared/text/plain-words.ts'
import { readEach } from '../read-each.ts'

export const pageSize = 100
const mostPages = 5
/** LinkedIn shows a post in its author's list a little later than it takes it. */
const settled = 30_000

type Found = Published | 'none' | 'cannot_tell'
type Sought = Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>

const otherShape = failed('bug', studioError('unexpected_answer', 'the list of what stands there has another shape'))

/** Looks through what the page published, or answered, since the attempt began for what the draft says. */
export async function findOwn(api: LinkedinApi, draft: Draft, intent: Sought, now: number): Promise<NetworkResult<Found>> {
  return draft.replyTo === null ? findOwnPost(api, draft, intent, now) : findOwnComment(api, draft, draft.replyTo.remoteId, intent, now)
}

async function findOwnPost(api: LinkedinApi, draft: Draft, intent: Sought, now: number): Promise<NetworkResult<Found>> {
  const query = { q: 'author', author: api.author, sortBy: 'CREATED' }
  return lookThrough(api, { path: '/rest/posts', query, intent, now }, (entries, since) => {
    const posts = readEach(entries, linkedinPostSchema)
    const unknown = posts.filter((post) => intent.isAnothers?.(post.id) !== true)
    const alike = unknown.filter((post) => isSamePost(post, draft))
    const found = alike.find((post) => timeOf(post) >= since && sharesSame(post, draft) === true)
    const isOver = posts.some((post) => timeOf(post) !== 0 && timeOf(post) < since)
    return { found: found === undefined ? null : publishedOf(found.id), wasUnderstood: posts.length === entries.length, isOver, isUndated: alike.some((post) => timeOf(post) === 0 || (timeOf(post) >= since && sharesSame(post, draft) === 'untold')) || unknown.some((post) => (timeOf(post) === 0 || timeOf(post) >= since) && hidesItsOwn(post, draft)) }
  })
}

async function findOwnComment(api: LinkedinApi, draft: Draft, answered: string, intent: Sought, now: number): Promise<NetworkResult<Found>> {
  const place = readLinkedinUrn(answered)
  if (!place.ok) return place
  const post = place.value?.post ?? answered
  return lookThrough(api, { path: `/rest/socialActions/${encodeUrn(answered)}/comments`, query: {}, intent, now }, (entries, since) => {
    const comments = readEach(entries, linkedinCommentSchema)
    const alike = comments.filter(({ actor, message, commentUrn }) => actor === api.author && !isAnothersComment(intent, commentUrn, post) && plainWords(message?.text ?? draft.text) === plainWords(draft.text))
    const found = alike.find(({ message, created }) => message?.text !== undefined && (created?.time ?? 0) >= since)
    return { found: found === undefined ? null : commentOf(found.commentUrn), wasUnderstood: comments.length === entries.length, isOver: false, isUndated: alike.some(({ created }) => (created?.time ?? since) >= since) }
  })
}

/** One comment has several names: lists may name its post as an activity, while what was sent is kept under the post that was answered. Its own number is the same. */
function isAnothersComment({ isAnothers }: Sought, urn: string, post: string): boolean {
  if (isAnothers === undefined) return false
  const named = readLinkedinUrn(urn)
  const names = named.ok && named.value !== null ? [urn, `urn:li:comment:(${post},${named.value.commentId})`] : [urn]
  return names.some((name) => isAnothers(name))
}

interface Look {
  readonly path: string
  readonly query: Readonly<Record<string, string | number | null>>
  readonly intent: Sought
  readonly now: number
}

/** `isUndated`: it may be this one, and nothing says when it was made, or what it shares. */
type ReadPage = (entries: readonly unknown[], since: number) => { readonly found: Published | null; readonly wasUnderstood: boolean; readonly isOver: boolean; readonly isUndated: boolean }

async function lookThrough(api: LinkedinApi, { path, query, intent, now }: Look, readPage: ReadPage): Promise<NetworkResult<Found>> {
  const none = now - intent.sentAt < settled ? 'cannot_tell' : 'none'
  let start = 0
  for (let pages = 0; pages < mostPages; pages += 1) {
    const answered = await api.find(path, { ...query, start, count: pageSize })
    if (!answered.ok) return answered
    const list = listSchema.safeParse(answered.value.json)
    const page = list.success ? readPage(list.data.elements, earliestOf(intent, answered.value.response, now)) : null
    // A list that is not understood must not pass for an empty one: that would say "not there, send again".
    if (!list.success || page?.wasUnderstood !== true) return otherShape
    const seen = verdictOf(page, list.data, none)
    if (typeof seen !== 'number') return done(seen)
    start += seen
  }
  return done('cannot_tell')
}

/** What a page says; a number: go on so much further down. */
function verdictOf({ found, isUndated, isOver }: ReturnType<ReadPage>, list: LinkedinList, none: Found): Found | number {
  if (found !== null || isUndated) return found ?? 'cannot_tell'
  return (isOver ? null : placeAfter(list, pageSize)) ?? none
}

export async function listLastPosts(api: LinkedinApi): Promise<NetworkResult<readonly LastPost[]>> {
  const answered = await api.find('/rest/posts', { q: 'author', author: api.author, sortBy: 'CREATED', start: 0, count: lastOnes })
  if (!answered.ok) return answered
  const list = listSchema.safeParse(answered.value.json)
  if (!list.success) return otherShape
  return done(readEach(list.data.elements, linkedinPostSchema).map((post) => ({ ...publishedOf(post.id), text: fromLittleText(post.commentary ?? ''), publishedAt: instantOf(timeOf(post)) })))
}

export function publishedOf(urn: string): Published {
  return { remoteId: urn, url: urlOfPost(urn) }
}

/** A comment has an address only below its post's. */
export function commentOf(urn: string): Published {
  const place = readLinkedinUrn(urn)
  return { remoteId: urn, url: place.ok && place.value !== null ? urlOfPost(place.value.post) : null }
}

export function timeOf({ publishedAt, createdAt }: LinkedinPost): number {
  return publishedAt ?? createdAt ?? 0
}

function isSamePost({ commentary = '', content }: LinkedinPost, draft: Draft): boolean {
  const pictures = content?.multiImage?.images?.length ?? (content?.media === undefined ? 0 : 1)
  const { above, question } = aboveAndQuestion(draft)
  return pictures === draft.media.length && mayBeOfFormat(content, draft) && plainWords(fromLittleText(commentary)) === plainWords(above) && plainWords(questionIn(content)) === plainWords(question)
}

/** Whether it may be it by what it leaves out: its words, or what it shows. */
function hidesItsOwn(post: LinkedinPost, draft: Draft): boolean {
  const { above } = aboveAndQuestion(draft)
  if (post.commentary === undefined && isSamePost({ ...post, commentary: toLittleText(above) }, draft)) return true
  return !tellsContent(post) && (draft.media.length > 0 || draft.poll !== undefined) && plainWords(fromLittleText(post.commentary ?? toLittleText(above))) === plainWords(above)
}

/** An article is content too. */
function tellsContent({ content }: LinkedinPost): boolean {
  return content !== undefined && (content.media !== undefined || content.multiImage?.images !== undefined || content.poll !== undefined || content['article'] !== undefined)
}

/** Whether a post shares what the draft does. Of one that shares something and does not say what, or may do so, nobody can tell; nor of one that names it in the other way, for a share and a `ugcPost` may be one post. */
function sharesSame({ reshareContext }: LinkedinPost, { quote }: Draft): boolean | 'untold' {
  if (quote === undefined) return reshareContext === undefined
  const parent = reshareContext?.parent
  if (parent === quote.remoteId) return true
  return parent !== undefined && kindOfUrn(parent) === kindOfUrn(quote.remoteId) ? false : 'untold'
}

function kindOfUrn(urn: string): string {
  return urn.slice(0, urn.lastIndexOf(':'))
}

/** A document and a picture with the same words are two posts; of an entry that does not say which it is, nobody can tell. */
function mayBeOfFormat(content: LinkedinPost['content'], { format }: Draft): boolean {
  const id = content?.media?.id
  return id === undefined || isDocument(id) === (format === 'document')
}

export function isDocument(id: string): boolean {
  return id.startsWith('urn:li:document:')
}

function questionIn(content: LinkedinPost['content']): string {
  return content?.poll?.question ?? ''
}

/** Without a poll, all of it is the post. */
function aboveAndQuestion({ document, text, poll }: Draft): { above: string; question: string } {
  if (poll === undefined) return { above: text, question: '' }
  const { above, question } = splitQuestion(document)
  return { above: documentToText(above), question }
}
