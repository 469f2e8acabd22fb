import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { CannotTell, GoneThere, NativeScheduler, PublishedThere, ScheduledPlace, WaitingPosts, WaitingThere } from '../network-scheduler.ts'
import { createKeptIds } from '../kept-ids.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { asFacebookId, withFacebookApi, type FacebookApi } from './facebook-api.ts'
import { isDuplicate, isNotFound } from '../meta/meta-failures.ts'
import { findFilm, handOverFilm, handOverReel, isFilmId, readFilm } from './facebook-film-schedule.ts'
import { findOwnPost } from './facebook-find.ts'
import { isSamePost, mayBeSamePost, publishedOf } from './facebook-mapping.ts'
import type { FacebookOptions } from './facebook-options.ts'
import { readyPost } from './facebook-publish.ts'
import { endsUnseen, graphListSchema, nextPageOf } from '../meta/graph-lists.ts'
import { createdSchema, facebookPostSchema, type FacebookPost } from './facebook-schemas.ts'
import { readEach } from '../read-each.ts'

type There = WaitingThere | PublishedThere | GoneThere | CannotTell
type Sought = Parameters<NativeScheduler['find']>[2]

const fields = 'id,message,is_published,scheduled_publish_time,permalink_url,attachments{media_type,target,subattachments}'
const pageSize = 100
const mostPages = 10
/** A request that was cut off may still be at work on the server for this long, in ms. */
const settled = 30_000
/** Published earlier than this before its time, it is another one that says the same (a series does). */
const mostEarly = 60_000
/** Later than this, the user is asked. The next day of a series lies beyond it. */
const mostLate = 12 * 60 * 60_000

const notUnderstood = studioError('unexpected_answer', 'the list of what waits there has another shape, or no end')

/** https://developers.facebook.com/docs/pages-api/posts#schedule (read on 2026-11-21): a post that is not published and bears a time. Its id stays when it is out. */
export function createFacebookScheduler(options: FacebookOptions): NativeScheduler {
  const films = createKeptIds()
  const uploads = createKeptIds()
  /** Facebook gives no answer about it: "gone" is believed only when it is neither among what waits nor among what is out. */
  async function afterwards(api: FacebookApi, session: AccountSession, draft: Draft, place: ScheduledPlace & { scheduledId: string | null }): Promise<NetworkResult<PublishedThere | GoneThere | CannotTell>> {
    const { dueAt, dueUntil, scheduledId, isAnothers } = place
    const waiting = scheduledId === null ? done(null) : await findScheduled(api, session, (post) => waitingIdOf(post) === scheduledId)
    if (!waiting.ok) return waiting
    if (waiting.value !== null) return done({ kind: 'cannot_tell' })
    const now = options.clock.now()
    const window = { serverSince: dueAt - mostEarly, serverUntil: Math.max(dueAt, dueUntil ?? dueAt) + mostLate }
    const found = await findOwnPost(api, session, draft, { sentAt: Math.min(window.serverSince, now - settled), ...window, ...(isAnothers === undefined ? {} : { isAnothers }) }, now)
    if (!found.ok) return found
    if (found.value === 'none') return done({ kind: 'gone' })
    return done(found.value === 'cannot_tell' ? { kind: 'cannot_tell' } : { kind: 'published', ...found.value })
  }

  /** By its number. An older copy of the ledger does not know it: then lists alone can name it, which show a film late. */
  async function findFilmSought(api: FacebookApi, session: AccountSession, draft: Draft, intent: Sought): Promise<NetworkResult<There>> {
    const film = intent.begun === undefined ? films.of(intent.idempotencyKey) : intent.begun
    // Nobody has told Facebook anything of it yet but its bytes.
    if (film === null) return done({ kind: 'gone' })
    if (film !== undefined) return findFilm(api, session, draft, film, options.clock.now() - intent.sentAt)
    return mapValue(await findAlike(api, session, draft, intent), (waiting) => waiting ?? { kind: 'cannot_tell' })
  }

  async function readThere(api: FacebookApi, session: AccountSession, draft: Draft, place: ScheduledPlace & { scheduledId: string }): Promise<NetworkResult<There>> {
    const id = asFacebookId(place.scheduledId)
    if (!id.ok) return id
    if (isFilmId(id.value)) {
      const film = await readFilm(api, session, draft, id.value)
      if (!film.ok) return isNotFound(film.failure) ? afterwards(api, session, draft, place) : film
      // Out, and its post not named yet: lists name it.
      const isUnnamed = film.value.kind === 'published' && film.value.remoteId === id.value
      const listed = isUnnamed ? await afterwards(api, session, draft, place) : film
      return listed.ok && listed.value.kind === 'published' ? listed : film
    }
    const post = await api.get(`/${id.value}`, { fields }, facebookPostSchema)
    if (post.ok) return done(thereOf(post.value, draft))
    return isNotFound(post.failure) ? afterwards(api, session, draft, place) : post
  }

  return {
    handOver: (session, draft, intent) =>
      withFacebookApi<WaitingThere | PublishedThere>(options, session, async (api) => {
        // Stories are not given to it (`formats`).
        if (draft.format === 'reel') return handOverReel(api, { films, uploads }, session, draft, intent)
        if (draft.media.some(isVideo)) return handOverFilm(api, films, session, draft, intent)
        const { dueAt } = intent
        const ready = await readyPost(api, session, draft, dueAt)
        if (!ready.ok) return ready
        const created = await api.create(ready.value.path, ready.value.body, createdSchema)
        if (created.ok) return done({ kind: 'waiting', scheduledId: created.value.id, dueAt: toSeconds(dueAt), isChanged: false })
        if (!isDuplicate(created.failure)) return created
        const there = await findAlike(api, session, draft, { dueAt })
        if (!there.ok) return failed('unknown_outcome', there.failure.error)
        if (there.value?.kind === 'cannot_tell') return failed('unknown_outcome', created.failure.error)
        return there.value === null ? created : done(there.value)
      }),
    find: (session, draft, intent) =>
      withFacebookApi<There>(options, session, async (api) => {
        if (draft.media.some(isVideo)) return findFilmSought(api, session, draft, intent)
        const waiting = await findAlike(api, session, draft, intent)
        if (!waiting.ok) return waiting
        if (waiting.value !== null) return done(waiting.value)
        return options.clock.now() - intent.sentAt < settled ? done({ kind: 'cannot_tell' }) : afterwards(api, session, draft, { ...intent, scheduledId: null })
      }),
    listWaiting: (session) => withFacebookApi(options, session, (api) => listWaiting(api, session)),
    read: (session, draft, place) => withFacebookApi(options, session, (api) => readThere(api, session, draft, place)),
    move: (session, draft, place, dueAt) =>
      withFacebookApi<There>(options, session, async (api) => {
        // Asked first: a time given to what is out means nothing there.
        const there = await readThere(api, session, draft, place)
        if (!there.ok || there.value.kind !== 'waiting') return there
        const moved = await api.order('POST', `/${place.scheduledId}`, { scheduled_publish_time: Math.floor(dueAt / 1000) })
        return moved.ok ? readThere(api, session, draft, { ...place, dueUntil: Math.max(place.dueAt, dueAt) }) : moved
      }),
    cancel: (session, draft, place) =>
      withFacebookApi<PublishedThere | GoneThere | CannotTell>(options, session, async (api) => {
        const there = await readThere(api, session, draft, place)
        if (!there.ok) return there
        if (there.value.kind !== 'waiting') return done(there.value)
        const removed = await api.order('DELETE', `/${place.scheduledId}`)
        if (!removed.ok && !isNotFound(removed.failure)) return removed
        // Asked again before it is believed: something else may have answered, and from here it would go a second time.
        const after = await readThere(api, session, draft, place)
        if (!after.ok) return after
        return done(after.value.kind === 'waiting' ? { kind: 'cannot_tell' } : after.value)
      })
  }
}

/** Facebook keeps seconds. */
function toSeconds(instant: number): number {
  return Math.floor(instant / 1000) * 1000
}

/** Whoever took its time from it there does not want it published then. */
function thereOf(post: FacebookPost, draft: Draft): WaitingThere | PublishedThere | GoneThere | CannotTell {
  if (post.is_published === true) return { kind: 'published', ...publishedOf(post.id, post.permalink_url) }
  if (post.is_published === undefined) return { kind: 'cannot_tell' }
  if (post.scheduled_publish_time === undefined) return { kind: 'gone' }
  return Number.isNaN(post.scheduled_publish_time) ? { kind: 'cannot_tell' } : waitingThere(post, post.scheduled_publish_time, draft)
}

function waitingThere(post: FacebookPost, seconds: number, draft: Draft): WaitingThere {
  return { kind: 'waiting', scheduledId: waitingIdOf(post), dueAt: seconds * 1000, isChanged: !mayBeSamePost(post, draft) }
}

/** A film goes by its own number, also where its post is listed. */
function waitingIdOf({ id, attachments }: FacebookPost): string {
  const film = attachments?.data?.find(({ media_type }) => media_type?.startsWith('video') === true)?.target?.id
  return film === undefined || !/^\d{1,25}$/.test(film) ? id : film
}

/** `cannot_tell`: one that waits there leaves out what would tell, its words or its time. */
async function findAlike(api: FacebookApi, session: AccountSession, draft: Draft, { dueAt, isAnothersThere }: Pick<Sought, 'dueAt' | 'isAnothersThere'>): Promise<NetworkResult<WaitingThere | CannotTell | null>> {
  let isUntold = false
  const found = await findScheduled(api, session, (post) => {
    const seconds = post.scheduled_publish_time ?? Number.NaN
    if (Math.abs(seconds * 1000 - dueAt) >= 60_000 || !mayBeSamePost(post, draft) || isAnothersThere?.(waitingIdOf(post)) === true) return false
    const isIt = isSamePost(post, draft) && !Number.isNaN(seconds)
    isUntold ||= !isIt
    return isIt
  })
  if (!found.ok) return found
  if (found.value === null) return done(isUntold ? { kind: 'cannot_tell' } : null)
  return done(waitingThere(found.value, found.value.scheduled_publish_time ?? 0, draft))
}

async function listWaiting(api: FacebookApi, session: AccountSession): Promise<NetworkResult<WaitingPosts>> {
  const all: FacebookPost[] = []
  const looked = await findScheduled(api, session, (post) => {
    all.push(post)
    return false
  })
  return mapValue(looked, () => ({ posts: all.map((post) => ({ scheduledId: waitingIdOf(post), text: post.message ?? '', dueAt: (post.scheduled_publish_time ?? 0) * 1000, url: post.permalink_url ?? null })), isComplete: true }))
}

async function findScheduled(api: FacebookApi, { account }: AccountSession, isIt: (post: FacebookPost) => boolean): Promise<NetworkResult<FacebookPost | null>> {
  let after: string | null = null
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page: NetworkResult<ReturnType<typeof graphListSchema.parse>> = await api.get(`/${account.remoteId}/scheduled_posts`, { fields, limit: pageSize, after }, graphListSchema)
    if (!page.ok) return page
    const posts = readEach(page.value.data, facebookPostSchema)
    const found = posts.find(isIt)
    if (found !== undefined) return done(found)
    // What is not understood must not pass for what is not there.
    if (posts.length < page.value.data.length || endsUnseen(page.value)) return failed('bug', notUnderstood)
    after = nextPageOf(page.value)
    if (after === null) return done(null)
  }
  return failed('bug', notUnderstood)
}
