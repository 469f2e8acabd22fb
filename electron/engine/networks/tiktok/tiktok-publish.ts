import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Published, Publisher, SendIntent } from '../network-publisher.ts'
import type { Draft } from '../network-draft.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { done, failed } from '../network-results.ts'
import { withTiktokApi, type TiktokApi } from './tiktok-api.ts'
import { checkedTerms, filmInfoOf, postInfoOf } from './tiktok-creator.ts'
import { listLastVideos } from './tiktok-find.ts'
import { isOfPictures, lookUp, type HandOvers } from './tiktok-look-up.ts'
import type { TiktokOptions } from './tiktok-options.ts'
import { outcomeOf, readStatus, takenAs } from './tiktok-status.ts'
import type { HandedOver } from './tiktok-uploads.ts'

/**
 * https://developers.tiktok.com/doc/content-posting-api-reference-upload-video (read on 2026-11-21): a video is handed over as a draft, announced in the person's app, and posted by
 * them; under terms it goes out at once (/doc/content-posting-api-reference-direct-post, read on 2026-11-22). The last chunk of the file makes either; what was cut before is asked how
 * far it came, as long as Vigie runs. Pictures likewise (`tiktok-pictures.ts`).
 */
export function createTiktokPublisher(options: TiktokOptions, by: HandOvers): Publisher {
  return {
    publish: (session, draft, intent) => withTiktokApi(options, session, (api) => publish(api, by, session, draft, intent)),
    findPublished: (session, draft, intent) => withTiktokApi(options, session, (api) => lookUp(api, by, session, draft, intent, options.clock.now())),
    listLast: async (session, { isAnswer, isMessage }) => (isAnswer || isMessage ? done(null) : withTiktokApi(options, session, listLastVideos)),
    resume: (session, _draft, token) => withTiktokApi(options, session, (api) => resume(api, token)),
    act: async () => failed('rejected', studioError('rejected', 'TikTok does not let other programs do this'))
  }
}

async function publish(api: TiktokApi, { uploads, pictures }: HandOvers, session: AccountSession, draft: Draft, { idempotencyKey, keepBegun }: SendIntent): Promise<NetworkResult<Published>> {
  if (draft.replyTo !== null || draft.audience === 'message') return failed('rejected', studioError('rejected', 'TikTok lets no program answer'))
  const isPictures = isOfPictures(draft)
  const file = isPictures ? done(null) : videoOf(draft)
  if (!file.ok) return file
  const info = await infoOf(api, draft)
  if (!info.ok) return info
  const how = { ...info.value, keepBegun }
  if (file.value === null) return pictures.handOver(api, session, idempotencyKey, draft, how)
  const sent = await uploads.upload(api, session, idempotencyKey, file.value, how)
  return sent.ok ? done(takenAs(sent.value)) : sent
}

/** What goes with a post that goes out at once; a draft has nothing of it. */
async function infoOf(api: TiktokApi, draft: Draft): Promise<NetworkResult<Pick<HandedOver, 'postInfo'>>> {
  const { terms, text, media } = draft
  if (terms === undefined) return done({})
  const audience = await checkedTerms(api, terms, media)
  if (!audience.ok) return audience
  const common = postInfoOf(terms, audience.value)
  return done({ postInfo: isOfPictures(draft) ? { ...common, auto_add_music: false } : { ...(text === '' ? {} : { title: text }), ...common, ...filmInfoOf(terms, media[0]?.cover?.atMs ?? null) } })
}

/** The one video of a post. */
function videoOf({ media }: Pick<Draft, 'media'>): NetworkResult<MediaToSend> {
  const [file] = media
  const isOneVideo = file !== undefined && media.length === 1 && file.durationMs !== null
  return isOneVideo ? done(file) : failed('rejected', studioError('rejected', 'a post on TikTok is one video, or pictures', { details: { reason: 'one_draft_video' } }))
}

async function resume(api: TiktokApi, publishId: string): Promise<NetworkResult<Published>> {
  const status = await readStatus(api, publishId)
  return status.ok ? outcomeOf(publishId, status.value) : status
}
