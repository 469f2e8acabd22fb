import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { redactText } from '../../http/redact.ts'
import type { Clock } from '../../time/clock.ts'
import { filmLookDelays } from '../hand-over-film.ts'
import { aboutFile, mediaRefused } from '../media-failure.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue } from '../network-results.ts'
import { isVideo } from '../streamed-form.ts'
import { wait } from '../wait.ts'
import type { GraphCalls } from './graph-calls.ts'
import { optional } from './graph-lists.ts'

/** Digits. */
export const metaId = z.string().regex(/^\d{1,25}$/)
export const createdSchema = z.looseObject({ id: metaId })

/** Anything but digits must not become part of a path. */
export function asMetaId(remoteId: string): NetworkResult<string> {
  return metaId.safeParse(remoteId).success ? done(remoteId) : failed('rejected', studioError('rejected', 'this is no id of Meta’s'))
}

export type ContainerState = 'IN_PROGRESS' | 'FINISHED' | 'PUBLISHED' | 'ERROR' | 'EXPIRED'

/** Threads calls it `status`, Instagram `status_code` with words in `status`. */
export type ContainerFields = 'id,status,error_message' | 'id,status_code,status'
const states = ['IN_PROGRESS', 'FINISHED', 'PUBLISHED', 'ERROR', 'EXPIRED'] as const
const containerSchema = z.looseObject({ status: optional(z.string()), status_code: optional(z.string()), error_message: optional(z.string()) })

export interface Container {
  readonly state: ContainerState
  readonly reason: string
}

export async function readContainer(graph: GraphCalls, id: string, fields: ContainerFields): Promise<NetworkResult<Container>> {
  const read = await graph.get(`/${id}`, { fields }, containerSchema)
  if (!read.ok) return read
  const { status, status_code, error_message } = read.value
  const state = states.find((each) => each === (status_code ?? status))
  if (state === undefined) return failed('bug', studioError('unexpected_answer', 'a container in a state that is not known'))
  return done({ state, reason: redactText(error_message ?? (status_code === undefined ? '' : (status ?? ''))).slice(0, 300) })
}

/** Between two looks; the network has fetched most pictures by the second one. Together less than an attempt may take. */
const lookDelays = [0, 2_000, 3_000, 5_000, 10_000, 15_000, 30_000, 30_000, 45_000, 60_000]

/** Where containers are put together, and how the network tells of them. */
export interface ContainerPlace {
  readonly graph: GraphCalls
  readonly clock: Clock
  readonly signal: AbortSignal
  readonly path: string
  readonly fields: ContainerFields
  /** Told of the container that will be published, as soon as the network has named it. */
  onMade?(id: string): void
}

/**
 * Puts a container together and waits until the network has everything that belongs to it: the id of what can be published. Nobody sees anything of it yet.
 * `file`: the one that it names; null: none, or several that are there already. `hasWords`: a refusal may be about those.
 */
export async function prepareContainer(place: ContainerPlace, body: object, file: MediaToSend | null, hasWords: boolean): Promise<NetworkResult<string>> {
  const made = await makeContainer(place, body, file, hasWords)
  if (!made.ok) return made
  place.onMade?.(made.value)
  return awaitContainer(place, made.value, file)
}

/** Those of a carousel, each with its file: the network works on all of them at once, so none is waited for before the last is made. */
export async function prepareChildren<File extends MediaToSend>(place: ContainerPlace, files: readonly File[], bodyOf: (file: File) => object): Promise<NetworkResult<readonly string[]>> {
  const made: { readonly id: string; readonly file: File }[] = []
  for (const file of files) {
    const child = await makeContainer(place, bodyOf(file), file, false)
    if (!child.ok) return child
    made.push({ id: child.value, file })
  }
  for (const { id, file } of made) {
    const ready = await awaitContainer(place, id, file)
    if (!ready.ok) return ready
  }
  return done(made.map(({ id }) => id))
}

async function makeContainer({ graph, path }: ContainerPlace, body: object, file: MediaToSend | null, hasWords: boolean): Promise<NetworkResult<string>> {
  const asked = await graph.prepare(path, body, createdSchema)
  return mapValue(file === null ? asked : aboutPlaced(asked, file, hasWords || 'user_tags' in body || 'location_id' in body), ({ id }) => id)
}

async function awaitContainer(place: ContainerPlace, id: string, file: MediaToSend | null): Promise<NetworkResult<string>> {
  const ended = await lookUntilReady(place, id, file !== null && isVideo(file) ? filmLookDelays : lookDelays)
  if (!ended.ok) return ended
  const { state, reason } = ended.value
  if (state === 'EXPIRED') return failed('server_error', studioError('server_error', 'the container has expired', { retryable: true }))
  if (state !== 'ERROR') return done(id)
  return { ok: false, failure: mediaRefused({ kind: 'rejected', error: studioError('rejected', `the network could not take it: ${reason}`, { details: reason === '' ? {} : { reason } }) }, file?.fileName ?? null) }
}

/** One that an attempt before this had to leave while the network was at work on it. null: nothing will come of it, it is made anew. */
export async function awaitKnownContainer(place: ContainerPlace, id: string): Promise<NetworkResult<string | null>> {
  const ended = await lookUntilReady(place, id, filmLookDelays)
  if (!ended.ok) return ended.failure.kind === 'rejected' ? done(null) : ended
  return done(ended.value.state === 'ERROR' || ended.value.state === 'EXPIRED' ? null : id)
}

async function lookUntilReady({ graph, clock, signal, fields }: ContainerPlace, id: string, delays: readonly number[]): Promise<NetworkResult<Container>> {
  for (const delay of delays) {
    if (delay > 0 && !(await wait(clock, delay, signal))) return failed('server_error', notReady)
    const read = await readContainer(graph, id, fields)
    if (!read.ok || read.value.state !== 'IN_PROGRESS') return read
  }
  return failed('server_error', notReady)
}

const notReady = studioError('timeout', 'the network did not get ready to publish in time', { retryable: true })

/**
 * What of Meta's says that a file could not be fetched or used, and not the words beside it:
 * https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes (read on 2026-11-21).
 */
const fileCodes: ReadonlySet<unknown> = new Set([352, 9004, 36_000, 36_001, 36_003])
const fileSubcodes: ReadonlySet<unknown> = new Set([2_207_003, 2_207_004, 2_207_005, 2_207_009, 2_207_023, 2_207_026, 2_207_052])

/** What came of naming one file to the network: its refusal is about the file where it says so, or where nothing else was named, neither words nor people nor a place. */
function aboutPlaced<Value>(result: NetworkResult<Value>, file: MediaToSend, hasWords: boolean): NetworkResult<Value> {
  if (result.ok) return result
  const { code, subcode } = result.failure.error.details ?? {}
  const isOfMeta = code !== undefined
  return !isOfMeta || !hasWords || fileCodes.has(code) || fileSubcodes.has(subcode) ? aboutFile(result, file) : result
}
