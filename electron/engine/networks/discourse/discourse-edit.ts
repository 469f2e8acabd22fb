import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { isSameMarkdown } from '../markdown-form.ts'
import { formattedThere, goneThere, type EditTarget } from '../network-edit.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { readUser } from './discourse-user.ts'
import { statusOf } from './discourse-failures.ts'
import { isDeleted, postSchema, topicSchema, type DiscoursePost } from './discourse-schemas.ts'
import { formOf, isSameTitle, splitRaw } from './words-in-raw.ts'

/**
 * https://docs.discourse.org/#tag/Posts/operation/updatePost and #tag/Topics/operation/updateTopic (read on 2026-11-22): the words and the title by a call each, and only what is to be another. What is
 * quoted stands in the same text above the words, pictures and a poll below them: all of it is written again as it is.
 */
export async function editOnDiscourse(api: DiscourseApi, target: EditTarget): Promise<NetworkResult<null>> {
  if (!/^\d+$/.test(target.remoteId)) return failed('rejected', studioError('rejected', 'this is no post of a forum'))
  const read = await api.get(`/posts/${target.remoteId}.json`, postSchema)
  if (!read.ok) return statusOf(read.failure) === 404 ? failed('rejected', goneThere) : read
  if (isDeleted(read.value)) return failed('rejected', goneThere)
  const title = await readTitle(api, read.value)
  if (!title.ok) return title
  const written = await writeWords(api, read.value, target)
  if (!written.ok) return explained(api, written)
  return title.value === null || isSameTitle(title.value, target.title) ? done(null) : writeTitle(api, read.value.topic_id, target.title)
}

/** The forum's server takes the title at the top, its description knows it below `topic`. */
async function writeTitle(api: DiscourseApi, topicId: number, title: string): Promise<NetworkResult<null>> {
  const titled = await api.put(`/t/-/${topicId}.json`, { title, topic: { title } }, z.unknown())
  if (titled.ok || titled.failure.kind !== 'rejected') return mapValue(titled, () => null)
  return explained(api, failed('rejected', studioError('rejected', 'the forum did not take the title', { details: { ...titled.failure.error.details, reason: 'title_refused', said: String(titled.failure.error.details?.['reason'] ?? '') } })))
}

async function writeWords(api: DiscourseApi, { id, raw }: DiscoursePost, { document, was }: EditTarget): Promise<NetworkResult<null>> {
  const split = raw === undefined ? null : splitRaw(raw)
  if (raw === undefined || split === null) return failed('rejected', formattedThere)
  const wanted = documentToMarkdown(document)
  if (isSameMarkdown(split.words, wanted)) return done(null)
  if (formOf(raw, was?.document ?? document) === 'other') return failed('rejected', formattedThere)
  const post = { raw: [split.quote, wanted, split.rest].filter((part) => part !== '').join('\n\n') }
  return mapValue(await api.put(`/posts/${id}.json`, { post }, z.looseObject({ post: z.looseObject({ id: z.number() }) })), () => null)
}

/** A topic is called by what its first post stands under; an answer has no title: null. */
export async function readTitle(api: DiscourseApi, { post_number, topic_id }: Pick<DiscoursePost, 'post_number' | 'topic_id'>): Promise<NetworkResult<string | null>> {
  if (post_number !== 1) return done(null)
  return mapValue(await api.get(`/t/${topic_id}.json`, topicSchema.extend({ title: z.string() })), ({ title }) => title)
}

/** A key that was ended is refused just like something that one may not do. */
async function explained(api: DiscourseApi, refused: Failed): Promise<NetworkResult<null>> {
  if (statusOf(refused.failure) !== 403) return refused
  const user = await readUser(api)
  return !user.ok && user.failure.kind === 'auth_revoked' ? user : refused
}
