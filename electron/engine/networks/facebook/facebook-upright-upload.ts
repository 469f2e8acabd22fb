import { z } from 'zod'
import type { KeptIds } from '../kept-ids.ts'
import { aboutFile } from '../media-failure.ts'
import { optional } from '../meta/graph-lists.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { done, mapValue } from '../network-results.ts'
import { streamedFile } from '../streamed-form.ts'
import type { FacebookApi } from './facebook-api.ts'
import { facebookId } from './facebook-schemas.ts'

const startedSchema = z.looseObject({ video_id: z.coerce.string().pipe(facebookId) })
const takenSchema = z.looseObject({ success: z.literal(true) })
const bytes = optional(z.coerce.number().int().nonnegative())
/** How much of it is there. Meta's page writes the name of the bytes with one r; with two it would be the same. */
const phaseSchema = z.looseObject({ status: z.looseObject({ uploading_phase: z.looseObject({ status: optional(z.string()), bytes_transfered: bytes, bytes_transferred: bytes }) }) })

interface Place {
  readonly videoId: string
  /** So much of the file is there; as much as all of it: it is whole. */
  readonly from: number
}

/**
 * The number of a video that lies there now, and that nobody sees. https://developers.facebook.com/docs/video-api/guides/reels-publishing (read on 2026-11-22): what was cut goes on from the
 * byte that Facebook names, within an attempt as long as it moves, and in the next one; where it names none, it begins anew.
 */
export async function handOverUpright(api: FacebookApi, uploads: KeptIds, key: string, path: string, film: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<string>> {
  const name = JSON.stringify([key, path, film.fileName, film.byteLength])
  const known = uploads.of(name)
  const before = known === undefined ? null : await placeOf(api, known, film)
  const started = before === null ? await begin(api, path, film) : done(before)
  if (!started.ok) return started
  uploads.note(name, started.value.videoId)
  return sendRest(api, started.value, film, onUploaded)
}

async function begin(api: FacebookApi, path: string, film: MediaToSend): Promise<NetworkResult<Place>> {
  return mapValue(aboutFile(await api.prepare(path, { upload_phase: 'START' }, startedSchema), film), ({ video_id }) => ({ videoId: video_id, from: 0 }))
}

async function sendRest(api: FacebookApi, { videoId, from: first }: Place, film: MediaToSend, onUploaded: AccountSession['onUploaded']): Promise<NetworkResult<string>> {
  let from = first
  // Each turn has to lead further, or this would never end.
  while (from < film.byteLength) {
    const start = from
    const rest = { mediaType: 'application/octet-stream', byteLength: film.byteLength - start, readPart: (offset: number, length: number) => film.readPart(start + offset, length) }
    const body = streamedFile(rest, (sent) => onUploaded?.(start + sent, film.byteLength))
    // The address that the answer gives is not followed: the token goes to Facebook's own host alone.
    const sent = aboutFile(await api.sendFile(`/${videoId}`, body, start, takenSchema), film)
    if (sent.ok) break
    const reached = wasCut(sent.failure) ? await placeOf(api, videoId, film) : null
    if (reached === null || reached.from <= start) return sent
    from = reached.from
  }
  return done(videoId)
}

function wasCut({ kind }: NetworkFailure): boolean {
  return kind === 'server_error' || kind === 'not_sent'
}

/** null: Facebook does not say, or has all bytes and not yet the file. */
async function placeOf(api: FacebookApi, videoId: string, { byteLength }: Pick<MediaToSend, 'byteLength'>): Promise<Place | null> {
  const read = await api.get(`/${videoId}`, { fields: 'status' }, phaseSchema)
  if (!read.ok) return null
  const { status, bytes_transfered, bytes_transferred } = read.value.status.uploading_phase
  if (status === 'complete') return { videoId, from: byteLength }
  const from = bytes_transfered ?? bytes_transferred
  return from === undefined || from >= byteLength || status === 'error' || status === 'expired' ? null : { videoId, from }
}
