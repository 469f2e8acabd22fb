import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { documentToMarkdown } from '../../../../shared/text/document-to-markdown.ts'
import { isSameMarkdown } from '../markdown-form.ts'
import type { ReadBack, SentWords } from '../network-reading.ts'
import { done, failed } from '../network-results.ts'
import { openDiscourseApi } from './discourse-api.ts'
import { readTitle } from './discourse-edit.ts'
import { statusOf } from './discourse-failures.ts'
import type { DiscourseOptions } from './discourse-options.ts'
import { isDeleted, postSchema } from './discourse-schemas.ts'
import { picturesIn } from './media-in-raw.ts'
import { formOf, isSameTitle, splitRaw, withoutMedia } from './words-in-raw.ts'

/** The Markdown of a topic's first post, without its pictures and its poll: what people read has the forum's own typography. The title belongs to the topic. */
export function createDiscourseReadBack(options: DiscourseOptions): ReadBack {
  return async (session, remoteId, { title: sentTitle, document }) => {
    const api = openDiscourseApi(options, session)
    if (!api.ok) return api
    if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post of a forum'))
    const read = await api.value.get(`/posts/${remoteId}.json`, postSchema)
    if (!read.ok) return statusOf(read.failure) === 404 ? done('gone') : read
    if (isDeleted(read.value)) return done('gone')
    const title = await readTitle(api.value, read.value)
    if (!title.ok) return title
    const named = title.value === null ? {} : { title: isSameTitle(title.value, sentTitle) ? sentTitle : title.value }
    const { raw, cooked } = read.value
    return done({ ...named, ...(raw === undefined ? { text: htmlToText(cooked) } : wordsThere(raw, document)) })
  }
}

function wordsThere(raw: string, document: SentWords['document']): PostThere {
  const [words, textAsSent] = [splitRaw(raw)?.words ?? withoutMedia(raw), documentToMarkdown(document)]
  const media = picturesIn(raw).map(({ altText, isFilm }) => ({ kind: isFilm ? 'video' as const : 'picture' as const, altText }))
  return { text: isSameMarkdown(words, textAsSent) ? textAsSent : words, textAsSent, form: formOf(raw, document), media }
}
