import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { KeptIds } from '../kept-ids.ts'
import type { Published, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
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
export async function publishReel(api: FacebookApi, kept: Films, session: AccountSession, draft: Draft, intent: SendIntent): Promise<NetworkResult<Published>> {
  const brought = await bringReel(api, kept, session, draft, intent)
  if (!brought.ok) return brought
  const { path, videoId, ...said } = brought.value
  return finishVideo(api, session.account.remoteId, videoId, { path, body: { upload_phase: 'FINISH', video_id: videoId, video_state: 'PUBLISHED', ...said } })
}

/** A reel whose file is there, and what its last call says of it, whenever it is to come out. */
export interface BroughtReel {
  readonly path: string
  readonly videoId: string
  readonly description?: string
}

/** Hands the file over, and keeps its number before anything is told to come out. */
export async function bringReel(api: FacebookApi, { films, uploads }: Films, session: AccountSession, { media, text }: Draft, { idempotencyKey, keepBegun }: Pick<SendIntent, 'idempotencyKey' | 'keepBegun'>): Promise<NetworkResult<BroughtReel>> {
  const [film, ...others] = media
  if (film === undefined || others.length > 0 || !isVideo(film)) return failed('rejected', studioError('rejected', 'a reel is one video', { details: { reason: 'format' } }))
  const path = `/${session.account.remoteId}/video_reels`
  const handed = await handOverUpright(api, uploads, idempotencyKey, path, film, session.onUploaded)
  if (!handed.ok) return handed
  films.note(idempotencyKey, handed.value)
  keepBegun?.(handed.value)
  return done({ path, videoId: handed.value, ...(text === '' ? {} : { description: text }) })
}
