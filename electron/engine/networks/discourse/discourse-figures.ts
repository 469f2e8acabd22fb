import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { countsOf } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, failed } from '../network-results.ts'
import { openDiscourseApi } from './discourse-api.ts'
import { statusOf } from './discourse-failures.ts'
import type { DiscourseOptions } from './discourse-options.ts'

const likeKind = 2
const count = z.number().nullish().catch(null)
/** https://docs.discourse.org/ (read on 2026-11-21). A kind of act that nobody did is left out of the summary. */
const postCountsSchema = z.looseObject({ reads: count, reply_count: count, actions_summary: z.array(z.looseObject({ id: z.number(), count: count })).nullish().catch(null), deleted_at: z.string().nullish().catch(null), user_deleted: z.boolean().nullish().catch(null) })

/** A forum tells of a post who read, liked and answered it; of its members it tells nothing that is worth a figure. */
export function createDiscourseFigures(options: DiscourseOptions): FiguresReader {
  return {
    async ofPost(session, remoteId) {
      const api = openDiscourseApi(options, session)
      if (!api.ok) return api
      if (!/^\d+$/.test(remoteId)) return failed('rejected', studioError('rejected', 'this is no post of a forum'))
      const read = await api.value.get(`/posts/${remoteId}.json`, postCountsSchema)
      if (!read.ok) return statusOf(read.failure) === 404 ? done('gone') : read
      const { reads, reply_count, actions_summary, deleted_at, user_deleted } = read.value
      if ((deleted_at ?? null) !== null || user_deleted === true) return done('gone')
      return done(countsOf({ views: reads, likes: actions_summary?.find(({ id }) => id === likeKind)?.count ?? 0, replies: reply_count }))
    },
    ofAccount: async () => done({})
  }
}
