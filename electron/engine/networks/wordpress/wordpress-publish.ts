import type { Published, Publisher } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import { documentToBlocks } from './document-to-blocks.ts'
import { actOnWordpress } from './wordpress-acts.ts'
import { findComment, publishComment } from './wordpress-answers.ts'
import { openWordpressApi, type WordpressApi } from './wordpress-api.ts'
import { checkCategoriesThere, isFiledUnder } from './wordpress-categories.ts'
import { editArticle } from './wordpress-edit.ts'
import { excerptOf } from './wordpress-excerpt.ts'
import { findPostNamed, findPublishedPost, listLastPosts } from './wordpress-find.ts'
import { publishedOf } from './wordpress-mapping.ts'
import { placeImages } from './wordpress-media.ts'
import { findOrCreateTags } from './wordpress-tags.ts'
import type { WordpressOptions } from './wordpress-options.ts'
import { postSchema, type WordpressPost } from './wordpress-schemas.ts'

/**
 * Posts in two steps, since WordPress knows no key that would make a repeat harmless: first a draft, seen by nobody, whose short name follows
 * from the intent; then that draft is published and gets its real name. A repeat finds the draft and goes on with it.
 */
export function createWordpressPublisher(options: WordpressOptions): Publisher {
  return {
    async publish(session, draft, intent) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      if (draft.replyTo !== null) return publishComment(api.value, session, draft, { since: intent.intentAt, now: options.clock.now() })
      const waiting = await findOrCreateDraft(api.value, draft, intent.idempotencyKey, session.onUploaded)
      return waiting.ok ? makePublic(api.value, waiting.value) : waiting
    },
    async findPublished(session, draft, intent) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      const now = options.clock.now()
      if (draft.replyTo !== null) return findComment(api.value, session, draft, { ...intent, now })
      return findPublishedPost(api.value, session, draft, { ...intent, slug: slugOf(intent.idempotencyKey), now })
    },
    async listLast(session, { isAnswer }) {
      // Comments are not the account's posts.
      if (isAnswer) return done(null)
      const api = openWordpressApi(options, session)
      return api.ok ? listLastPosts(api.value, session) : api
    },
    async act(session, target) {
      const api = openWordpressApi(options, session)
      return api.ok ? actOnWordpress(api.value, target) : api
    },
    async edit(session, target) {
      const api = openWordpressApi(options, session)
      return api.ok ? editArticle(api.value, target) : api
    }
  }
}

export function slugOf(idempotencyKey: string): string {
  return `vigie-${idempotencyKey}`
}

/** The draft of an intent, seen by nobody, under a name that follows from it; the one of an earlier attempt if there is one. */
export async function findOrCreateDraft(api: WordpressApi, draft: Draft, idempotencyKey: string, onUploaded?: AccountSession['onUploaded']): Promise<NetworkResult<WordpressPost>> {
  const categories = await checkCategoriesThere(api, draft.beside?.categories ?? [])
  if (!categories.ok) return categories
  const slug = slugOf(idempotencyKey)
  const there = await findPostNamed(api, slug)
  if (!there.ok) return there
  if (there.value === null) return createDraft(api, draft, { slug, idempotencyKey, categories: categories.value, onUploaded })
  return isFiledUnder(there.value, categories.value) ? done(there.value) : api.post(`/wp/v2/posts/${there.value.id}`, { categories: categories.value }, postSchema)
}

interface NewDraft {
  readonly slug: string
  readonly idempotencyKey: string
  /** null: nobody chose any. */
  readonly categories: readonly number[] | null
  readonly onUploaded: AccountSession['onUploaded'] | undefined
}

async function createDraft(api: WordpressApi, draft: Draft, { slug, idempotencyKey, categories, onUploaded }: NewDraft): Promise<NetworkResult<WordpressPost>> {
  const tags = await findOrCreateTags(api, draft.tags ?? [])
  if (!tags.ok) return tags
  const images = await placeImages(api, draft.media, idempotencyKey, onUploaded)
  if (!images.ok) return images
  // The picture above a post is the first one; a video stands in the text.
  const featured = images.value.find(({ isVideo }) => isVideo !== true)
  const others = images.value.filter((image) => image !== featured)
  const content = documentToBlocks(draft.document, others)
  const more = { ...besideOf(draft, categories), ...(featured === undefined ? {} : { featured_media: featured.id }), ...(tags.value.length === 0 ? {} : { tags: tags.value }) }
  return api.post('/wp/v2/posts', { status: 'draft', slug, title: draft.title, content, ...more }, postSchema)
}

function besideOf({ beside }: Draft, categories: readonly number[] | null): object {
  return { ...(beside?.teaser === undefined ? {} : { excerpt: excerptOf(beside.teaser) }), ...(categories === null ? {} : { categories }) }
}

/** An empty short name makes WordPress write one from the title. */
async function makePublic(api: WordpressApi, { id }: WordpressPost): Promise<NetworkResult<Published>> {
  const published = await api.post(`/wp/v2/posts/${id}`, { status: 'publish', slug: '' }, postSchema, 'visible')
  return mapValue(published, publishedOf)
}
