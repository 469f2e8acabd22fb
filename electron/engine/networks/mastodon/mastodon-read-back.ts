import { z } from 'zod'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import type { ReadBack } from '../network-reading.ts'
import { done, isNotThere } from '../network-results.ts'
import { openMastodonApi } from './mastodon-api.ts'
import type { MastodonOptions } from './mastodon-options.ts'
import { withoutQuoteLine } from './mastodon-quote.ts'

/** https://docs.joinmastodon.org/entities/Status/, /MediaAttachment/, /PreviewCard/ and /StatusSource/ (read on 2026-11-22). */
const attachmentSchema = z.looseObject({ type: z.string().catch(''), description: z.string().nullish() })
const cardSchema = z.looseObject({ url: z.string(), title: z.string().catch(''), description: z.string().catch('') })
const statusSchema = z.looseObject({ content: z.string().catch(''), media_attachments: z.array(attachmentSchema).nullish().catch(null), card: cardSchema.nullish().catch(null) })
const sourceSchema = z.looseObject({ text: z.string() })

/** The words as they were written, where the server keeps them (3.5 and later); else what people read. */
export function createMastodonReadBack(options: MastodonOptions): ReadBack {
  return async (session, remoteId) => {
    const api = openMastodonApi(options, session)
    if (!api.ok) return api
    const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}`
    const read = await api.value.get(path, {}, statusSchema)
    if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
    const source = await api.value.get(`${path}/source`, {}, sourceSchema)
    if (!source.ok && source.failure.kind !== 'rejected' && source.failure.kind !== 'bug') return source
    return done(toPostThere(read.value, source.ok ? source.value.text : null))
  }
}

function toPostThere({ content, media_attachments, card }: z.infer<typeof statusSchema>, source: string | null): PostThere {
  return {
    text: source ?? htmlToText(withoutQuoteLine(content)),
    ...(media_attachments === null || media_attachments === undefined ? {} : { media: media_attachments.map(toMedia) }),
    // It is made a moment after the status, so none is none so far.
    card: card === null || card === undefined ? null : { url: card.url, title: card.title, description: card.description }
  }
}

const pictureTypes = new Set(['image', 'gifv'])

function toMedia(attachment: z.infer<typeof attachmentSchema>): NonNullable<PostThere['media']>[number] {
  const { type, description } = attachment
  const kind = pictureTypes.has(type) ? 'picture' : type === 'video' ? 'video' : 'other'
  return 'description' in attachment ? { kind, altText: description ?? '' } : { kind }
}
