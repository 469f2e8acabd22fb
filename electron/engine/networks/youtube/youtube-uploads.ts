import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpRequest } from '../../http/http-client.ts'
import { misunderstood, type ApiAnswer, type Effect } from '../api-call.ts'
import { aboutFile } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed } from '../network-results.ts'
import type { YoutubeApi } from './youtube-api.ts'
import type { VideoDescription } from './youtube-mapping.ts'
import { partBytes as usualPartBytes, type YoutubeOptions } from './youtube-options.ts'
import { videoSchema, type YoutubeVideo } from './youtube-schemas.ts'

/** A file that is on its way, by the address that YouTube gave for it. It works like a key, so it is kept in memory alone. */
interface OpenUpload {
  readonly address: string
  readonly byteLength: number
}

export interface YoutubeUploads {
  /** Hands the file over, or goes on where an earlier attempt of this key was cut. With the last part the video is there. */
  upload(api: YoutubeApi, session: AccountSession, key: string, file: MediaToSend, description: VideoDescription): Promise<NetworkResult<YoutubeVideo>>
  /** What became of an attempt of this key whose end nobody saw: the video that it made, or null when it is not whole or nothing is known of it any more. */
  ask(api: YoutubeApi, session: AccountSession, key: string): Promise<NetworkResult<YoutubeVideo | null>>
}

/** Nobody uploads as many at once; what is forgotten begins anew. */
const mostOpen = 50

/** https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol (read on 2026-11-21). */
export function createYoutubeUploads({ partBytes = usualPartBytes }: Pick<YoutubeOptions, 'partBytes'>): YoutubeUploads {
  const open = new Map<string, OpenUpload>()
  const nameOf = ({ account }: AccountSession, key: string): string => `${account.id} ${key}`

  function keep(name: string, upload: OpenUpload): OpenUpload {
    open.set(name, upload)
    const [oldest] = open.keys()
    if (open.size > mostOpen && oldest !== undefined) open.delete(oldest)
    return upload
  }

  /** null: YouTube does not know the address any more. */
  async function howFar(api: YoutubeApi, name: string, { address, byteLength }: OpenUpload): Promise<NetworkResult<YoutubeVideo | number | null>> {
    const asked = await api.putPart(address, { bytes: new Uint8Array(), range: `bytes */${byteLength}`, mediaType: null, effect: 'none' })
    if (asked.ok) return readPut(asked.value, address, 'none')
    if (!isOver(asked.failure)) return asked
    open.delete(name)
    return done(null)
  }

  async function begin(api: YoutubeApi, session: AccountSession, name: string, { mediaType, byteLength }: MediaToSend, { body, notifies }: VideoDescription): Promise<NetworkResult<OpenUpload>> {
    const begun = await api.beginUpload('/youtube/v3/videos', { part: ['snippet', 'status'], ...(notifies ? {} : { notifySubscribers: false }) }, body, { mediaType, byteLength })
    if (!begun.ok) return begun
    const address = begun.value.response.headers['location'] ?? ''
    return isOurs(address, session.account.serverUrl) ? done(keep(name, { address, byteLength })) : misunderstood('none', { method: 'POST', url: begun.value.response.url, signed: true })
  }

  async function sendFrom(api: YoutubeApi, session: AccountSession, name: string, upload: OpenUpload, file: MediaToSend, from: number): Promise<NetworkResult<YoutubeVideo>> {
    const { address, byteLength } = upload
    let offset = from
    while (offset < byteLength) {
      const bytes = await file.readPart(offset, Math.min(partBytes, byteLength - offset))
      const end = offset + bytes.byteLength
      const effect: Effect = end >= byteLength ? 'visible' : 'none'
      const put = await api.putPart(address, { bytes, range: `bytes ${offset}-${end - 1}/${byteLength}`, mediaType: file.mediaType, effect })
      const came = put.ok ? readPut(put.value, address, effect) : effect === 'visible' ? put : await afterCut(api, name, upload, offset, put.failure)
      if (!came.ok) {
        if (came.failure.kind === 'rejected') open.delete(name)
        return effect === 'visible' ? came : aboutFile(came, file)
      }
      if (typeof came.value === 'object') return done(came.value)
      if (came.value <= offset) return failed(effect === 'visible' ? 'unknown_outcome' : 'bug', studioError('unexpected_answer', 'a part was taken, and nothing of it is there'))
      offset = came.value
      session.onUploaded?.(offset, byteLength)
    }
    return failed('bug', studioError('unexpected_answer', 'the whole file is there, and no video came of it'))
  }

  /** A line that was cut within a part: YouTube says how much of it arrived, and the file goes on from there, as long as it moves. */
  async function afterCut(api: YoutubeApi, name: string, upload: OpenUpload, offset: number, failure: NetworkFailure): Promise<NetworkResult<YoutubeVideo | number>> {
    if (failure.kind !== 'server_error' && failure.kind !== 'not_sent') return { ok: false, failure }
    const came = await howFar(api, name, upload)
    return came.ok && typeof came.value === 'number' && came.value > offset ? done(came.value) : { ok: false, failure }
  }

  return {
    async upload(api, session, key, file, description) {
      const name = nameOf(session, key)
      const known = open.get(name)
      const came = known === undefined ? done(null) : await howFar(api, name, known)
      if (!came.ok) return came
      if (came.value !== null && typeof came.value === 'object') {
        open.delete(name)
        return done(came.value)
      }
      const upload = known === undefined || came.value === null ? await begin(api, session, name, file, description) : done(known)
      if (!upload.ok) return upload
      session.onUploaded?.(came.value ?? 0, file.byteLength)
      const sent = await sendFrom(api, session, name, upload.value, file, came.value ?? 0)
      if (sent.ok) open.delete(name)
      return sent
    },
    async ask(api, session, key) {
      const name = nameOf(session, key)
      const known = open.get(name)
      const came = known === undefined ? done(null) : await howFar(api, name, known)
      if (!came.ok) return came
      return done(typeof came.value === 'number' ? null : came.value)
    }
  }
}

/** How much is there, from the beginning on; or the video, when all is. */
function readPut({ response, json }: ApiAnswer, address: string, effect: Effect): NetworkResult<YoutubeVideo | number> {
  if (response.status === 202) {
    const [, last] = /^bytes=0-(\d+)$/.exec(response.headers['range'] ?? 'bytes=0--1') ?? []
    return done(last === undefined ? 0 : Number(last) + 1)
  }
  const video = videoSchema.safeParse(json)
  const request: HttpRequest = { method: 'PUT', url: address, signed: true }
  return video.success ? done(video.data) : misunderstood(effect, request)
}

/** The address of an upload ends after some days, or when the upload was given up there. */
function isOver({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && (error.details?.['status'] === 404 || error.details?.['status'] === 410)
}

/** Access goes nowhere but to YouTube's own interface. */
function isOurs(address: string, serverUrl: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(serverUrl).origin
}
