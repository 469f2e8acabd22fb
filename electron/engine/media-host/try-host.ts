import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { MediaHost } from '../../../shared/media-host/media-host.ts'
import { isLoopbackAddress } from '../../../shared/networks/is-loopback-address.ts'
import type { HttpClient } from '../http/http-client.ts'
import { hostFailed, type FilePlace } from './file-place.ts'
import type { LendFiles } from './lend-files.ts'

/** A grey point of its own, which nobody keeps: the smallest picture there is. */
const point = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

export interface TryHostNeeds {
  readonly http: HttpClient
  readonly files: Pick<LendFiles, 'lendBytes' | 'takeAway'>
  /** Only in tests: nobody fetches anything from another's own computer. */
  readonly allowsLoopback: boolean
  readonly signal: AbortSignal
}

/** Puts a small picture at the place, fetches it as a network would, without any key, and takes it away again. */
export async function tryHost({ http, files, allowsLoopback, signal }: TryHostNeeds, host: MediaHost, place: FilePlace): Promise<Result<null>> {
  const lent = await files.lendBytes(host, place, new Uint8Array(point), 'image/png')
  if (!lent.ok) return lent
  const { name, url } = lent.value
  const seen = isLoopbackAddress(url) && !allowsLoopback ? hostFailed('not_public', 'the address leads to this computer', { host: hostOf(url) }) : await fetchAsAnybody(http, url, signal)
  const removed = await files.takeAway(name, place)
  if (!seen.ok) return seen
  return removed.ok ? succeed(null) : hostFailed('not_removed', removed.error.message, { host: hostOf(url) })
}

async function fetchAsAnybody(http: HttpClient, url: string, signal: AbortSignal): Promise<Result<null>> {
  const result = await http.send({ method: 'GET', url, signed: false, signal })
  if (!result.ok) return hostFailed('not_public', result.failure.error.message, { host: hostOf(url) })
  const { status, body, headers } = result.response
  if (status !== 200) return hostFailed('not_public', `anybody who fetches it gets ${status}`, { host: hostOf(url), status })
  if (!Buffer.from(body).equals(point)) return hostFailed('other_content', `anybody who fetches it gets something else (${headers['content-type'] ?? 'of no kind'})`, { host: hostOf(url) })
  return succeed(null)
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
