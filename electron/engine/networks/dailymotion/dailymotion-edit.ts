import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { goneThere, type EditTarget } from '../network-edit.ts'
import type { ReadBack } from '../network-reading.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import { asDailymotionId, withDailymotionApi, type DailymotionApi } from './dailymotion-api.ts'
import type { DailymotionOptions } from './dailymotion-options.ts'

const shownSchema = z.looseObject({ video_id: z.string(), title: z.string(), description: z.string().nullish() })

/** https://developers.dailymotion.com/v2/docs/edit-video-metadata (read on 2026-11-22): what is not sent stays, hashtags and category too. */
export async function editOnDailymotion(api: DailymotionApi, { remoteId, title, text }: Pick<EditTarget, 'remoteId' | 'title' | 'text'>): Promise<NetworkResult<null>> {
  const id = asDailymotionId(remoteId)
  if (!id.ok) return id
  const edited = await api.patch(`/videos/${id.value}`, { title: title.trim(), description: text.trim() })
  return !edited.ok && isNotThere(edited.failure) ? failed('rejected', goneThere) : edited
}

/** https://developers.dailymotion.com/reference/get-video (read on 2026-11-22). */
export function createDailymotionReadBack(options: DailymotionOptions): ReadBack {
  return async (session, remoteId) => {
    const id = asDailymotionId(remoteId)
    if (!id.ok) return id
    const read = await withDailymotionApi(options, session, (api) => api.get(`/videos/${id.value}`, { fields: 'video_id,title,description' }, shownSchema))
    if (!read.ok) return isNotThere(read.failure) ? done('gone') : read
    const { video_id: shownId, title, description } = read.value
    if (shownId !== id.value) return failed('bug', studioError('unexpected_answer', 'Dailymotion shows another video'))
    return done({ title, text: description ?? '', media: [{ kind: 'video' }] })
  }
}
