import { studioError } from '../../../../shared/errors/studio-error.ts'
import { aboutFile } from '../media-failure.ts'
import type { Published, Publisher } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { done, failed, isNotThere } from '../network-results.ts'
import { streamedForm } from '../streamed-form.ts'
import { asDailymotionId, withDailymotionApi, type DailymotionApi } from './dailymotion-api.ts'
import { editOnDailymotion } from './dailymotion-edit.ts'
import { findOwnVideo, listLastVideos, publishedOf } from './dailymotion-find.ts'
import type { DailymotionOptions } from './dailymotion-options.ts'
import { placeOf } from './dailymotion-place.ts'
import { createdVideoSchema, uploadedSchema, uploadSessionSchema } from './dailymotion-schemas.ts'
import { readDailymotionSecret } from './dailymotion-secret.ts'

/**
 * https://developers.dailymotion.com/v2/docs/upload-videos (read on 2026-11-21): the file first, which nobody sees; then one call makes the video of it. Dailymotion
 * knows no repeat of that call: what may have arrived is looked for on the channel.
 */
export function createDailymotionPublisher(options: DailymotionOptions): Publisher {
  const onChannel = <Value>(session: AccountSession, work: (api: DailymotionApi, profileId: string) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> => {
    const place = placeOf(session)
    return place.ok ? withDailymotionApi(options, session, (api) => work(api, place.value.profileId)) : Promise.resolve(place)
  }
  return {
    publish: (session, draft) => withDailymotionApi(options, session, (api) => publish(api, session, draft)),
    findPublished: (session, draft, intent) => onChannel(session, (api, profileId) => findOwnVideo(api, profileId, draft, intent, options.clock.now())),
    listLast: (session, { isAnswer, isMessage }) => (isAnswer || isMessage ? Promise.resolve(done(null)) : onChannel(session, listLastVideos)),
    act: async (session, { act, remoteId }) => {
      if (act !== 'delete') return failed('rejected', studioError('rejected', 'Dailymotion does not let other programs do this'))
      const id = asDailymotionId(remoteId)
      return id.ok ? withDailymotionApi(options, session, async (api) => orGone(await api.remove(`/videos/${id.value}`))) : id
    },
    edit: (session, target) => withDailymotionApi(options, session, (api) => editOnDailymotion(api, target))
  }
}

async function publish(api: DailymotionApi, session: AccountSession, draft: Draft): Promise<NetworkResult<Published>> {
  const { title, text, tags = [], replyTo, audience } = draft
  if (replyTo !== null || audience === 'message') return failed('rejected', studioError('rejected', 'Dailymotion lets no program answer'))
  const file = videoOf(draft)
  if (!file.ok) return file
  const place = placeOf(session)
  if (!place.ok) return place
  const secret = readDailymotionSecret(session.secret)
  if (!secret.ok) return secret
  const uploaded = await upload(api, session, file.value)
  if (!uploaded.ok) return uploaded
  const { profileId, category } = place.value
  const video = { title: title.trim(), ...(text.trim() === '' ? {} : { description: text.trim() }), ...(tags.length === 0 ? {} : { hashtags: tags }), category, visibility: 'public', is_for_kids: secret.value.isForKids, source: { file_url: uploaded.value } }
  const created = await api.create(`/profiles/${profileId}/videos`, video, createdVideoSchema)
  return created.ok ? done(publishedOf(created.value)) : created
}

/** The one video of a post, which is what a post is there. */
function videoOf({ media }: Pick<Draft, 'media'>): NetworkResult<MediaToSend> {
  const [file] = media
  const isOneVideo = file !== undefined && media.length === 1 && file.durationMs !== null
  return isOneVideo ? done(file) : failed('rejected', studioError('rejected', 'a post on Dailymotion is one video', { details: { reason: 'one_film' } }))
}

async function upload(api: DailymotionApi, session: AccountSession, file: MediaToSend): Promise<NetworkResult<string>> {
  const begun = await api.prepare('/files/upload_sessions', uploadSessionSchema)
  if (!begun.ok) return begun
  const sent = await api.upload(begun.value.upload_url, streamedForm({}, [{ name: 'file', file }], session.onUploaded), uploadedSchema)
  return sent.ok ? done(sent.value.url) : aboutFile(sent, file)
}

/** What is not there any more has been taken away already, by the first of two calls or by somebody. */
function orGone(result: NetworkResult<null>): NetworkResult<null> {
  return !result.ok && isNotThere(result.failure) ? done(null) : result
}
