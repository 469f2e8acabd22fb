import { misunderstood, type ApiAnswer, type Effect } from '../api-call.ts'
import { aboutFile } from '../media-failure.ts'
import type { AccountSession } from '../network-session.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import { done } from '../network-results.ts'
import { streamedFile } from '../streamed-form.ts'
import type { TiktokApi } from './tiktok-api.ts'
import { isGone } from './tiktok-failures.ts'
import { chunkBytes as usualChunkBytes, type TiktokOptions } from './tiktok-options.ts'
import { begunSchema, type TiktokStatus } from './tiktok-schemas.ts'
import { readStatus } from './tiktok-status.ts'

/** A file on its way. The address works like a key for an hour, so it is kept in memory alone. */
interface OpenUpload {
  readonly publishId: string
  readonly address: string
  readonly byteLength: number
}

/** What is known of an attempt: TikTok's number for it, and what it says. */
export interface Known {
  readonly publishId: string
  readonly status: TiktokStatus
  readonly isWhole: boolean
}

/** `postInfo`: it goes out at once, so; left out: as a draft. `keepBegun`: told TikTok's number for it before the last chunk. */
export interface HandedOver {
  readonly postInfo?: object
  readonly keepBegun?: ((token: string) => void) | undefined
}

export interface TiktokUploads {
  /** Hands the file over, or goes on where an earlier attempt of this key was cut. Gives TikTok's number for it, under which the draft is announced. */
  upload(api: TiktokApi, session: AccountSession, key: string, file: MediaToSend, how: HandedOver): Promise<NetworkResult<string>>
  /** What became of an attempt of this key; null: nothing is known of it (any more). */
  ask(api: TiktokApi, session: AccountSession, key: string): Promise<NetworkResult<Known | null>>
}

interface Sent extends Pick<HandedOver, 'keepBegun'> {
  readonly file: MediaToSend
  /** The first chunk that is not there yet. */
  readonly from: number
}

/** Nobody uploads as many at once; what is forgotten begins anew. */
const mostOpen = 50

/** https://developers.tiktok.com/doc/content-posting-api-media-transfer-guide (read on 2026-11-21): chunks one after the other, all of one size but for the last, which takes what is left over. */
export function createTiktokUploads({ chunkBytes = usualChunkBytes }: Pick<TiktokOptions, 'chunkBytes'>): TiktokUploads {
  const open = new Map<string, OpenUpload>()
  const nameOf = ({ account }: AccountSession, key: string): string => `${account.id} ${key}`
  const chunksOf = (byteLength: number): { readonly size: number; readonly count: number } => (byteLength <= chunkBytes ? { size: byteLength, count: 1 } : { size: chunkBytes, count: Math.floor(byteLength / chunkBytes) })

  function keep(name: string, upload: OpenUpload): OpenUpload {
    open.set(name, upload)
    const [oldest] = open.keys()
    if (open.size > mostOpen && oldest !== undefined) open.delete(oldest)
    return upload
  }

  async function begin(api: TiktokApi, name: string, { byteLength }: MediaToSend, { postInfo }: HandedOver): Promise<NetworkResult<OpenUpload>> {
    const { size, count } = chunksOf(byteLength)
    const source = { source: 'FILE_UPLOAD', video_size: byteLength, chunk_size: size, total_chunk_count: count }
    const path = postInfo === undefined ? '/v2/post/publish/inbox/video/init/' : '/v2/post/publish/video/init/'
    const begun = await api.ask(path, { ...(postInfo === undefined ? {} : { post_info: postInfo }), source_info: source }, begunSchema, 'upload')
    return begun.ok ? done(keep(name, { publishId: begun.value.data.publish_id, address: begun.value.data.upload_url, byteLength })) : begun
  }

  async function ask(api: TiktokApi, name: string): Promise<NetworkResult<Known | null>> {
    const known = open.get(name)
    if (known === undefined) return done(null)
    const read = await readStatus(api, known.publishId)
    if (read.ok) return done({ publishId: known.publishId, status: read.value, isWhole: read.value.status !== 'PROCESSING_UPLOAD' || (read.value.uploaded_bytes ?? 0) >= known.byteLength })
    if (!isGone(read.failure)) return read
    open.delete(name)
    return done(null)
  }

  async function sendFrom(api: TiktokApi, session: AccountSession, name: string, upload: OpenUpload, { file, from, keepBegun }: Sent): Promise<NetworkResult<string>> {
    const { size, count } = chunksOf(file.byteLength)
    for (let chunk = from; chunk < count; chunk += 1) {
      const isLast = chunk === count - 1
      const start = chunk * size
      const end = isLast ? file.byteLength : start + size
      const part = { mediaType: file.mediaType, byteLength: end - start, readPart: (offset: number, length: number) => file.readPart(start + offset, length) }
      const body = streamedFile(part, (sent) => session.onUploaded?.(start + sent, file.byteLength))
      const effect: Effect = isLast ? 'visible' : 'none'
      if (isLast) keepBegun?.(upload.publishId)
      const put = await api.putChunk(upload.address, body, `bytes ${start}-${end - 1}/${file.byteLength}`, effect)
      const taken = put.ok ? takenChunk(put.value, upload.address, effect) : put
      if (taken.ok) continue
      // The address is over, or the file is not wanted: the next attempt begins anew.
      if (taken.failure.kind === 'rejected') open.delete(name)
      return isLast && !isAboutFile(taken.failure) ? taken : aboutFile(taken, file)
    }
    return done(upload.publishId)
  }

  return {
    async upload(api, session, key, file, how) {
      const name = nameOf(session, key)
      const asked = await ask(api, name)
      if (!asked.ok) return asked
      const before = asked.value
      if (before?.isWhole === true && before.status.status !== 'FAILED') return done(before.publishId)
      const known = before === null || before.status.status === 'FAILED' ? undefined : open.get(name)
      const upload = known === undefined ? await begin(api, name, file, how) : done(known)
      if (!upload.ok) return upload
      const { size } = chunksOf(file.byteLength)
      return sendFrom(api, session, name, upload.value, { file, from: known === undefined ? 0 : Math.floor((before?.status.uploaded_bytes ?? 0) / size), keepBegun: how.keepBegun })
    },
    ask: (api, session, key) => ask(api, nameOf(session, key))
  }
}

/** 206: go on; 201: all of it is there, which of the last chunk alone is a yes. Anything else is no word of TikTok's. */
function takenChunk({ response: { status } }: ApiAnswer, address: string, effect: Effect): NetworkResult<null> {
  const isTaken = status === 201 || (status === 206 && effect === 'none')
  return isTaken ? done(null) : misunderstood(effect, { method: 'PUT', url: address, signed: true })
}

/** A chunk holds nothing but the file: what is refused about it is the file. */
function isAboutFile({ error }: NetworkFailure): boolean {
  return [400, 413, 415].some((status) => error.details?.['status'] === status)
}
