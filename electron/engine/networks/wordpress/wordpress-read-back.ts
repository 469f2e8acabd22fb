import { Parser } from 'htmlparser2'
import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { ReadBack, SentWords } from '../network-reading.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import { documentToBlocks } from './document-to-blocks.ts'
import { openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { teaserThere } from './wordpress-excerpt.ts'
import { postSchema, type WordpressPost } from './wordpress-schemas.ts'
import { formOf, splitContent } from './words-in-content.ts'

type Media = NonNullable<PostThere['media']>[number]

const mediaSchema = z.looseObject({ alt_text: z.string() })

/** The article as it is kept, which a plug-in or a person may have rewritten; what a theme makes of it is not read. Comments are not. */
export function createWordpressReadBack(options: WordpressOptions): ReadBack {
  return async (session, remoteId, { title, beside, document, media }) => {
    const api = openWordpressApi(options, session)
    if (!api.ok) return api
    const [, id] = /^post:(\d+)$/.exec(remoteId) ?? []
    if (id === undefined) return failed('rejected', studioError('rejected', 'this is no article'))
    const read = await api.value.get(`/wp/v2/posts/${id}`, { context: 'edit' }, postSchema)
    if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
    if (read.value.status === 'trash') return done('gone')
    const above = await readFeatured(api.value, read.value.featured_media ?? 0)
    const { raw } = read.value.content ?? {}
    const form = raw === undefined ? {} : { form: formOf(raw, document) }
    return done({ ...wordsThere(read.value, title), ...teaserThere(read.value, beside?.teaser ?? ''), textAsSent: htmlToText(documentToBlocks(document, [])), ...form, media: inOrder(mediaOf(htmlOf(read.value)), above, media) })
  }
}

/** What stands below a picture is no part of the words. */
function wordsThere(post: WordpressPost, sentTitle: string): Pick<PostThere, 'title' | 'text'> {
  const html = htmlOf(post)
  return { title: titleOf(post, sentTitle), text: htmlToText(splitContent(html)?.words ?? html) }
}

/** Of whoever may not write HTML, a site keeps the signs `&`, `<` and `>` as HTML writes them. */
function titleOf({ title }: WordpressPost, sentTitle: string): string {
  const kept = title?.raw ?? htmlToText(title?.rendered ?? '')
  return asHtml(kept) === asHtml(sentTitle.trim()) ? sentTitle.trim() : kept
}

function asHtml(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim()
}

function htmlOf({ content }: WordpressPost): string {
  return content?.raw ?? content?.rendered ?? ''
}

/** The first picture was put above the article, the others stand in it in their order. */
function inOrder(inText: readonly Media[], above: readonly Media[], sent: SentWords['media']): Media[] {
  const place = Math.max(0, sent.findIndex(({ isVideo }) => !isVideo))
  return [...inText.slice(0, place), ...above, ...inText.slice(place)]
}

/** Without its words where the library does not give them. */
async function readFeatured(api: WordpressApi, id: number): Promise<readonly Media[]> {
  if (id === 0) return []
  const read = await api.get(`/wp/v2/media/${id}`, { context: 'edit' }, mediaSchema)
  return [read.ok ? { kind: 'picture', altText: read.value.alt_text } : { kind: 'picture' }]
}

function mediaOf(html: string): readonly Media[] {
  const media: Media[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'img') media.push({ kind: 'picture', altText: attributes['alt'] ?? '' })
      if (name === 'video') media.push({ kind: 'video' })
    }
  })
  parser.end(html.slice(0, 2_000_000))
  return media
}
