import { studioError } from '../../../../shared/errors/studio-error.ts'
import { linkedinCommentMax } from '../../../../shared/networks/linkedin-capabilities.ts'
import type { Clock } from '../../time/clock.ts'
import { createKeptIds, type KeptIds } from '../kept-ids.ts'
import { splitQuestion, type Poll } from '../../../../shared/posts/poll.ts'
import { documentToText } from '../../../../shared/text/document-to-text.ts'
import type { MediaToSend } from '../network-media.ts'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere, mapValue } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { actOnLinkedin, likeOnLinkedin } from './linkedin-acts.ts'
import { withLinkedinApi, type LinkedinApi } from './linkedin-api.ts'
import { documentFor } from './linkedin-document.ts'
import { editOnLinkedin } from './linkedin-edit.ts'
import { duplicateNamedBy } from './linkedin-failures.ts'
import { commentOf, findOwn, listLastPosts, publishedOf } from './linkedin-find.ts'
import { uploadLinkedinImages, uploadLinkedinThumbnail } from './linkedin-media.ts'
import type { LinkedinOptions } from './linkedin-options.ts'
import { encodeUrn, postUrn, readLinkedinUrn, sharedUrn, timeOfPost } from './linkedin-urn.ts'
import { uploadLinkedinVideo } from './linkedin-video.ts'
import { toLittleText } from './little-text.ts'

/**
 * https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api (read on 2026-11-21). LinkedIn takes no key and no id of ours. What it does is
 * refuse the same words once more and name the post that says them: whether that is this one, its time tells. A page's posts can be looked through, a member's not.
 */
export function createLinkedinPublisher(options: LinkedinOptions): Publisher {
  const { kind, clock } = options
  const films = createKeptIds()
  const publisher: Publisher = {
    publish: (session, draft, intent) =>
      withLinkedinApi(options, session, async (api) => {
        if (draft.audience === 'message') return failed('rejected', studioError('rejected', 'LinkedIn lets no program write private messages'))
        return draft.replyTo === null ? createPost({ api, session, films, clock }, draft, intent) : answer(api, draft, draft.replyTo.remoteId)
      }),
    findPublished: (session, draft, intent) => (kind === 'member' ? Promise.resolve(done('cannot_tell')) : withLinkedinApi(options, session, (api) => findOwn(api, draft, intent, clock.now()))),
    act: (session, target) => withLinkedinApi(options, session, (api) => actOnLinkedin(api, target)),
    edit: (session, target) => withLinkedinApi(options, session, (api) => editOnLinkedin(api, target))
  }
  if (kind === 'member') return publisher
  return {
    ...publisher,
    // Comments are not the page's posts.
    listLast: async (session, { isAnswer }) => (isAnswer ? done(null) : withLinkedinApi(options, session, listLastPosts)),
    setLiked: (session, target) => withLinkedinApi(options, session, (api) => likeOnLinkedin(api, target))
  }
}

interface Publishing {
  readonly api: LinkedinApi
  readonly session: AccountSession
  /** What earlier attempts handed over. */
  readonly films: KeptIds
  readonly clock: Clock
}

async function createPost(by: Publishing, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  const { api, clock } = by
  const startedAt = clock.now()
  if (draft.quote !== undefined) return reshare(api, draft, draft.quote.remoteId, intent, startedAt)
  const content = await contentFor(by, draft, intent)
  if (!content.ok) return content
  const body = draft.poll === undefined ? bodyOf(api.author, draft.text, content.value) : pollBody(api.author, draft.document, draft.poll)
  const created = await api.create('/rest/posts', body, postUrn)
  if (created.ok) return done(publishedOf(created.value.name))
  return asOurs(created.failure, intent, startedAt)
}

/**
 * The same page, “Create a post”, `reshareContext`: somebody's post below our words, or without any, and nothing beside it. LinkedIn names what it shares by a share or a `ugcPost` alone. Whether the author
 * lets others share it is known only then.
 */
async function reshare(api: LinkedinApi, { text, media, poll }: Draft, parent: string, intent: SendIntent, startedAt: number): Promise<NetworkResult<Published>> {
  if (!sharedUrn.test(parent)) return failed('rejected', studioError('rejected', 'this is no post that LinkedIn lets programs share', { details: { reason: 'quoted_gone' } }))
  if (media.length > 0 || poll !== undefined) return failed('rejected', studioError('rejected', 'a post that is shared stands alone with our words'))
  const created = await api.create('/rest/posts', { ...bodyOf(api.author, text, null), reshareContext: { parent } }, postUrn)
  if (created.ok) return done(publishedOf(created.value.name))
  const { failure } = created
  if (isNotThere(failure)) return failed('rejected', studioError('rejected', 'the post that is shared is not there', { details: { ...failure.error.details, reason: 'quoted_gone' } }))
  return asOurs(failure, intent, startedAt)
}

/** What stands below the words: a document, a video, pictures, the card of a link; null: nothing. */
async function contentFor({ api, session, films, clock }: Publishing, { media, card, format, title }: Draft, kept: SendIntent): Promise<NetworkResult<object | null>> {
  const { serverUrl } = session.account
  const place = { clock, session, films, idempotencyKey: kept.idempotencyKey, kept }
  if (format === 'document') return documentFor(api, place, serverUrl, { media, title })
  const film = media.find(isVideo)
  if (film !== undefined) {
    if (media.length > 1) return failed('rejected', studioError('rejected', 'a post on LinkedIn has one video and nothing beside it'))
    return mapValue(await uploadLinkedinVideo(api, place, session, film), (id) => ({ media: { id } }))
  }
  if (media.length > 0) return mapValue(await uploadLinkedinImages(api, serverUrl, media), (ids) => contentOf(ids, media))
  return card === undefined ? done(null) : articleOf(api, serverUrl, card)
}

function bodyOf(author: string, text: string, content: object | null): object {
  return {
    author,
    commentary: toLittleText(text),
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...(content === null ? {} : { content }),
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false
  }
}

const lengths = [[1, 'ONE_DAY'], [3, 'THREE_DAYS'], [7, 'SEVEN_DAYS'], [14, 'FOURTEEN_DAYS']] as const

/** https://learn.microsoft.com/linkedin/marketing/community-management/shares/poll-post-api (read on 2026-11-22). The question stands in the poll, what is said above it in the post. */
function pollBody(author: string, document: Draft['document'], { choices, minutes }: Poll): object {
  const { above, question } = splitQuestion(document)
  const duration = lengths.find(([days]) => days * 1440 >= minutes)?.[1] ?? 'FOURTEEN_DAYS'
  return bodyOf(author, documentToText(above), { poll: { question, options: choices.map((text) => ({ text })), settings: { duration } } })
}

function contentOf(ids: readonly string[], media: readonly MediaToSend[]): object | null {
  const images = ids.map((id, place) => ({ id, ...(media[place]?.altText ? { altText: media[place].altText } : {}) }))
  const [only, ...others] = images
  if (only === undefined) return null
  return others.length === 0 ? { media: only } : { multiImage: { images } }
}

const longestTitle = 400
const longestDescription = 4086

/** LinkedIn makes no card of a link by itself: https://learn.microsoft.com/linkedin/marketing/community-management/shares/posts-api, “article” (read on 2026-11-21). It wants a title; null: the page has none. */
async function articleOf(api: LinkedinApi, serverUrl: string, { url, title, description, picture }: NonNullable<Draft['card']>): Promise<NetworkResult<object | null>> {
  if (title.trim() === '') return done(null)
  const thumbnail = picture === null ? done(null) : await uploadLinkedinThumbnail(api, serverUrl, picture)
  if (!thumbnail.ok) return thumbnail
  const words = { source: url, title: cut(title, longestTitle), ...(description.trim() === '' ? {} : { description: cut(description, longestDescription) }) }
  return done({ article: { ...words, ...(thumbnail.value === null ? {} : { thumbnail: thumbnail.value }) } })
}

function cut(text: string, max: number): string {
  const signs = [...text.trim()]
  return signs.length <= max ? signs.join('') : `${signs.slice(0, max - 1).join('')}…`
}

/** How far LinkedIn's clock may be off ours, in ms. */
const skew = 5 * 60_000

/** The same words stand there: of this attempt (a proxy that delivers twice), of an earlier one whose answer was lost, or of another post that says the same. */
function asOurs(failure: NetworkFailure, { since, isAnothers }: SendIntent, startedAt: number): NetworkResult<Published> {
  const named = duplicateNamedBy(failure)
  if (named === null || (named !== '' && isAnothers?.(named) === true)) return { ok: false, failure }
  const time = named === '' ? null : timeOfPost(named)
  if (time === null) return failed('unknown_outcome', failure.error)
  return time >= Math.min(since ?? startedAt, startedAt) - skew ? done(publishedOf(named)) : { ok: false, failure }
}

async function answer(api: LinkedinApi, { text, media }: Draft, answered: string): Promise<NetworkResult<Published>> {
  if (media.length > 0) return failed('rejected', studioError('rejected', 'an answer on LinkedIn holds words alone', { details: { reason: 'words_alone' } }))
  const { value: max } = linkedinCommentMax
  if (text.length > max) return failed('rejected', studioError('rejected', 'an answer on LinkedIn is shorter', { details: { reason: 'answer_too_long' } }))
  const place = readLinkedinUrn(answered)
  if (!place.ok) return place
  const post = place.value?.post ?? answered
  const body = { actor: api.author, object: post, message: { text }, ...(place.value === null ? {} : { parentComment: answered }) }
  const created = await api.create(`/rest/socialActions/${encodeUrn(answered)}/comments`, body, /^\d{1,20}$|^urn:li:comment:/)
  if (!created.ok) return created
  const { name } = created.value
  return done(commentOf(name.startsWith('urn:') ? name : `urn:li:comment:(${post},${name})`))
}
