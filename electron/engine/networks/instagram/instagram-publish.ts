import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { instagramCapabilities } from '../../../../shared/networks/instagram-capabilities.ts'
import type { PostFraming } from '../../../../shared/posts/post-framing.ts'
import { instantOf, lastOnes } from '../last-posts.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema } from '../meta/graph-lists.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { timeOf } from '../meta/graph-values.ts'
import { asMetaId, createdSchema, prepareChildren, prepareContainer, type ContainerPlace } from '../meta/media-container.ts'
import { createOpenFilms, type OpenFilms } from '../meta/open-films.ts'
import { findInPrivate, sendInPrivate } from '../meta/meta-messages.ts'
import { createPublishedContainers, type PublishedContainers } from '../meta/published-containers.ts'
import { checkQuota } from '../meta/publishing-quota.ts'
import { actAsMetaUser } from '../meta/meta-acts.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { withPublicFiles, type PlacedMedia } from '../public-files.ts'
import { isVideo } from '../streamed-form.ts'
import { findOwnAnswer, findOwnPost, findOwnStory, postFields } from './instagram-find.ts'
import { lockOnInstagram } from './instagram-lock.ts'
import { instagramMessages } from './instagram-messages.ts'
import type { InstagramOptions } from './instagram-options.ts'
import { aboutPeople, userTags } from './instagram-people.ts'
import { aboutPlace } from './instagram-place.ts'
import { instagramPostSchema } from './instagram-schemas.ts'
import { readEach } from '../read-each.ts'

const containerFields = 'id,status_code,status'

/**
 * https://developers.facebook.com/docs/instagram-platform/content-publishing (read on 2026-11-21). Instagram takes no key and no id of ours, and fetches pictures and videos itself. A post is put
 * together as a container, which nobody sees, and published by a call of its own: that one is never repeated before the account's own posts were looked through.
 */
export function createInstagramPublisher(options: InstagramOptions): Publisher {
  const containers = createPublishedContainers(containerFields)
  const films = createOpenFilms()
  const withGraph = async <Value>(session: AccountSession, work: (graph: GraphCalls) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> => {
    const graph = openMetaUser(options, graphVersion.name, session)
    return graph.ok ? work(graph.value) : graph
  }
  return {
    publish: (session, draft, intent) => withGraph(session, (graph) => (draft.audience === 'message' ? sendInPrivate(instagramMessages(graph, session), draft, options.clock.now()) : draft.replyTo === null ? publish({ graph, options, session, containers, films }, draft, intent) : answer(graph, session, draft, draft.replyTo.remoteId))),
    findPublished: (session, draft, intent) =>
      withGraph(session, async (graph) => {
        const now = options.clock.now()
        if (draft.audience === 'message') return findInPrivate(instagramMessages(graph, session), draft, intent, now)
        if (draft.replyTo !== null) {
          const place = await placeOf(graph, draft.replyTo.remoteId)
          return place.ok ? findOwnAnswer(graph, session, draft, place.value, intent, now) : place
        }
        if (draft.format === 'story') return findOwnStory(graph, session, draft, intent, { now, container: await containers.stateOf(graph, intent.idempotencyKey) })
        const found = await findOwnPost(graph, session, draft, intent, now)
        // The list says nothing, and the container that it is out: it will show.
        return found.ok && found.value === 'none' && (await containers.mayBeOut(graph, intent.idempotencyKey)) ? done('cannot_tell') : found
      }),
    // What the account said stands under the posts of others, and in no list.
    listLast: async (session, { isAnswer }) =>
      isAnswer
        ? done(null)
        : withGraph(session, async (graph) =>
            mapValue(await graph.get(`/${session.account.remoteId}/media`, { fields: postFields, limit: lastOnes }, graphListSchema), ({ data }) =>
              readEach(data, instagramPostSchema).map(({ id, permalink, caption, timestamp }) => ({ remoteId: id, url: permalink ?? null, text: caption ?? '', publishedAt: instantOf(timeOf(timestamp) ?? Number.NaN) }))
            )
          ),
    // https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-comment (read on 2026-11-21).
    act: (session, target) =>
      withGraph(session, (graph) => (target.act === 'lock' || target.act === 'unlock' ? lockOnInstagram(graph, target.remoteId, target.act === 'lock') : actAsMetaUser(graph, target, { network: 'Instagram', hidingOf: (id) => `/${id}` })))
  }
}

interface Publishing {
  readonly graph: GraphCalls
  readonly options: InstagramOptions
  readonly session: AccountSession
  readonly containers: PublishedContainers
  readonly films: OpenFilms
}

async function publish(by: Publishing, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  const { graph, options, session, films } = by
  if (draft.media.length === 0) return failed('rejected', studioError('rejected', 'nothing is published on Instagram without a picture or a video', { details: { reason: 'picture_needed' } }))
  if (draft.format !== undefined && !isOfFormat(draft)) return failed('rejected', studioError('rejected', 'a reel is one video, a story one picture or video', { details: { reason: 'format' } }))
  const quota = await checkQuota(graph, `/${session.account.remoteId}/content_publishing_limit`, 'quota', options.clock.now())
  if (!quota.ok) return quota
  const place = films.watch({ graph, clock: options.clock, signal: session.signal, path: `/${session.account.remoteId}/media`, fields: containerFields }, draft, intent)
  const known = await films.find(place, draft, intent)
  if (!known.ok) return known
  const container = known.value === null ? await withPublicFiles(session, [...draft.media, ...coverFiles(draft)], takenTypes, async (placed) => aboutPlace(aboutPeople(await prepare(place, draft, placed), draft.media), draft.framing?.place)) : done(known.value)
  return container.ok ? publishContainer(by, draft, intent, container.value) : container
}

/** One file: of a reel, a video. */
function isOfFormat({ media, format }: Draft): boolean {
  return media.length === 1 && (format === 'story' || media.every(isVideo))
}

const takenTypes: readonly string[] = [...instagramCapabilities.images.mediaTypes.value, ...instagramCapabilities.video.mediaTypes.value]

/** Everything but the call that others can see: the id of a container that is ready. The files are Instagram's own by then. */
async function prepare(place: ContainerPlace, { text, media, format, framing }: Draft, all: readonly PlacedMedia[]): Promise<NetworkResult<string>> {
  const [placed, [coverFile]] = [all.slice(0, media.length), all.slice(media.length)]
  const shared = { ...(text === '' ? {} : { caption: text }), ...invited(framing), ...placedAt(framing) }
  const [first, ...others] = placed
  // A story takes neither words nor a description, and belongs to one; of who is shown it is told.
  if (first !== undefined && format === 'story') return prepareContainer(place, { media_type: 'STORIES', ...(isVideo(first) ? { video_url: first.url } : { image_url: first.url }), ...userTags(first, false) }, first, false)
  if (first !== undefined && others.length === 0) return prepareContainer(place, { ...(isVideo(first) ? { media_type: 'REELS', video_url: first.url, share_to_feed: format !== 'reel', ...coverFields(media, coverFile), ...userTags(first, false) } : pictureOf(first)), ...shared }, first, text !== '')
  const children = await prepareChildren(place, placed, (file) => ({ ...(isVideo(file) ? { media_type: 'VIDEO', video_url: file.url } : pictureOf(file)), is_carousel_item: true }))
  return children.ok ? prepareContainer(place, { media_type: 'CAROUSEL', children: children.value, ...shared }, null, true) : children
}

/** Of the whole post, not of a file in it: `collaborators` of specs/meta/IGUser.json, edge `media` (read on 2026-11-23). */
function invited(framing: PostFraming | undefined): object {
  return framing?.collaborators === undefined ? {} : { collaborators: framing.collaborators }
}

/** The same: "not supported on images or videos in carousels", `location_id` of https://developers.facebook.com/documentation/instagram-platform/instagram-graph-api/reference/ig-user/media (read on 2026-11-23). */
function placedAt(framing: PostFraming | undefined): object {
  return framing?.place === undefined ? {} : { location_id: framing.place.id }
}

/** Of a reel alone. A moment of the film needs no file. */
function coverFiles({ media }: Pick<Draft, 'media'>): readonly MediaToSend[] {
  const [film, ...others] = media
  return others.length > 0 || film?.cover === undefined || film.cover.atMs !== null ? [] : [film.cover.picture]
}

function coverFields([film]: readonly MediaToSend[], file: PlacedMedia | undefined): object {
  if (file !== undefined) return { cover_url: file.url }
  const atMs = film?.cover?.atMs ?? null
  return atMs === null ? {} : { thumb_offset: String(atMs) }
}

/** Only pictures have a description there, and of films among others nobody is told (`capabilities.peopleShown`). */
function pictureOf(file: PlacedMedia): object {
  return { image_url: file.url, ...(file.altText === '' ? {} : { alt_text: file.altText }), ...userTags(file, true) }
}

async function publishContainer({ graph, options, session, containers }: Publishing, draft: Draft, { idempotencyKey, since, isAnothers }: SendIntent, container: string): Promise<NetworkResult<Published>> {
  const sentAt = options.clock.now()
  containers.note(idempotencyKey, container)
  const created = await graph.create(`/${session.account.remoteId}/media_publish`, { creation_id: container }, createdSchema)
  if (created.ok) {
    const seen = await graph.get(`/${created.value.id}`, { fields: 'id,permalink' }, instagramPostSchema)
    return done({ remoteId: created.value.id, url: seen.ok ? (seen.value.permalink ?? null) : null })
  }
  // Delivered twice on the way, the first of the two did it.
  if (created.failure.kind !== 'rejected' || !(await containers.mayBeOut(graph, idempotencyKey))) return created
  const lookedFor = { sentAt, since: Math.min(since ?? sentAt, sentAt), ...(isAnothers === undefined ? {} : { isAnothers }) }
  const now = options.clock.now()
  const there = draft.format === 'story' ? await findOwnStory(graph, session, draft, lookedFor, { now, container: 'out' }) : await findOwnPost(graph, session, draft, lookedFor, now)
  return there.ok && typeof there.value === 'object' ? done(there.value) : failed('unknown_outcome', created.failure.error)
}

const commentPlaceSchema = z.looseObject({ id: z.string(), parent_id: z.string().optional().catch(undefined) })

async function answer(graph: GraphCalls, session: AccountSession, draft: Draft, answered: string): Promise<NetworkResult<Published>> {
  if (draft.media.length > 0) return failed('rejected', studioError('rejected', 'an answer on Instagram holds words alone', { details: { reason: 'no_picture_in_answers' } }))
  const place = await placeOf(graph, answered)
  if (!place.ok) return place
  return mapValue(await graph.create(`/${place.value}`, { message: draft.text }, createdSchema), ({ id }) => ({ remoteId: id, url: null }))
}

/** Under what an answer is written: the comment, or the one that it stands under itself, since answers have none; or our post. */
async function placeOf(graph: GraphCalls, answered: string): Promise<NetworkResult<string>> {
  const id = asMetaId(answered)
  if (!id.ok) return id
  const seen = await graph.get(`/${id.value}`, { fields: 'id,parent_id' }, commentPlaceSchema)
  // A post knows no parent, and Instagram refuses to be asked for it.
  if (!seen.ok) return seen.failure.kind === 'rejected' && seen.failure.error.details?.['code'] === 100 && seen.failure.error.details['subcode'] === undefined ? done(`${id.value}/comments`) : seen
  return done(`${seen.value.parent_id ?? id.value}/replies`)
}
