import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import type { Clock } from '../../time/clock.ts'
import { handOverFilm, type FilmState } from '../hand-over-film.ts'
import type { KeptIds } from '../kept-ids.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import type { SendIntent } from '../network-publisher.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import type { AccountSession } from '../network-session.ts'
import { xrpcErrorOf } from './bluesky-failures.ts'
import { isTurnedAway, isUnknownCall, turnedAway, turnedAwayName, type FilePart, type OpenUpload, type StartedUpload, type VideoJob, type VideoService } from './bluesky-video-service.ts'
import type { Blob } from './uploaded-blob.ts'

export interface FilmsOfAttempt {
  readonly clock: Clock
  readonly session: Pick<AccountSession, 'signal' | 'onUploaded'>
  /** What earlier attempts handed over, as long as the program runs. */
  readonly films: KeptIds
  readonly intent: Pick<SendIntent, 'idempotencyKey' | 'keepBegun' | 'begunBefore'>
}

/** The service cannot bring the film to this account's server: it goes there from here. */
export type HandedOver = NetworkResult<Blob> | 'not_this_way'

/**
 * A film through the video service, which works on it and lays it on the account's server. What was cut goes on with the parts that are missing, within this run or after a crash; what the
 * service has already it names by the job that was through with it, so nothing is worked on twice.
 */
export async function handOverToService(service: VideoService, attempt: FilmsOfAttempt, file: MediaToSend): Promise<HandedOver> {
  const { clock, session, films, intent } = attempt
  const seen: { job: VideoJob | null; isTurnedAway: boolean } = { job: null, isTurnedAway: false }
  const handed = await handOverFilm({ clock, session, films, idempotencyKey: intent.idempotencyKey }, file, {
    async upload(film) {
      const sent = await bringAll(service, attempt, film)
      seen.isTurnedAway = !sent.ok && isTurnedAway(sent.failure)
      return sent
    },
    async look(jobId) {
      const read = await service.readJob(jobId)
      seen.isTurnedAway = !read.ok && isTurnedAway(read.failure)
      return mapValue(read, (job) => stateOf((seen.job = job)))
    }
  })
  if (seen.isTurnedAway || isRefusedByServer(seen.job)) return 'not_this_way'
  if (!handed.ok) return handed
  return seen.job?.blob === undefined ? strange() : done(seen.job.blob)
}

/** https://github.com/bluesky-social/atproto/blob/d6296a1/lexicons/app/bsky/video/defs.json: any other state is work. */
function stateOf({ state, blob, message, failureCode, error }: VideoJob): FilmState {
  if (blob !== undefined) return { kind: 'ready' }
  if (state === 'JOB_STATE_FAILED' || state === 'JOB_STATE_COMPLETED') return { kind: 'failed', reason: message ?? failureCode ?? error ?? '' }
  return { kind: 'working' }
}

/** The service was through with it, and the account's server did not take it from there. */
function isRefusedByServer(job: VideoJob | null): boolean {
  return job !== null && job.blob === undefined && job.state === 'JOB_STATE_FAILED' && (job.failureCode?.startsWith('pds_upload_') ?? false)
}

/** The name of the job that works on it. */
async function bringAll(service: VideoService, attempt: FilmsOfAttempt, film: MediaToSend): Promise<NetworkResult<string>> {
  const { begunBefore } = attempt.intent
  const known = begunBefore === undefined ? null : readBegun(begunBefore, film)
  const before = known === null ? null : await goOn(service, attempt, film, known)
  if (before !== null) return before
  const allowed = await mayUpload(service)
  if (!allowed.ok) return allowed
  const started = await service.start(film)
  if (!started.ok) return isUnknownCall(started.failure) ? service.sendWhole(film, (sent) => attempt.session.onUploaded?.(sent, film.byteLength)) : { ok: false, failure: aboutTheAccount(started.failure) }
  keep(attempt, film, started.value)
  return sendParts(service, attempt, film, { ...started.value, receivedParts: [] })
}

async function mayUpload(service: VideoService): Promise<NetworkResult<null>> {
  const limits = await service.limits()
  if (!limits.ok) return limits.failure.kind === 'not_sent' || isUnknownCall(limits.failure) ? turnedAway('no video service answers there') : limits
  const { canUpload, message, error } = limits.value
  return canUpload ? done(null) : failed('rejected', studioError('rejected', 'the account may not hand over videos now', { details: { reason: message ?? error ?? 'video_limit' } }))
}

/** What an attempt before began, which may have ended with the program. null: the service knows nothing of it that would help. */
async function goOn(service: VideoService, attempt: FilmsOfAttempt, film: MediaToSend, jobId: string): Promise<NetworkResult<string> | null> {
  keep(attempt, film, { jobId })
  const read = await service.readUpload(jobId)
  if (!read.ok) return read.failure.kind === 'rejected' ? null : read
  const { state, completedJobId, jobStatus } = read.value
  // What ended in a failure stays readable there for good: only anew can it end otherwise.
  if (jobStatus !== undefined && stateOf(jobStatus).kind === 'failed') return null
  if (state === 'completed' && completedJobId !== undefined) return done(completedJobId)
  if (state === 'created') return sendParts(service, attempt, film, read.value)
  return state === 'finishing' ? stillAtWork() : null
}

/** Of the largest film, pieces of 30 kB. */
const mostParts = 10_000

async function sendParts(service: VideoService, { session }: FilmsOfAttempt, film: MediaToSend, upload: Pick<OpenUpload, 'jobId' | 'partSizeBytes' | 'partCount' | 'receivedParts'>): Promise<NetworkResult<string>> {
  if (Math.ceil(film.byteLength / upload.partSizeBytes) !== upload.partCount || upload.partCount > mostParts) return strange()
  const parts = partsOf(film, upload)
  const there = new Set(upload.receivedParts)
  for (const part of parts) {
    if (there.has(part.number)) continue
    const sent = await service.sendPart(upload.jobId, film, part, (bytes) => session.onUploaded?.(part.offset + bytes, film.byteLength))
    if (!sent.ok) return { ok: false, failure: orLater(sent.failure) }
  }
  const finished = await service.finish(upload.jobId)
  return finished.ok ? finished : { ok: false, failure: orLater(finished.failure) }
}

function partsOf({ byteLength }: MediaToSend, { partSizeBytes }: Pick<StartedUpload, 'partSizeBytes'>): readonly FilePart[] {
  return Array.from({ length: Math.ceil(byteLength / partSizeBytes) }, (_, at) => ({ number: at + 1, offset: at * partSizeBytes, byteLength: Math.min(partSizeBytes, byteLength - at * partSizeBytes) }))
}

/** Of the upload and not of the film: it is over, or in the middle of something. The next attempt reads where it stands. */
const passingErrors: ReadonlySet<string> = new Set(['UploadNotFound', 'UploadExpired', 'UploadNotReady', 'UploadAborted', 'UploadFailed', 'UploadAlreadyCompleted', 'MissingParts', 'ServiceOverloaded', 'TooManyOpenUploads', turnedAwayName])

function orLater(failure: NetworkFailure): NetworkFailure {
  if (failure.kind !== 'rejected' || !passingErrors.has(xrpcErrorOf(failure))) return failure
  return { kind: 'server_error', error: { ...failure.error, code: 'server_error', retryable: true } }
}

function strange(): Failed {
  return failed('bug', studioError('unexpected_answer', 'the video service says what does not fit together'))
}

/** Of the account and not of the film, so no other film would help. */
const accountErrors: ReadonlySet<string> = new Set(['DailyLimitExceeded', 'UploadForbidden'])

function aboutTheAccount(failure: NetworkFailure): NetworkFailure {
  if (isTurnedAway(failure)) return failure
  if (!accountErrors.has(xrpcErrorOf(failure))) return orLater(failure)
  const reason = failure.error.details?.['reason']
  return { kind: 'rejected', error: studioError('rejected', failure.error.message, { details: { reason: typeof reason === 'string' ? reason : xrpcErrorOf(failure) } }) }
}

function stillAtWork(): Failed {
  return failed('server_error', studioError('timeout', 'the video service is still at work', { retryable: true, details: { reason: 'media_processing' } }))
}

const begunSchema = z.tuple([z.literal('video'), z.string(), z.string(), z.int()])

/** Only a help: what cannot be kept is handed over anew. */
function keep({ intent }: FilmsOfAttempt, { fileName, byteLength }: MediaToSend, { jobId }: Pick<StartedUpload, 'jobId'>): void {
  try {
    intent.keepBegun?.(JSON.stringify(['video', jobId, fileName, byteLength] satisfies z.infer<typeof begunSchema>))
  } catch {
    // The job is not being sent any more: nothing of it is published either.
  }
}

/** The upload of this very file; null: of another one, or none at all. */
function readBegun(token: string, { fileName, byteLength }: MediaToSend): string | null {
  const parsed = begunSchema.safeParse(parse(token))
  return parsed.success && parsed.data[2] === fileName && parsed.data[3] === byteLength ? parsed.data[1] : null
}

function parse(token: string): unknown {
  try {
    return JSON.parse(token)
  } catch {
    return null
  }
}
