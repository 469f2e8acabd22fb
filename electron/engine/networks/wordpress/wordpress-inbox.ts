import { z } from 'zod'
import { htmlToText } from '../../text/html-to-text.ts'
import type { IncomingItem } from '../network-incoming.ts'
import type { InboxReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import { addSeen, readWordpressCursor, writeWordpressCursor, type WordpressCursor } from './wordpress-cursor.ts'
import { readLocks } from './wordpress-lock.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { commentSchema, timeOfGmt, type WordpressComment } from './wordpress-schemas.ts'

const pageSize = 50
const pagesOfFirstLook = 3
const mostPages = 100

/** The site's comments, those that wait for approval among them. */
export function createWordpressInbox(options: WordpressOptions): InboxReader {
  return {
    async fetchSince(session, written) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      const cursor = readWordpressCursor(written)
      const page = await readPage(api.value, cursor.walk?.page ?? 1)
      if (!page.ok) return page
      const unseen = page.value.comments.filter(({ id }) => !cursor.seen.includes(id))
      const tops = await findTops(api.value, unseen)
      if (!tops.ok) return tops
      const locks = page.value.isModerated ? await readLocks(api.value, unseen) : done(new Map())
      if (!locks.ok) return locks
      const next = cursorAfter(cursor, page.value.comments)
      const items = unseen.map((comment) => toItem(comment, tops.value.get(comment.id) ?? comment.id, session.account.remoteId, locks.value.get(comment.post)))
      return done({ items, nextCursor: writeWordpressCursor(next), more: next.walk !== null, pollAgainAfterMs: null })
    }
  }
}

/** Newest first. A comment that comes in between two pages pushes the others down: some are seen twice, none is missed. */
async function readPage(api: WordpressApi, page: number): Promise<NetworkResult<{ readonly comments: readonly WordpressComment[]; readonly isModerated: boolean }>> {
  const query = { orderby: 'id', order: 'desc', per_page: pageSize, page }
  const all = await api.get('/wp/v2/comments', { ...query, status: 'all', context: 'edit' }, z.array(commentSchema))
  if (all.ok || all.failure.kind !== 'rejected') return mapValue(all, (comments) => ({ comments, isModerated: true }))
  // Past the last page, after some were deleted.
  if (all.failure.error.details?.['name'] === 'rest_comment_invalid_page_number') return done({ comments: [], isModerated: true })
  // Who may not moderate sees the approved ones, without their status.
  return mapValue(await api.get('/wp/v2/comments', query, z.array(commentSchema)), (comments) => ({ comments, isModerated: false }))
}

function cursorAfter(cursor: WordpressCursor, page: readonly WordpressComment[]): WordpressCursor {
  const newest = cursor.walk?.newest ?? Math.max(cursor.readUntil ?? 0, ...page.map(({ id }) => id))
  const seen = addSeen(cursor.seen, page.map(({ id }) => id))
  const pageRead = cursor.walk === null ? 1 : cursor.walk.page
  const goesOn = page.length >= pageSize && needsNextPage(cursor, page, pageRead)
  return goesOn ? { ...cursor, seen, walk: { page: pageRead + 1, newest } } : { version: 1, seen, walk: null, readUntil: newest }
}

function needsNextPage({ readUntil }: WordpressCursor, page: readonly WordpressComment[], pageRead: number): boolean {
  if (readUntil === null) return pageRead < pagesOfFirstLook
  return pageRead < mostPages && Math.min(...page.map(({ id }) => id)) > readUntil
}

/** For each comment the first of its thread: that is one conversation with one person. */
async function findTops(api: WordpressApi, comments: readonly WordpressComment[]): Promise<NetworkResult<ReadonlyMap<number, number>>> {
  const parents = new Map(comments.map(({ id, parent }) => [id, parent]))
  for (;;) {
    const missing = [...new Set(parents.values())].filter((id) => id !== 0 && !parents.has(id))
    if (missing.length === 0) break
    const read = await readParents(api, missing.slice(0, pageSize))
    if (!read.ok) return read
    for (const [id, parent] of read.value) parents.set(id, parent)
  }
  return done(new Map(comments.map(({ id }) => [id, topOf(id, parents)])))
}

async function readParents(api: WordpressApi, ids: readonly number[]): Promise<NetworkResult<ReadonlyMap<number, number>>> {
  const query = { include: ids.join(','), per_page: pageSize }
  const withHeld = await api.get('/wp/v2/comments', { ...query, status: 'all', context: 'edit' }, z.array(commentSchema))
  const read = withHeld.ok || withHeld.failure.kind !== 'rejected' ? withHeld : await api.get('/wp/v2/comments', query, z.array(commentSchema))
  if (!read.ok) return read
  const found = new Map(read.value.map(({ id, parent }) => [id, parent]))
  // One that was deleted ends the search there.
  return done(new Map(ids.map((id) => [id, found.get(id) ?? 0])))
}

function topOf(id: number, parents: ReadonlyMap<number, number>): number {
  const passed = new Set<number>()
  let top = id
  for (let parent = parents.get(top) ?? 0; parent !== 0 && !passed.has(parent); parent = parents.get(top) ?? 0) {
    passed.add(top)
    top = parent
  }
  return top
}

function toItem(comment: WordpressComment, top: number, ownId: string, lock: IncomingItem['lock']): IncomingItem {
  const time = timeOfGmt(comment.date_gmt)
  const name = comment.author_name.trim()
  return {
    remoteId: `comment:${comment.id}`,
    conversationRemoteId: `comment:${top}`,
    kind: 'comment',
    parentRemoteId: comment.parent === 0 ? null : `comment:${comment.parent}`,
    ourPostRemoteId: `post:${comment.post}`,
    authorName: name,
    authorHandle: name,
    isOwn: comment.author !== 0 && String(comment.author) === ownId,
    text: htmlToText(comment.content.rendered ?? comment.content.raw ?? ''),
    url: comment.link,
    createdAt: Number.isNaN(time) ? 0 : Math.max(0, time),
    attachmentCount: 0,
    isLiked: false,
    isHeld: comment.status === 'hold',
    ...(lock === undefined ? {} : { lock })
  }
}
