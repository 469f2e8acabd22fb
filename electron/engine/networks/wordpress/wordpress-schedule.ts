import { z } from 'zod'
import type { CannotTell, GoneThere, NativeScheduler, PublishedThere, WaitingPosts, WaitingThere } from '../network-scheduler.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import { isFiledUnder } from './wordpress-categories.ts'
import { findDated } from './wordpress-find-dated.ts'
import { hasItsExcerpt } from './wordpress-excerpt.ts'
import { findPostNamed, isSameContent, settled, textOf } from './wordpress-find.ts'
import { publishedOf, scheduledIdOf } from './wordpress-mapping.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { findOrCreateDraft, slugOf } from './wordpress-publish.ts'
import { postSchema, timeOfGmt, type WordpressPost } from './wordpress-schemas.ts'

type There = WaitingThere | PublishedThere | GoneThere | CannotTell

/**
 * WordPress publishes a post of status `future` at its date, when the site is next visited: https://developer.wordpress.org/rest-api/reference/posts/
 * (read on 2026-11-21). As with publishing, a draft comes first, so that a repeat finds it and goes on with it.
 */
export function createWordpressScheduler(options: WordpressOptions): NativeScheduler {
  async function withApi<Value>(session: AccountSession, work: (api: WordpressApi) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> {
    const api = openWordpressApi(options, session)
    return api.ok ? work(api.value) : api
  }

  return {
    handOver: (session, draft, { idempotencyKey, dueAt }) =>
      withApi<WaitingThere | PublishedThere>(session, async (api) => {
        const waiting = await findOrCreateDraft(api, draft, idempotencyKey)
        if (!waiting.ok) return waiting
        const scheduled = await api.post(pathOf(waiting.value.id), { status: 'future', date_gmt: gmt(dueAt), slug: '' }, postSchema, 'visible')
        if (!scheduled.ok) return scheduled
        return done(scheduled.value.status === 'publish' ? { kind: 'published', ...publishedOf(scheduled.value) } : waitingThere(scheduled.value, draft))
      }),
    find: (session, draft, { idempotencyKey, dueAt, sentAt, isAnothers, isAnothersThere }) =>
      withApi<There>(session, async (api) => {
        const named = await findPostNamed(api, slugOf(idempotencyKey))
        if (!named.ok) return named
        if (named.value !== null && named.value.status !== 'draft') return done(thereOf(named.value, draft))
        const found = named.value === null ? await findDated(api, session, draft, { dueAt, isAnothers, isAnothersThere }) : done(null)
        if (!found.ok) return found
        if (found.value === 'cannot_tell') return done({ kind: 'cannot_tell' })
        if (found.value !== null) return done(thereOf(found.value, draft))
        return done({ kind: options.clock.now() - sentAt < settled ? 'cannot_tell' : 'gone' })
      }),
    listWaiting: (session) => withApi(session, (api) => listWaiting(api, session)),
    read: (session, draft, { scheduledId }) => withApi(session, (api) => readThere(api, draft, scheduledId)),
    move: (session, draft, { scheduledId }, dueAt) =>
      withApi<There>(session, async (api) => {
        // Asked first: a date given to what is out would only falsify its date.
        const there = await readThere(api, draft, scheduledId)
        if (!there.ok || there.value.kind !== 'waiting') return there
        const moved = await api.post(pathOf(scheduledId), { status: 'future', date_gmt: gmt(dueAt) }, postSchema)
        return moved.ok ? done(thereOf(moved.value, draft)) : moved
      }),
    cancel: (session, draft, { scheduledId }) =>
      withApi<PublishedThere | GoneThere | CannotTell>(session, async (api) => {
        const there = await readThere(api, draft, scheduledId)
        if (!there.ok) return there
        if (there.value.kind !== 'waiting') return done(there.value)
        // Into the site's bin, where the user finds it; a site without one keeps it as a draft.
        const binned = await api.delete(pathOf(scheduledId), postSchema)
        const removed = isWithoutBin(binned) ? await api.post(pathOf(scheduledId), { status: 'draft' }, postSchema) : binned
        if (!removed.ok) return removed
        const after = thereOf(removed.value, draft)
        return done(after.kind === 'waiting' ? { kind: 'cannot_tell' } : after)
      })
  }
}

function isWithoutBin(result: NetworkResult<unknown>): boolean {
  return !result.ok && result.failure.error.details?.['status'] === 501
}

function pathOf(id: string | number): string {
  return `/wp/v2/posts/${id}`
}

const pageSize = 100

/** A site with more of them than one answer holds says that these are not all. */
async function listWaiting(api: WordpressApi, { account }: AccountSession): Promise<NetworkResult<WaitingPosts>> {
  const query = { author: account.remoteId, status: 'future', orderby: 'date', order: 'asc', per_page: pageSize, page: 1, context: 'edit' }
  return mapValue(await api.get('/wp/v2/posts', query, z.array(postSchema)), (posts) => ({
    // Another plug-in's list may hold more than was asked for.
    posts: posts.filter(({ status }) => status === 'future').map((post) => ({ scheduledId: scheduledIdOf(post), text: textOf(post), dueAt: timeOfGmt(post.date_gmt ?? ''), url: post.link ?? null })),
    isComplete: posts.length < pageSize
  }))
}

/** To the second, as WordPress keeps it. */
function gmt(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19)
}

async function readThere(api: WordpressApi, draft: Draft, scheduledId: string): Promise<NetworkResult<There>> {
  const post = await api.get(pathOf(scheduledId), { context: 'edit' }, postSchema)
  if (post.ok) return done(thereOf(post.value, draft))
  const isGone = post.failure.kind === 'rejected' && post.failure.error.details?.['status'] === 404
  return isGone ? done({ kind: 'gone' }) : post
}

/** Whoever made a draft of it, or put it into the bin, does not want it published at its time. */
function thereOf(post: WordpressPost, draft: Draft): WaitingThere | PublishedThere | GoneThere {
  if (post.status === 'publish') return { kind: 'published', ...publishedOf(post) }
  return post.status === 'future' ? waitingThere(post, draft) : { kind: 'gone' }
}

function waitingThere(post: WordpressPost, draft: Draft): WaitingThere {
  const dueAt = timeOfGmt(post.date_gmt ?? '')
  const isSameTitle = post.title?.raw === undefined || post.title.raw.trim() === draft.title.trim()
  return { kind: 'waiting', scheduledId: scheduledIdOf(post), dueAt, isChanged: !isSameTitle || !isSameContent(post, draft) || !hasItsExcerpt(post, draft.beside?.teaser) || !isFiledUnder(post, draft.beside?.categories?.map(({ id }) => Number(id)) ?? null) }
}
