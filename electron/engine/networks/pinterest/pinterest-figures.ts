import { z } from 'zod'
import { countsOf, type PostFigures } from '../../../../shared/figures/figures.ts'
import type { FiguresReader } from '../network-adapter.ts'
import { done, isNotThere, mapValue } from '../network-results.ts'
import { asPinterestId, withPinterestApi } from './pinterest-api.ts'
import type { PinterestOptions } from './pinterest-options.ts'

const count = z.number().nullish().catch(null)
/** https://developers.pinterest.com/docs/api/v5/pins-get (`pin_metrics`, read on 2026-11-22). What nobody did is left out; pins of before March 2023 have none. */
const pinCountsSchema = z.looseObject({ pin_metrics: z.looseObject({ lifetime_metrics: z.looseObject({ impression: count, save: count, reaction: count, comment: count }).nullish().catch(null) }).nullish().catch(null) })
const boardCountsSchema = z.looseObject({ follower_count: count, pin_count: count })

export function createPinterestFigures(options: PinterestOptions): FiguresReader {
  return {
    ofPost: (session, remoteId) =>
      withPinterestApi<PostFigures | 'gone'>(options, session, async (api) => {
        const id = asPinterestId(remoteId)
        if (!id.ok) return id
        const read = await api.get(`/pins/${id.value}`, { pin_metrics: 'true' }, pinCountsSchema)
        if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
        const told = read.value.pin_metrics?.lifetime_metrics ?? null
        return done(told === null ? {} : countsOf({ views: told.impression ?? 0, likes: told.reaction ?? 0, replies: told.comment ?? 0, saves: told.save ?? 0 }))
      }),
    ofAccount: (session) =>
      withPinterestApi(options, session, async (api) => {
        const board = asPinterestId(session.account.remoteId)
        return board.ok ? mapValue(await api.get(`/boards/${board.value}`, {}, boardCountsSchema), ({ follower_count, pin_count }) => countsOf({ followers: follower_count, posts: pin_count })) : board
      })
  }
}
