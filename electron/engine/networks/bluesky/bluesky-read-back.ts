import { z } from 'zod'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import type { ReadBack } from '../network-reading.ts'
import { mapValue } from '../network-results.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'
import { readPostView } from './bluesky-post-view.ts'

/** app.bsky.embed.images, .gallery, .video, .external and .recordWithMedia (read on 2026-11-22), as far as words go. What is left out of the record is empty there. */
const words = z.string().catch('')
const mediaEmbedSchema = z.looseObject({
  images: z.array(z.looseObject({ alt: words })).nullish().catch(null),
  items: z.array(z.looseObject({ alt: words })).nullish().catch(null),
  video: z.looseObject({}).nullish().catch(null),
  alt: words,
  external: z.looseObject({ uri: z.string(), title: words, description: words }).nullish().catch(null)
})
const embedSchema = mediaEmbedSchema.extend({ media: mediaEmbedSchema.nullish().catch(null) })
const recordSchema = z.looseObject({ text: z.string(), embed: embedSchema.nullish().catch(null) })
const postSchema = z.looseObject({ uri: z.string(), record: recordSchema })

/** The words of a record stand in it as they were written. */
export function createBlueskyReadBack(needs: BlueskyNeeds): ReadBack {
  return async (session, remoteId) => mapValue(await readPostView(needs, session, remoteId, postSchema), (post) => (post === 'gone' ? 'gone' : toPostThere(post.record)))
}

function toPostThere({ text, embed }: z.infer<typeof recordSchema>): PostThere {
  const { images, items, video, alt, external } = embed?.media ?? embed ?? { images: null, items: null, video: null, alt: '', external: null }
  return {
    text,
    media: video !== null && video !== undefined ? [{ kind: 'video', altText: alt }] : (images ?? items ?? []).map((image) => ({ kind: 'picture', altText: image.alt })),
    card: external === null || external === undefined ? null : { url: external.uri, title: external.title, description: external.description }
  }
}
