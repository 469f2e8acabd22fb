import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { KeptIds } from '../kept-ids.ts'
import type { Published, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { failed } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import type { FacebookApi } from './facebook-api.ts'
import { handOverUpright } from './facebook-upright-upload.ts'
import { finishVideo } from './facebook-video.ts'

/** What is known of films as long as the program runs. */
export interface Films {
  /** Those that were about to be told to come out. */
  readonly films: KeptIds
  /** Those whose bytes are on their way. */
  readonly uploads: KeptIds
}

/** https://developers.facebook.com/docs/video-api/guides/reels-publishing (read on 2026-11-21): begun, handed over as it is, and published by a call of its own. */
export async function publishReel(api: FacebookApi, { films, uploads }: Films, session: AccountSession, { media, text }: Draft, { idempotencyKey, keepBegun }: SendIntent): Promise<NetworkResult<Published>> {
  const [film, ...others] = media
  if (film === undefined || others.length > 0 || !isVideo(film)) return failed('rejected', studioError('rejected', 'a reel is one video', { details: { reason: 'format' } }))
  const path = `/${session.account.remoteId}/video_reels`
  const handed = await handOverUpright(api, uploads, idempotencyKey, path, film, session.onUploaded)
  if (!handed.ok) return handed
  films.note(idempotencyKey, handed.value)
  keepBegun?.(handed.value)
  return finishVideo(api, session.account.remoteId, handed.value, { path, body: { upload_phase: 'FINISH', video_id: handed.value, video_state: 'PUBLISHED', ...(text === '' ? {} : { description: text }) } })
}
