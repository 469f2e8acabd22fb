import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import { graphVersion } from '../meta/graph-version.ts'
import { asMetaId } from '../meta/media-container.ts'
import { isNotFound } from '../meta/meta-failures.ts'
import { openMetaUser } from '../meta/user-secret.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, mapValue } from '../network-results.ts'
import type { InstagramOptions } from './instagram-options.ts'

const count = z.number().nullish().catch(null)
/** https://developers.facebook.com/docs/instagram-platform/reference/instagram-media (read on 2026-11-22). Likes are left out where the owner hides them. */
const postCountsSchema = z.looseObject({ like_count: count, comments_count: count })
const accountCountsSchema = z.looseObject({ followers_count: count, media_count: count })

/** What everybody sees under the post. Views and reach want a permission of their own (`instagram_business_manage_insights`), which the login does not ask for. */
export function createInstagramFigures(options: InstagramOptions): FiguresReader {
  return {
    async ofPost(session, remoteId): Promise<NetworkResult<PostFigures | 'gone'>> {
      const graph = openMetaUser(options, graphVersion.name, session)
      const id = asMetaId(remoteId)
      if (!graph.ok) return graph
      if (!id.ok) return id
      const read = await graph.value.get(`/${id.value}`, { fields: 'like_count,comments_count' }, postCountsSchema)
      if (!read.ok) return isNotFound(read.failure) ? done('gone') : read
      return done(countsOf({ likes: read.value.like_count, replies: read.value.comments_count }))
    },
    async ofAccount(session) {
      const graph = openMetaUser(options, graphVersion.name, session)
      if (!graph.ok) return graph
      return mapValue(await graph.value.get('/me', { fields: 'followers_count,media_count' }, accountCountsSchema), ({ followers_count, media_count }) => countsOf({ followers: followers_count, posts: media_count }))
    }
  }
}
