import { writeVtt } from '../../../../shared/captions/write-captions.ts'
import { focusFromMiddle } from '../../../../shared/posts/focal-point.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { StreamedBody } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import { formWithFiles, isVideo } from '../streamed-form.ts'
import { wait } from '../wait.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { mediaSchema } from './mastodon-schemas.ts'

const uploadTimeout = 120_000
/** ms between two looks at a file that the server is still working on; after the last it counts as failed. */
const looks = [500, 1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 10_000, 15_000]
/** A server encodes a video anew, which takes it minutes. */
const moreLooks = Array.from({ length: 11 }, () => 15_000)

/** Uploads the pictures and videos and waits until the server can show them: https://docs.joinmastodon.org/methods/media/#v2 (read on 2026-11-21). */
export async function uploadMedia(api: MastodonApi, clock: Clock, media: readonly MediaToSend[], { signal, onUploaded }: Pick<AccountSession, 'signal' | 'onUploaded'>): Promise<NetworkResult<readonly string[]>> {
  const ids: string[] = []
  for (const item of media) {
    const uploaded = aboutFile(await api.post('/api/v2/media', await formOf(item, onUploaded), mediaSchema, { timeout: uploadTimeout }), item)
    if (!uploaded.ok) return uploaded
    const { id, url } = uploaded.value
    const ready = typeof url === 'string' && url !== '' ? done(null) : aboutFile(await waitUntilReady(api, clock, id, isVideo(item) ? [...looks, ...moreLooks] : looks, signal), item)
    if (!ready.ok) return ready
    ids.push(id)
  }
  return done(ids)
}

function formOf(item: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<FormData | StreamedBody> {
  const cover = item.cover === undefined ? [] : [{ name: 'thumbnail', file: item.cover.picture }]
  const words = { ...(item.altText === '' ? {} : { description: item.altText }), ...(item.focus === undefined ? {} : { focus: focusFromMiddle(item.focus) }), ...captionsOf(item) }
  return formWithFiles(words, [{ name: 'file', file: item }, ...cover], onUploaded)
}

/** Mastodon itself knows no subtitles (`captions` of its rule), so only the practice network is ever given any. */
function captionsOf({ captions }: MediaToSend): { captions?: string } {
  return captions === undefined ? {} : { captions: JSON.stringify(captions.map(({ language, cues }) => ({ language, vtt: writeVtt(cues) }))) }
}

/** 202 from the upload and 206 from the look both mean: still at work, no address yet. */
async function waitUntilReady(api: MastodonApi, clock: Clock, id: string, delays: readonly number[], signal: AbortSignal): Promise<NetworkResult<null>> {
  for (const delay of delays) {
    if (!(await wait(clock, delay, signal))) return failed('server_error', studioError('engine_stopped', 'the waiting for a picture was taken back', { retryable: true }))
    const look = await api.getAnswer(`/api/v1/media/${encodeURIComponent(id)}`, {})
    if (!look.ok) return look
    if (look.value.response.status !== 206) return done(null)
  }
  return failed('server_error', studioError('timeout', 'the server is still at work on a picture', { retryable: true, details: { reason: 'media_processing' } }))
}
