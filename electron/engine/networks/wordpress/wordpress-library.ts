import { z } from 'zod'
import type { MediaLibrary } from '../network-media-library.ts'
import { done, mapValue } from '../network-results.ts'
import { openWordpressApi } from './wordpress-api.ts'
import type { WordpressOptions } from './wordpress-options.ts'

const mediaSchema = z.looseObject({ id: z.int().positive(), source_url: z.string() })
const removedSchema = z.looseObject({ deleted: z.literal(true) })

/** The site's media library as a place from which other networks fetch a file: https://developer.wordpress.org/rest-api/reference/media/ (read on 2026-11-21). */
export function createWordpressLibrary(options: WordpressOptions): MediaLibrary {
  /** Without its ending, a name is what WordPress makes an address of. */
  const slugOf = (name: string): string => name.replace(/\.\w+$/, '')
  return {
    async put(session, { name, mediaType, bytes }) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      return mapValue(await api.value.upload('/wp/v2/media', { slug: slugOf(name) }, { bytes, mediaType, fileName: name }, mediaSchema), ({ id, source_url }) => ({ handle: String(id), url: source_url }))
    },
    async find(session, name) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      return mapValue(await api.value.get('/wp/v2/media', { slug: slugOf(name), context: 'edit' }, z.array(mediaSchema)), ([found]) => (found === undefined ? null : String(found.id)))
    },
    async remove(session, handle) {
      const api = openWordpressApi(options, session)
      if (!api.ok) return api
      // The library has no bin: without `force` WordPress refuses.
      const removed = await api.value.delete(`/wp/v2/media/${encodeURIComponent(handle)}`, removedSchema, { force: 'true' })
      const isGone = !removed.ok && removed.failure.error.code === 'rejected' && removed.failure.error.details?.['status'] === 404
      return isGone ? done(null) : mapValue(removed, () => null)
    }
  }
}
