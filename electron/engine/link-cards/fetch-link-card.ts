import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpRequest } from '../http/http-client.ts'
import type { DoneImage, ImageTask } from '../images/image-task.ts'
import type { ImageWork } from '../images/image-work.ts'
import { readImage } from '../media/read-image.ts'
import { decodeText } from '../watch/decode-text.ts'
import { parseLinkCard, type PageCard } from './parse-link-card.ts'

const mostPageBytes = 4 * 1024 * 1024
const mostPictureBytes = 10 * 1024 * 1024
const timeoutMs = 8_000
/** `app.bsky.embed.external` takes a thumb of a million bytes (https://docs.bsky.app/docs/advanced-guides/posts, read on 2026-11-21). */
export const mostThumbBytes = 950_000
/** Longest side in pixels and quality, the second for a picture that is still too heavy after the first. */
const sizes = [[1_200, 82], [800, 70], [400, 60]] as const

export interface FetchedCard {
  readonly page: PageCard
  /** JPEG; null when the page names no picture, or it could not be had. */
  readonly picture: DoneImage | null
}

export interface FetchNeeds {
  readonly http: HttpClient
  readonly images: ImageWork
}

/** Asks a page that a stranger chose: never an address inside the user's own network, never more than a page needs. Null when it has no card to give. Never throws. */
export async function fetchLinkCard(needs: FetchNeeds, url: string, signal: AbortSignal): Promise<Result<FetchedCard | null>> {
  const answer = await needs.http.send({ ...requestOf(url, signal), headers: { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1' }, maxBytes: mostPageBytes })
  if (!answer.ok) return fail(answer.failure.error)
  const { status, headers, body, url: reached } = answer.response
  if (status < 200 || status > 299) return fail(studioError('unexpected_answer', `status ${status}`, { retryable: true, details: { status, host: new URL(reached).host } }))
  const type = headers['content-type'] ?? 'text/html'
  if (!/\bx?html\b/i.test(type)) return succeed(null)
  const page = parseLinkCard(decodeText(body, type), reached)
  if (page === null) return succeed(null)
  return succeed({ page, picture: page.pictureUrl === null ? null : await fetchPicture(needs, page.pictureUrl, signal) })
}

/** A card without its picture is a card. */
async function fetchPicture({ http, images }: FetchNeeds, url: string, signal: AbortSignal): Promise<DoneImage | null> {
  const answer = await http.send({ ...requestOf(url, signal), headers: { accept: 'image/*' }, maxBytes: mostPictureBytes })
  if (!answer.ok || answer.response.status !== 200 || !readImage(answer.response.body).ok) return null
  return makeThumb(images, answer.response.body, signal)
}

async function makeThumb(images: ImageWork, bytes: Uint8Array, signal: AbortSignal): Promise<DoneImage | null> {
  for (const [fitWithin, quality] of sizes) {
    const task: ImageTask = { bytes, isUprighted: true, fitWithin, output: { mediaType: 'image/jpeg', quality } }
    const done = await images.run(task, { signal })
    if (!done.ok) return null
    if (done.value.bytes.byteLength <= mostThumbBytes) return done.value
  }
  return null
}

function requestOf(url: string, signal: AbortSignal): HttpRequest {
  return { method: 'GET', url, signed: false, privateAddresses: 'refused', plainHttp: 'allowed', timeout: timeoutMs, signal }
}
