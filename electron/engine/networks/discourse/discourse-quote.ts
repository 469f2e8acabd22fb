import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { escapeMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import type { Draft } from '../network-draft.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { DiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import { isDeleted, postSchema, topicSchema } from './discourse-schemas.ts'

/** Who may read it: https://docs.discourse.org/#tag/Posts/operation/getPost, and `types` in https://github.com/discourse/discourse/blob/main/app/models/post.rb (read on 2026-11-23). */
const quotedSchema = postSchema.extend({ post_type: z.int().optional().catch(undefined), hidden: z.boolean().optional().catch(undefined) })
const whisper = 4
/** Which of the forum's categories a topic lies in; a private one lies in none. */
const placedSchema = topicSchema.extend({ category_id: z.number().nullish().catch(null) })
const categorySchema = z.looseObject({ category: z.looseObject({ read_restricted: z.boolean() }) })

/**
 * Somebody's post above the words, as the forum's own button writes it: whose it is and where it stands, then its words, as they were read.
 * https://github.com/discourse/discourse/blob/main/app/assets/javascripts/discourse/app/lib/quote.js (read on 2026-11-23). Its words would be there for everybody who reads ours, so nothing is quoted
 * that fewer people may read. null: the draft quotes nothing.
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
  const said = quote.text === undefined || quote.text.trim() === '' ? quote.url : withoutEnd(escapeMarkdown(quote.text.trim()))
  return done(`[quote="${username.replaceAll(/["\],\s]/g, '')}, post:${number}, topic:${topic}"]\n${said}\n[/quote]`)
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
  if (archetype === 'private_message') return done(false)
  if (categoryId === null || categoryId === undefined || categoryId === api.categoryId) return done(true)
  const category = await api.get(`/c/${categoryId}/show.json`, categorySchema)
  return category.ok ? done(!category.value.category.read_restricted) : category
}

/** An address keeps its signs: one that holds the end of a quote would end ours. */
function withoutEnd(words: string): string {
  return words.replaceAll(/(?<!\\)\[/g, String.raw`\[`)
}

function refused(words: string, reason: string): NetworkResult<never> {
  return failed('rejected', studioError('rejected', words, { details: { reason } }))
}
