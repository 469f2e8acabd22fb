import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Poll } from '../../../../shared/posts/poll.ts'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { AccountSession } from '../network-session.ts'
import { done, failed, type Failed } from '../network-results.ts'
import { actOnDiscourse, setDiscourseLike } from './discourse-acts.ts'
import { openDiscourseApi, type DiscourseApi } from './discourse-api.ts'
import { readUser } from './discourse-user.ts'
import { editOnDiscourse } from './discourse-edit.ts'
import { statusOf } from './discourse-failures.ts'
import { externalIdOf, findAnswer, findPublished, findTopic, listLastPosts, publishedOf } from './discourse-find.ts'
import { placeMedia } from './discourse-media.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { quoteOnDiscourse } from './discourse-quote.ts'
import { createdSchema, postSchema } from './discourse-schemas.ts'
import { checkTagsThere } from './discourse-tags.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'

type OnUploaded = AccountSession['onUploaded']

/**
 * Topics and answers. A topic bears an id that follows from the intent, and the forum refuses it a second time; an answer has none, but the
 * forum refuses the same words for some minutes. Either refusal is followed by a look at what is there.
 */
export function createDiscoursePublisher(options: DiscourseOptions): Publisher {
  return {
    async publish(session, draft, intent) {
      const api = openDiscourseApi(options, session)
      if (!api.ok) return api
      return draft.replyTo === null ? publishTopic(api.value, draft, intent, session.onUploaded) : publishAnswer(api.value, draft, intent.intentAt, session.onUploaded)
    },
    async findPublished(session, draft, intent) {
      const api = openDiscourseApi(options, session)
      return api.ok ? findPublished(api.value, draft, intent) : api
    },
    async listLast(session, what) {
      const api = openDiscourseApi(options, session)
      return api.ok ? listLastPosts(api.value, what) : api
    },
    async act(session, target) {
      const api = openDiscourseApi(options, session)
      return api.ok ? actOnDiscourse(api.value, target) : api
    },
    async edit(session, target) {
      const api = openDiscourseApi(options, session)
      return api.ok ? editOnDiscourse(api.value, target) : api
    },
    async setLiked(session, target) {
      const api = openDiscourseApi(options, session)
      return api.ok ? setDiscourseLike(api.value, target) : api
    }
  }
}

async function publishTopic(api: DiscourseApi, draft: Draft, { idempotencyKey, intentAt }: Pick<SendIntent, 'idempotencyKey' | 'intentAt'>, onUploaded: OnUploaded): Promise<NetworkResult<Published>> {
  const externalId = externalIdOf(idempotencyKey)
  const { tags = [] } = draft
  const takesTags = await checkTagsThere(api, tags)
  if (!takesTags.ok) return takesTags
  const quoted = await quoteOnDiscourse(api, draft)
  if (!quoted.ok) return quoted
  const raw = await markdownOf(api, draft, onUploaded)
  if (!raw.ok) return raw
  const category = api.categoryId === null ? {} : { category: api.categoryId }
  return create(api, { title: draft.title, raw: [quoted.value ?? '', raw.value, draft.poll === undefined ? '' : pollMarkdown(draft.poll, intentAt)].filter((part) => part !== '').join('\n\n'), external_id: externalId, ...category, ...(tags.length === 0 ? {} : { tags }) }, () => findTopic(api, externalId))
}

async function publishAnswer(api: DiscourseApi, draft: Draft, intentAt: number, onUploaded: OnUploaded): Promise<NetworkResult<Published>> {
  const parent = await api.get(`/posts/${draft.replyTo?.remoteId ?? ''}.json`, postSchema)
  if (!parent.ok) return statusOf(parent.failure) === 404 ? failed('rejected', studioError('rejected', 'the post to answer is no longer there', { details: { reason: 'gone' } })) : parent
  const raw = await markdownOf(api, draft, onUploaded)
  if (!raw.ok) return raw
  const answer = { raw: raw.value, topic_id: parent.value.topic_id, reply_to_post_number: parent.value.post_number }
  return create(api, answer, () => findAnswer(api, draft, { since: intentAt }))
}

/** The forum's own way to write one: https://meta.discourse.org/t/how-to-create-polls/77548 (read on 2026-11-22). A choice is one line, and means nothing but its words. */
function pollMarkdown({ choices, minutes, isMultiple }: Poll, publishedAt: number): string {
  const kind = isMultiple === true ? `type=multiple min=1 max=${choices.length}` : 'type=regular'
  const close = new Date(publishedAt + minutes * 60_000).toISOString()
  const lines = choices.map((text) => `* ${documentToMarkdown({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: text.replaceAll(/\s+/g, ' ').trim() }] }] })}`)
  return [`[poll ${kind} results=always public=false close=${close}]`, ...lines, '[/poll]'].join('\n')
}

async function markdownOf(api: DiscourseApi, draft: Draft, onUploaded: OnUploaded): Promise<NetworkResult<string>> {
  const media = await placeMedia(api, draft.media, onUploaded)
  return media.ok ? done([documentToMarkdown(draft.document), ...media.value].filter((part) => part !== '').join('\n\n')) : media
}

async function create(api: DiscourseApi, body: object, find: () => Promise<NetworkResult<Published | null>>): Promise<NetworkResult<Published>> {
  const created = await api.post('/posts.json', body, createdSchema, 'visible')
  if (!created.ok) return statusOf(created.failure) === 422 ? repeated(created, find) : explainRefusal(api, created)
  if ('id' in created.value && typeof created.value.id === 'number') {
    const post = postSchema.safeParse(created.value)
    if (post.success) return done(publishedOf(api, post.data))
  }
  return failed('rejected', studioError('rejected', 'the forum keeps it until a moderator has looked at it', { details: { reason: 'held_for_review' } }))
}

/** A 422 may mean that an attempt before this one arrived. */
async function repeated(refused: Failed, find: () => Promise<NetworkResult<Published | null>>): Promise<NetworkResult<Published>> {
  const there = await find()
  if (!there.ok) return failed('unknown_outcome', there.failure.error)
  return there.value === null ? refused : done(there.value)
}

/** A key that was ended is refused just like something that one may not do. */
async function explainRefusal(api: DiscourseApi, refused: Failed): Promise<NetworkResult<Published>> {
  if (statusOf(refused.failure) !== 403) return refused
  const user = await readUser(api)
  return !user.ok && user.failure.kind === 'auth_revoked' ? user : refused
}
