import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done } from '../network-results.ts'
import { withTiktokApi, type TiktokApi } from './tiktok-api.ts'
import type { TiktokOptions } from './tiktok-options.ts'
import { videoId } from './tiktok-schemas.ts'
import { readStatus } from './tiktok-status.ts'

const count = z.number().nullish().catch(null)
/** https://developers.tiktok.com/doc/tiktok-api-v2-video-query (read on 2026-11-22): of the account's own public videos; what is not one of them is left out of the answer. */
const countedSchema = z.looseObject({ data: z.looseObject({ videos: z.array(z.looseObject({ id: videoId, view_count: count, like_count: count, comment_count: count, share_count: count })) }) })
/** https://developers.tiktok.com/doc/tiktok-api-v2-get-user-info (read on 2026-11-22). */
const accountSchema = z.looseObject({ data: z.looseObject({ user: z.looseObject({ follower_count: count, video_count: count }) }) })

/** What was posted of a draft has a number of its own, which TikTok tells by that of the hand-over. */
export function createTiktokFigures(options: TiktokOptions): FiguresReader {
  return {
    ofPost: (session, remoteId) =>
      withTiktokApi<PostFigures | 'gone'>(options, session, async (api) => {
        const id = await videoOf(api, remoteId)
        if (!id.ok) return id
        return id.value === null ? done({}) : readCounts(api, id.value)
      }),
    ofAccount: (session) =>
      withTiktokApi(options, session, async (api) => {
        const read = await api.get('/v2/user/info/?fields=follower_count,video_count', accountSchema)
        // A login of before this was asked for goes on without.
        if (!read.ok) return lacksRight(read.failure) ? done({}) : read
        const { follower_count, video_count } = read.value.data.user
        return done(countsOf({ followers: follower_count, posts: video_count }))
      })
  }
}

/** null: the person has not posted it yet, or for few people alone. */
async function videoOf(api: TiktokApi, remoteId: string): Promise<NetworkResult<string | null>> {
  if (/^\d{5,25}$/.test(remoteId)) return done(remoteId)
  const status = await readStatus(api, remoteId)
  return status.ok ? done(status.value.publicaly_available_post_id?.[0] ?? null) : status
}

async function readCounts(api: TiktokApi, id: string): Promise<NetworkResult<PostFigures | 'gone'>> {
  const read = await api.ask('/v2/video/query/?fields=id,view_count,like_count,comment_count,share_count', { filters: { video_ids: [id] } }, countedSchema)
  if (!read.ok) return read
  const video = read.value.data.videos.find((one) => one.id === id)
  if (video === undefined) return done('gone')
  return done(countsOf({ views: video.view_count, likes: video.like_count, reposts: video.share_count, replies: video.comment_count }))
}

function lacksRight({ kind, error }: NetworkFailure): boolean {
  return kind === 'auth_revoked' && error.details?.['reason'] === 'scope_missing'
}
