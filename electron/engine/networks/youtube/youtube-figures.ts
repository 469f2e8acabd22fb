import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, failed } from '../network-results.ts'
import { kindOfId, withYoutubeApi } from './youtube-api.ts'
import type { YoutubeOptions } from './youtube-options.ts'
import { listSchema } from './youtube-schemas.ts'

/** Written as text there. */
const count = z.coerce.number().nullish().catch(null)
const ofVideoSchema = z.looseObject({ statistics: z.looseObject({ viewCount: count, likeCount: count, commentCount: count }) })
/** Rounded to three figures; hidden where the channel says so. */
const ofChannelSchema = z.looseObject({ statistics: z.looseObject({ subscriberCount: count, videoCount: count, hiddenSubscriberCount: z.boolean().optional().catch(undefined) }) })

/** https://developers.google.com/youtube/v3/docs/videos#statistics and /channels#statistics (read on 2026-11-21): one unit of the budget each. */
export function createYoutubeFigures(options: YoutubeOptions): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      const kind = kindOfId(remoteId)
      if (!kind.ok) return kind
      return withYoutubeApi<PostFigures | 'gone'>(options, session, async (api) => {
        const listed = await api.get('/youtube/v3/videos', { part: ['statistics'], id: [remoteId] }, listSchema)
        if (!listed.ok) return listed
        const [video] = listed.value.items
        if (video === undefined) return done('gone')
        const read = ofVideoSchema.safeParse(video)
        if (!read.success) return failed('bug', studioError('unexpected_answer', 'a video without its counts'))
        const { viewCount, likeCount, commentCount } = read.data.statistics
        return done(countsOf({ views: viewCount, likes: likeCount, replies: commentCount }))
      })
    },
    ofAccount: (session) =>
      withYoutubeApi(options, session, async (api) => {
        const listed = await api.get('/youtube/v3/channels', { part: ['statistics'], id: session.account.remoteId }, listSchema)
        if (!listed.ok) return listed
        const read = ofChannelSchema.safeParse(listed.value.items[0])
        if (!read.success) return failed('bug', studioError('unexpected_answer', 'a channel without its counts'))
        const { subscriberCount, videoCount, hiddenSubscriberCount } = read.data.statistics
        return done(countsOf({ followers: hiddenSubscriberCount === true ? null : subscriberCount, posts: videoCount }))
      })
  }
}
