import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published, Publisher, SentIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { withTiktokApi, type TiktokApi } from './tiktok-api.ts'
import { findOwnVideo, listLastVideos } from './tiktok-find.ts'
import type { TiktokOptions } from './tiktok-options.ts'
import type { TiktokPictures } from './tiktok-pictures.ts'
import { outcomeOf, readStatus, takenAs } from './tiktok-status.ts'
import type { Known, TiktokUploads } from './tiktok-uploads.ts'

/**
 * https://developers.tiktok.com/doc/content-posting-api-reference-upload-video (read on 2026-11-21): a video is handed over as a draft, announced in the person's app, and posted by
 * them. The last chunk of the file makes the draft; what was cut before is asked how far it came, as long as Vigie runs. Pictures become a draft likewise (`tiktok-pictures.ts`).
 */
export function createTiktokPublisher(options: TiktokOptions, by: HandOvers): Publisher {
  return {
    publish: (session, draft, { idempotencyKey }) => withTiktokApi(options, session, (api) => publish(api, by, session, draft, idempotencyKey)),
    findPublished: (session, draft, intent) => withTiktokApi(options, session, (api) => find(api, by, session, draft, intent, options.clock.now())),
    listLast: async (session, { isAnswer, isMessage }) => (isAnswer || isMessage ? done(null) : withTiktokApi(options, session, listLastVideos)),
    resume: (session, _draft, token) => withTiktokApi(options, session, (api) => resume(api, token)),
    act: async () => failed('rejected', studioError('rejected', 'TikTok does not let other programs do this'))
  }
}

export interface HandOvers {
  readonly uploads: TiktokUploads
  readonly pictures: TiktokPictures
}

async function publish(api: TiktokApi, { uploads, pictures }: HandOvers, session: AccountSession, draft: Draft, key: string): Promise<NetworkResult<Published>> {
  if (draft.replyTo !== null || draft.audience === 'message') return failed('rejected', studioError('rejected', 'TikTok lets no program answer'))
  if (isOfPictures(draft)) return pictures.handOver(api, session, key, draft)
  const file = videoOf(draft)
  if (!file.ok) return file
  const sent = await uploads.upload(api, session, key, file.value)
  return sent.ok ? done(takenAs(sent.value)) : sent
}

/** One or several pictures, and no video. */
function isOfPictures({ media }: Pick<Draft, 'media'>): boolean {
  return media.length > 0 && media.every(({ durationMs }) => durationMs === null)
}

/** The one video of a post. */
function videoOf({ media }: Pick<Draft, 'media'>): NetworkResult<MediaToSend> {
  const [file] = media
  const isOneVideo = file !== undefined && media.length === 1 && file.durationMs !== null
  return isOneVideo ? done(file) : failed('rejected', studioError('rejected', 'a draft on TikTok is one video, or pictures', { details: { reason: 'one_draft_video' } }))
}

async function find(api: TiktokApi, by: HandOvers, session: AccountSession, draft: Draft, intent: SentIntent, now: number): Promise<NetworkResult<Published | 'none' | 'cannot_tell'>> {
  const asked = await knownOf(api, by, session, draft, intent)
  if (!asked.ok) return asked
  const known = asked.value
  if (known === null) {
    const posted = await findOwnVideo(api, draft, intent, now)
    // The one call that hands pictures over makes the draft, and drafts stand in no list: only what was posted of it shows.
    return posted.ok && posted.value === 'none' && isOfPictures(draft) ? done('cannot_tell') : posted
  }
  // Not whole, it makes no draft: the next attempt goes on with it. What failed made none either.
  return known.isWhole && known.status.status !== 'FAILED' ? outcomeOf(known.publishId, known.status) : done('none')
}

async function knownOf(api: TiktokApi, { uploads, pictures }: HandOvers, session: AccountSession, draft: Draft, { idempotencyKey }: SentIntent): Promise<NetworkResult<Known | null>> {
  if (!isOfPictures(draft)) return uploads.ask(api, session, idempotencyKey)
  return mapValue(await pictures.ask(api, session, idempotencyKey), (known) => (known === null ? null : { ...known, isWhole: true }))
}

async function resume(api: TiktokApi, publishId: string): Promise<NetworkResult<Published>> {
  const status = await readStatus(api, publishId)
  return status.ok ? outcomeOf(publishId, status.value) : status
}
