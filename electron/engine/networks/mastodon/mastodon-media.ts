import { createHash } from 'node:crypto'
import { z } from 'zod'
import { writeVtt } from '../../../../shared/captions/write-captions.ts'
import { focusFromMiddle } from '../../../../shared/posts/focal-point.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { parseJson } from '../../http/parse-json.ts'
import type { StreamedBody } from '../../http/http-client.ts'
import type { Clock } from '../../time/clock.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkResult } from '../network-failure.ts'
import type { SendIntent } from '../network-publisher.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { formWithFiles, isVideo } from '../streamed-form.ts'
import { wait } from '../wait.ts'
import type { MastodonApi } from './mastodon-api.ts'
import { mediaSchema, remoteIdSchema } from './mastodon-schemas.ts'

const uploadTimeout = 120_000
/** ms between two looks at a file that the server is still working on; after the last it counts as failed. */
const looks = [500, 1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 10_000, 15_000]
/** A server encodes a video anew, which takes it minutes. */
const moreLooks = Array.from({ length: 11 }, () => 15_000)

/** What an attempt before brought to the server is used by the next one, over a crash too: a server that encodes for an hour is waited for, and gets nothing twice. */
export type KeptFiles = Pick<SendIntent, 'keepBegun' | 'begunBefore'>

interface MediaPlace {
  readonly api: MastodonApi
  readonly clock: Clock
  readonly session: Pick<AccountSession, 'signal' | 'onUploaded'>
  readonly kept: KeptFiles
}

/** Uploads the pictures and videos and waits until the server can show them: https://docs.joinmastodon.org/methods/media/#v2 (read on 2026-11-21). */
export async function uploadMedia(place: MediaPlace, media: readonly MediaToSend[]): Promise<NetworkResult<readonly string[]>> {
  const before = readBegun(place.kept.begunBefore)
  const brought: Brought[] = []
  for (const [at, item] of media.entries()) {
    const mark = markOf(item)
    const known = before[at]?.mark === mark ? before[at].id : null
    const id = await bring(place, item, known, (there) => keep(place.kept, [...brought, { id: there, mark }, ...before.slice(at + 1)]))
    if (!id.ok) return id
    brought.push({ id: id.value, mark })
  }
  return done(brought.map(({ id }) => id))
}

async function bring(place: MediaPlace, item: MediaToSend, known: string | null, noteId: (id: string) => void): Promise<NetworkResult<string>> {
  const { api, session } = place
  if (known !== null) {
    noteId(known)
    const ready = await waitUntilReady(place, known, [0, ...delaysOf(item)])
    // What the server does not know any more, or cannot use, is uploaded anew; everything else may pass.
    if (ready.ok || ready.failure.kind !== 'rejected') return mapValue(ready, () => known)
  }
  const uploaded = aboutFile(await api.post('/api/v2/media', await formOf(item, session.onUploaded), mediaSchema, { timeout: uploadTimeout }), item)
  if (!uploaded.ok) return uploaded
  const { id, url } = uploaded.value
  noteId(id)
  const ready = typeof url === 'string' && url !== '' ? done(null) : aboutFile(await waitUntilReady(place, id, delaysOf(item)), item)
  return mapValue(ready, () => id)
}

function delaysOf(item: MediaToSend): readonly number[] {
  return isVideo(item) ? [...looks, ...moreLooks] : looks
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
async function waitUntilReady({ api, clock, session: { signal } }: MediaPlace, id: string, delays: readonly number[]): Promise<NetworkResult<null>> {
  for (const delay of delays) {
    if (delay > 0 && !(await wait(clock, delay, signal))) return failed('server_error', studioError('engine_stopped', 'the waiting for a picture was taken back', { retryable: true }))
    const look = await api.getAnswer(`/api/v1/media/${encodeURIComponent(id)}`, {})
    if (!look.ok) return look
    if (look.value.response.status !== 206) return done(null)
  }
  return failed('server_error', studioError('timeout', 'the server is still at work on a picture', { retryable: true, details: { reason: 'media_processing' } }))
}

const broughtSchema = z.object({ id: remoteIdSchema, mark: z.string() })
const begunSchema = z.tuple([z.literal('files'), z.array(broughtSchema)])
type Brought = z.infer<typeof broughtSchema>

/** This very file, with the words and the cover that go with it. */
function markOf({ fileName, byteLength, altText, focus, cover }: MediaToSend): string {
  return createHash('sha256').update(JSON.stringify([fileName, byteLength, altText, focus ?? null, cover?.picture.fileName ?? null, cover?.picture.byteLength ?? null])).digest('base64url')
}

/** Only a help: what cannot be kept is uploaded anew. */
function keep({ keepBegun }: KeptFiles, files: readonly Brought[]): void {
  try {
    keepBegun?.(JSON.stringify(['files', [...files]] satisfies z.infer<typeof begunSchema>))
  } catch {
    // The job is not being sent any more: nothing of it is published either.
  }
}

function readBegun(token: string | undefined): readonly Brought[] {
  const parsed = begunSchema.safeParse(token === undefined ? undefined : parseJson(token))
  return parsed.success ? parsed.data[1] : []
}
