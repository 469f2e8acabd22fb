import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { KeptIds } from '../kept-ids.ts'
import { aboutFile } from '../media-failure.ts'
import type { Published, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { failed, mapValue } from '../network-results.ts'
import { isVideo, streamedFile } from '../streamed-form.ts'
import type { FacebookApi } from './facebook-api.ts'
import { facebookId } from './facebook-schemas.ts'
import { finishVideo } from './facebook-video.ts'

const startedSchema = z.looseObject({ video_id: z.coerce.string().pipe(facebookId) })
const takenSchema = z.looseObject({ success: z.literal(true) })

/** https://developers.facebook.com/docs/video-api/guides/reels-publishing (read on 2026-11-21): begun, handed over as it is, and published by a call of its own. */
export async function publishReel(api: FacebookApi, films: KeptIds, session: AccountSession, { media, text }: Draft, { idempotencyKey, keepBegun }: SendIntent): Promise<NetworkResult<Published>> {
  const [film, ...others] = media
  if (film === undefined || others.length > 0 || !isVideo(film)) return failed('rejected', studioError('rejected', 'a reel is one video', { details: { reason: 'format' } }))
  const path = `/${session.account.remoteId}/video_reels`
  const handed = await handOverUpright(api, path, film, session.onUploaded)
  if (!handed.ok) return handed
  films.note(idempotencyKey, handed.value)
  keepBegun?.(handed.value)
  return finishVideo(api, session.account.remoteId, handed.value, { path, body: { upload_phase: 'FINISH', video_id: handed.value, video_state: 'PUBLISHED', ...(text === '' ? {} : { description: text }) } })
}

/** The number of a video that lies there now, and that nobody sees. */
export async function handOverUpright(api: FacebookApi, path: string, film: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<string>> {
  const started = aboutFile(await api.prepare(path, { upload_phase: 'START' }, startedSchema), film)
  if (!started.ok) return started
  // The address that the answer gives is not followed: the token goes to Facebook's own host alone.
  return mapValue(aboutFile(await api.sendFile(`/${started.value.video_id}`, streamedFile({ ...film, mediaType: 'application/octet-stream' }, onUploaded), takenSchema), film), () => started.value.video_id)
}
