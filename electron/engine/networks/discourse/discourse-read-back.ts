import { studioError } from '../../../../shared/errors/studio-error.ts'
import { z } from 'zod'
import { htmlToText } from '../../text/html-to-text.ts'
import { documentToMarkdown } from '../document-to-markdown.ts'
import type { ReadBack } from '../network-reading.ts'
import { done, failed } from '../network-results.ts'
import { openDiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { isDeleted, postSchema } from './discourse-schemas.ts'

/** A picture in a forum's Markdown: `![its words|640x480](upload://…)`. */
const picture = /!\[([^\]]*)\]\([^)\s]+\)/g

/** What people are asked there, which is no part of the words. */
const poll = /\[poll[^\]]*\][\s\S]*?\[\/poll\]/g

/** The Markdown of a topic's first post, without its pictures and its poll: what people read has the forum's own typography. The title belongs to the topic, and each post tells it. */
export function createDiscourseReadBack(options: DiscourseOptions): ReadBack {
  return async (session, remoteId, { document }) => {
    const api = openDiscourseApi(options, session)
    if (!api.ok) return api
    if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post of a forum'))
    const read = await api.value.get(`/posts/${remoteId}.json`, postSchema.extend({ title: z.string().optional().catch(undefined) }))
    if (!read.ok) return statusOf(read.failure) === 404 ? done('gone') : read
    if (isDeleted(read.value)) return done('gone')
    const { raw, cooked, title } = read.value
    const named = title === undefined ? {} : { title }
    if (raw === undefined) return done({ ...named, text: htmlToText(cooked) })
    const media = [...raw.matchAll(picture)].map(([, words = '']) => ({ kind: 'picture' as const, altText: words.replace(/\|.*$/, '') }))
    return done({ ...named, text: raw.replaceAll(picture, '').replaceAll(poll, '').trim(), textAsSent: documentToMarkdown(document), media })
  }
}
