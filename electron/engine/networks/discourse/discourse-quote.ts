import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { discourseQuote } from '../../../../shared/text/discourse-quote.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { isDeleted, postSchema, topicSchema } from './discourse-schemas.ts'

/** Who may read it: https://docs.discourse.org/#tag/Posts/operation/getPost, and `types` in https://github.com/discourse/discourse/blob/main/app/models/post.rb (read on 2026-11-23). */
const quotedSchema = postSchema.extend({ post_type: z.int().optional().catch(undefined), hidden: z.boolean().optional().catch(undefined) })
const whisper = 4
/** Which of the forum's categories a topic lies in; a private one lies in none. undefined: not told, or not in a way that can be read. */
const placedSchema = topicSchema.extend({ category_id: z.number().nullable().optional().catch(undefined) })
const categorySchema = z.looseObject({ category: z.looseObject({ read_restricted: z.boolean() }) })

/**
 * Somebody's post above the words (`shared/text/discourse-quote.ts`). Its words would be there for everybody who reads ours, so nothing is quoted that fewer people may read. null: the draft
 * quotes nothing.
 */
export async function quoteOnDiscourse(api: DiscourseApi, { quote }: Draft): Promise<NetworkResult<string | null>> {
  if (quote === undefined) return done(null)
  if (!/^\d+$/.test(quote.remoteId)) return refused('this is no post of a forum', 'quoted_gone')
  const read = await api.get(`/posts/${quote.remoteId}.json`, quotedSchema)
  if (!read.ok) return statusOf(read.failure) === 404 ? refused('the quoted post is no longer there', 'quoted_gone') : read
  if (isDeleted(read.value)) return refused('the quoted post is no longer there', 'quoted_gone')
  const { username, post_number: number, topic_id: topic } = read.value
  const isPublic = isForFew(read.value) ? done(false) : await isForAll(api, topic)
  if (!isPublic.ok) return isPublic
  if (!isPublic.value) return refused('what is quoted is for fewer people', 'quote_not_public')
  return done(discourseQuote({ username, number, topic }, quote))
}

/** In a topic for all, those who run the forum read what they whisper to each other, and what was hidden after reports. */
function isForFew({ post_type: type, hidden }: z.infer<typeof quotedSchema>): boolean {
  return type === whisper || hidden === true
}

/** Whoever reads our category may read that topic: it lies there too, or in one that is open to all. */
async function isForAll(api: DiscourseApi, topicId: number): Promise<NetworkResult<boolean>> {
  const topic = await api.get(`/t/${topicId}.json`, placedSchema)
  if (!topic.ok) return topic
  const { archetype, category_id: categoryId } = topic.value
  // What cannot be read says nothing of who may read it.
  if (archetype === 'private_message' || categoryId === undefined) return done(false)
  if (categoryId === null || categoryId === api.categoryId) return done(true)
  const category = await api.get(`/c/${categoryId}/show.json`, categorySchema)
  return category.ok ? done(!category.value.category.read_restricted) : category
}

function refused(words: string, reason: string): NetworkResult<never> {
  return failed('rejected', studioError('rejected', words, { details: { reason } }))
}
