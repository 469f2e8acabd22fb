import { firstAddress } from '../../../../shared/text/first-address.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Poll } from '../../../../shared/posts/poll.ts'
import type { PostFraming, Repliers } from '../../../../shared/posts/post-framing.ts'
import { threadsCapabilities } from '../../../../shared/networks/threads-capabilities.ts'
import { lastOnes, instantOf } from '../last-posts.ts'
import type { GraphCalls } from '../meta/graph-calls.ts'
import { graphListSchema } from '../meta/graph-lists.ts'
import { isSameText } from '../meta/graph-values.ts'
import { asMetaId, createdSchema, prepareChildren, prepareContainer, type ContainerPlace } from '../meta/media-container.ts'
import { createOpenFilms, type OpenFilms } from '../meta/open-films.ts'
import { lookThroughOwn } from '../meta/own-posts.ts'
import { createPublishedContainers, type PublishedContainers } from '../meta/published-containers.ts'
import { checkQuota } from '../meta/publishing-quota.ts'
import { actAsMetaUser } from '../meta/meta-acts.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { Published, Publisher, SendIntent, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { withPublicFiles, type PlacedMedia } from '../public-files.ts'
import { isVideo } from '../streamed-form.ts'
import { ownPostOf, type OwnThreadsPost } from './threads-mapping.ts'
import { threadsVersion, type ThreadsOptions } from './threads-options.ts'
import { createThreadsReposts } from './threads-repost.ts'
import { isRepost, threadsPostSchema } from './threads-schemas.ts'
import { readEach } from '../read-each.ts'

const containerFields = 'id,status,error_message'
const postFields = 'id,text,timestamp,permalink,media_type,children,is_quote_post,quoted_post'
/** What is answered is told of answers alone. */
const fieldsOf = (isAnswer: boolean): string => (isAnswer ? `${postFields},replied_to` : postFields)
/** Told of posts; asked for where there is one to look for. */
const withLongText = (fields: string, { framing }: Pick<Draft, 'framing'>): string => (framing?.attachedText === undefined ? fields : `${fields},text_attachment`)

/**
 * https://developers.facebook.com/docs/threads/posts and /reply-management (read on 2026-11-21). Threads takes no key and no id of ours, and fetches pictures and videos itself. A post is
 * put together as a container, which nobody sees, and published by a call of its own: that one is never repeated before the account's own posts were looked through.
 */
export function createThreadsPublisher(options: ThreadsOptions): Publisher {
  const containers = createPublishedContainers(containerFields)
  const films = createOpenFilms()
  const reposts = createThreadsReposts(options.clock)
  const withGraph = async <Value>(session: AccountSession, work: (graph: GraphCalls) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> => {
    const graph = openMetaUser(options, threadsVersion, session)
    return graph.ok ? work(graph.value) : graph
  }
  return {
    publish: (session, draft, intent) => withGraph(session, (graph) => publish({ graph, options, session, containers, films }, draft, intent)),
    findPublished: (session, draft, intent) =>
      withGraph(session, async (graph) => {
        const found = await findOwn(graph, session, draft, intent, options.clock.now())
        // The list says nothing, and the container that it is out: it will show.
        return found.ok && found.value === 'none' && (await containers.mayBeOut(graph, intent.idempotencyKey)) ? done('cannot_tell') : found
      }),
    listLast: (session, { isAnswer }) =>
      withGraph(session, async (graph) =>
        mapValue(await graph.get(`/${session.account.remoteId}/${isAnswer ? 'replies' : 'threads'}`, { fields: fieldsOf(isAnswer), limit: lastOnes }, graphListSchema), ({ data }) =>
          readEach(data, threadsPostSchema).filter((post) => !isRepost(post)).map((post) => ({ remoteId: post.id, url: post.permalink ?? null, text: post.text ?? '', publishedAt: instantOf(ownPostOf(post)?.publishedAt ?? Number.NaN) }))
        )
      ),
    // https://developers.facebook.com/docs/threads/reply-management and /posts/delete-posts (read on 2026-11-21).
    act: (session, target) =>
      withGraph(session, (graph) => (target.act === 'repost' ? reposts.repost(graph, session, target) : actAsMetaUser(graph, target, { network: 'Threads', hidingOf: (id) => `/${id}/manage_reply` })))
  }
}

interface Publishing {
  readonly graph: GraphCalls
  readonly options: ThreadsOptions
  readonly session: AccountSession
  readonly containers: PublishedContainers
  readonly films: OpenFilms
}

async function publish(by: Publishing, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  const { graph, options, session, films } = by
  if (draft.audience === 'message') return failed('rejected', studioError('rejected', 'Threads has no private messages for other programs'))
  const answered = draft.replyTo === null ? done(null) : asMetaId(draft.replyTo.remoteId)
  if (!answered.ok) return answered
  const quoted = draft.quote === undefined ? done(null) : asMetaId(draft.quote.remoteId)
  if (!quoted.ok) return quoted
  const quota = await checkQuota(graph, `/${session.account.remoteId}/threads_publishing_limit`, draft.replyTo === null ? 'quota' : 'reply_quota', options.clock.now())
  if (!quota.ok) return quota
  const place = films.watch({ graph, clock: options.clock, signal: session.signal, path: `/${session.account.remoteId}/threads`, fields: containerFields }, draft, intent)
  const known = await films.find(place, draft, intent)
  if (!known.ok) return known
  const container = known.value === null ? await withPublicFiles(session, draft.media, takenTypes, (placed) => prepare(place, draft, placed, answered.value)) : done(known.value)
  return container.ok ? publishContainer(by, draft, intent, container.value) : container
}

const takenTypes: readonly string[] = [...threadsCapabilities.images.mediaTypes.value, ...threadsCapabilities.video.mediaTypes.value]

/** Everything but the call that others can see: the id of a container that is ready. The files are Threads' own by then. */
async function prepare(place: ContainerPlace, { text, poll, quote, framing }: Draft, placed: readonly PlacedMedia[], answered: string | null): Promise<NetworkResult<string>> {
  const words = { ...(text === '' ? {} : { text }), ...(answered === null ? {} : { reply_to_id: answered }), ...(quote === undefined ? {} : { quote_post_id: quote.remoteId }), ...framingOf(framing, answered !== null, placed.length > 0) }
  const [first, ...others] = placed
  if (first === undefined) return prepareContainer(place, { media_type: 'TEXT', ...words, ...(poll !== undefined ? pollOf(poll) : { ...(quote === undefined ? linkOf(text) : {}), ...longTextOf(framing, quote === undefined && firstAddress(text) === null) }) }, null, true)
  if (others.length === 0) return prepareContainer(place, { ...fileOf(first), ...words }, first, text !== '')
  const children = await prepareChildren(place, placed, (file) => ({ ...fileOf(file), is_carousel_item: true }))
  return children.ok ? prepareContainer(place, { media_type: 'CAROUSEL', children: children.value.join(','), ...words }, null, true) : children
}

function fileOf(file: PlacedMedia): object {
  return { ...(isVideo(file) ? { media_type: 'VIDEO', video_url: file.url } : { media_type: 'IMAGE', image_url: file.url }), ...(file.altText === '' ? {} : { alt_text: file.altText }) }
}

/** https://developers.facebook.com/documentation/threads/create-posts/polls (read on 2026-11-22): beside words alone, and instead of a card. */
function pollOf({ choices }: Poll): object {
  const names = ['option_a', 'option_b', 'option_c', 'option_d']
  return { poll_attachment: JSON.stringify(Object.fromEntries(choices.slice(0, names.length).map((choice, place) => [names[place], choice]))) }
}

/**
 * https://developers.facebook.com/documentation/threads/reply-management (`reply_control`, updated on 2026-02-13), /documentation/threads/posts (`topic_tag`) and /create-posts/spoilers
 * (`is_spoiler_media`), read on 2026-11-23. Who may answer holds for each part of a thread; its topic is the first one's.
 */
function framingOf(framing: PostFraming | undefined, isAnswer: boolean, hasMedia: boolean): object {
  const { replies, topic, isCovered } = framing ?? {}
  return { ...(replies === undefined ? {} : { reply_control: replyControls[replies] }), ...(topic === undefined || isAnswer ? {} : { topic_tag: topic }), ...(isCovered === true && hasMedia ? { is_spoiler_media: true } : {}) }
}

const replyControls: Readonly<Partial<Record<Repliers, string>>> = { everybody: 'everyone', followers: 'followers_only', followed: 'accounts_you_follow', mentioned: 'mentioned_only' }

/** The card of a post of words alone. */
function linkOf(text: string): object {
  const address = firstAddress(text)
  return address === null ? {} : { link_attachment: address }
}

/**
 * https://developers.facebook.com/documentation/threads/create-posts/text-attachments (updated on 2026-07-02, read on 2026-11-23): below words alone, never beside a poll. A link of its own is taken where the post
 * has no card; its words are not searched for one by Threads.
 */
function longTextOf(framing: PostFraming | undefined, mayHaveCard: boolean): object {
  const text = framing?.attachedText
  const address = text === undefined || !mayHaveCard ? null : firstAddress(text)
  return text === undefined ? {} : { text_attachment: JSON.stringify({ plaintext: text, ...(address === null ? {} : { link_attachment_url: address }) }) }
}

async function publishContainer({ graph, options, session, containers }: Publishing, draft: Draft, { idempotencyKey, since, isAnothers }: SendIntent, container: string): Promise<NetworkResult<Published>> {
  const sentAt = options.clock.now()
  containers.note(idempotencyKey, container)
  const created = await graph.create(`/${session.account.remoteId}/threads_publish`, { creation_id: container }, createdSchema)
  if (created.ok) {
    const seen = await graph.get(`/${created.value.id}`, { fields: 'id,permalink' }, threadsPostSchema)
    return done({ remoteId: created.value.id, url: seen.ok ? (seen.value.permalink ?? null) : null })
  }
  // Delivered twice on the way, the first of the two did it.
  if (created.failure.kind !== 'rejected' || !(await containers.mayBeOut(graph, idempotencyKey))) return created
  const there = await findOwn(graph, session, draft, { sentAt, since: Math.min(since ?? sentAt, sentAt), ...(isAnothers === undefined ? {} : { isAnothers }) }, options.clock.now())
  return there.ok && typeof there.value === 'object' ? done(there.value) : failed('unknown_outcome', created.failure.error)
}

async function findOwn(graph: GraphCalls, { account }: AccountSession, draft: Draft, intent: Pick<SentIntent, 'sentAt' | 'since' | 'isAnothers'>, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const answered = draft.replyTo?.remoteId ?? null
  const look = { graph, intent, now, read: ownPostOf, words: draft.text }
  const isIt = (post: OwnThreadsPost): boolean =>
    isSameText(post.text ?? '', draft.text) && hasQuoted(post, draft) && hasLongText(post, draft) && post.pictures === draft.media.length && (answered === null || post.answers === null || post.answers === answered)
  const lookIn = (edge: 'threads' | 'replies'): Promise<NetworkResult<OwnThreadsPost | 'none' | 'cannot_tell'>> => lookThroughOwn({ ...look, path: `/${account.remoteId}/${edge}`, query: { fields: withLongText(fieldsOf(edge === 'replies'), draft) }, isIt })
  const first = await lookIn(answered === null ? 'threads' : 'replies')
  // What continues our own thread may be listed as a post.
  const found = first.ok && first.value === 'none' && answered !== null ? await lookIn('threads') : first
  return mapValue(found, (value) => (typeof value === 'string' ? value : { remoteId: value.remoteId, url: value.url }))
}

/** Threads may make a quote of an address in the words by itself. */
function hasQuoted({ quotes }: OwnThreadsPost, { quote, text }: Draft): boolean {
  if (quote === undefined) return quotes === null || firstAddress(text) !== null
  return quotes === 'unnamed' || quotes === quote.remoteId
}

/** Where that is told. The same words below another long text are another post. */
function hasLongText({ longText }: OwnThreadsPost, { framing }: Draft): boolean {
  return longText === null || framing?.attachedText === undefined || isSameText(longText, framing.attachedText)
}
