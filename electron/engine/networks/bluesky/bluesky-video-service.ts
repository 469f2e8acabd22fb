import { z } from 'zod'
import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import type { MediaToSend } from '../network-media.ts'
import type { NetworkFailure, NetworkResult } from '../network-failure.ts'
import { done, failed, mapValue, type Failed } from '../network-results.ts'
import { streamedFile } from '../streamed-form.ts'
import type { BlueskyContext } from './bluesky-context.ts'
import { blobSchema } from './uploaded-blob.ts'
import type { XrpcTarget } from './xrpc.ts'

const limitsSchema = z.looseObject({ canUpload: z.boolean(), message: z.string().optional().catch(undefined), error: z.string().optional().catch(undefined) })
const jobSchema = z.looseObject({
  jobId: z.string().min(1), state: z.string(), blob: blobSchema.optional().catch(undefined),
  failureCode: z.string().optional().catch(undefined), error: z.string().optional().catch(undefined), message: z.string().optional().catch(undefined)
})
const jobStatusSchema = z.looseObject({ jobStatus: jobSchema })
const startedSchema = z.looseObject({ jobId: z.string().min(1), partSizeBytes: z.int().positive(), partCount: z.int().positive() })
const uploadSchema = startedSchema.extend({ receivedParts: z.array(z.int()), state: z.string(), completedJobId: z.string().min(1).optional().catch(undefined), jobStatus: jobSchema.optional().catch(undefined) })
const partSchema = z.looseObject({ partNumber: z.int() })
const finishedSchema = z.looseObject({ completedJobId: z.string().min(1) })

/** How far a film is that the service has. A blob counts, whatever else is said. */
export type VideoJob = z.infer<typeof jobSchema>
export type StartedUpload = z.infer<typeof startedSchema>
export type OpenUpload = z.infer<typeof uploadSchema>

/** Where one part of a file lies. */
export interface FilePart {
  readonly number: number
  readonly offset: number
  readonly byteLength: number
}

/**
 * The service that works on films before a post names them: https://docs.bsky.app/docs/tutorials/video and the lexicons app.bsky.video (d6296a1), read on 2026-11-23. It is not the
 * account's server: it is given a token for one thing, which that server signs, and never the account's own access. Nothing of this is seen by others.
 */
export interface VideoService {
  /** Whether the account may hand over films now. */
  limits(): Promise<NetworkResult<z.infer<typeof limitsSchema>>>
  start(file: MediaToSend): Promise<NetworkResult<StartedUpload>>
  /** The same part twice is one. */
  sendPart(jobId: string, file: MediaToSend, part: FilePart, onSent: (bytes: number) => void): Promise<NetworkResult<null>>
  readUpload(jobId: string): Promise<NetworkResult<OpenUpload>>
  /** The name of the work that began; twice as once. */
  finish(jobId: string): Promise<NetworkResult<string>>
  /** In one go, for a service that takes no parts. */
  sendWhole(file: MediaToSend, onSent: (bytes: number) => void): Promise<NetworkResult<string>>
  readJob(jobId: string): Promise<NetworkResult<VideoJob>>
}

/** The longest that the tutorial names: the service shows this token to the account's server when it is through with the film. */
const tokenSeconds = 30 * 60
/** One that ends sooner is not used any more. */
const tokenReserve = 10 * 60_000

const uploadMethod = 'com.atproto.repo.uploadBlob'

export function openVideoService(context: BlueskyContext, video: XrpcTarget): VideoService {
  const { xrpc, did } = context
  const tokens = createTokens(context)
  const asked = async <Value>(token: Promise<NetworkResult<string>>, ask: (as: XrpcTarget) => Promise<NetworkResult<Value>>): Promise<NetworkResult<Value>> => {
    const signed = await token
    if (signed.ok) return notOurAccess(await ask({ ...video, access: { kind: 'bearer', token: signed.value } }))
    return signed.failure.kind === 'rejected' ? turnedAway('the account’s server signs no token for the video service', signed.failure.error.details) : signed
  }
  return {
    limits: () => asked(tokens.sign(serviceDid(video.serverUrl), 'app.bsky.video.getUploadLimits', null), (as) => xrpc.query(as, 'app.bsky.video.getUploadLimits', {}, limitsSchema)),
    start({ byteLength, mediaType, fileName, durationMs, width, height }) {
      const input = { sizeBytes: byteLength, mimeType: mediaType, name: fileName.slice(-200), ...(durationMs === null ? {} : { durationMs: Math.round(durationMs) }), width, height }
      return asked(tokens.forUpload(), (as) => xrpc.procedure(as, 'app.bsky.video.startUpload', input, startedSchema))
    },
    async sendPart(jobId, file, { number, offset, byteLength }, onSent) {
      const body = streamedFile({ mediaType: 'application/octet-stream', byteLength, readPart: (from, length) => file.readPart(offset + from, length) }, onSent)
      return mapValue(await asked(tokens.forUpload(), (as) => xrpc.upload(as, 'app.bsky.video.uploadPart', body, 'application/octet-stream', partSchema, { jobId, partNumber: number })), () => null)
    },
    readUpload: (jobId) => asked(tokens.forUpload(), (as) => xrpc.query(as, 'app.bsky.video.getUploadStatus', { jobId }, uploadSchema)),
    finish: async (jobId) => mapValue(await asked(tokens.forUpload('new'), (as) => xrpc.procedure(as, 'app.bsky.video.finishUpload', { jobId }, finishedSchema)), ({ completedJobId }) => completedJobId),
    async sendWhole(file, onSent) {
      // Older versions of the service give the job bare, as the tutorial shows it.
      const answer = z.union([jobStatusSchema.transform(({ jobStatus }) => jobStatus), jobSchema])
      const sent = await asked(tokens.forUpload('new'), (as) => xrpc.upload(as, 'app.bsky.video.uploadVideo', streamedFile(file, onSent), file.mediaType, answer, { did, name: file.fileName.slice(-200) }))
      const known = sent.ok ? undefined : sent.failure.error.details?.['jobId']
      return typeof known === 'string' ? done(known) : mapValue(sent, ({ jobId }) => jobId)
    },
    // Asked without any access, as the tutorial does.
    readJob: async (jobId) => mapValue(notOurAccess(await xrpc.query(video, 'app.bsky.video.getJobStatus', { jobId }, jobStatusSchema)), ({ jobStatus }) => jobStatus)
  }
}

interface Tokens {
  /** `seconds`: how long it holds; null: the server's usual minute. */
  sign(audience: string, method: string, seconds: number | null): Promise<NetworkResult<string>>
  /** For the account's own server, to which the service brings the film. `new`: the one that the service keeps for that. */
  forUpload(which?: 'new'): Promise<NetworkResult<string>>
}

const tokenSchema = z.object({ token: z.string().min(1) })
const serverSchema = z.looseObject({ did: z.string().optional().catch(undefined) })

function createTokens({ xrpc, server, serverNow }: BlueskyContext): Tokens {
  let kept: { readonly token: string; readonly endsAt: number } | null = null
  let audience: string | null = null

  async function sign(aud: string, lxm: string, seconds: number | null): Promise<NetworkResult<string>> {
    const exp = seconds === null ? {} : { exp: Math.floor(serverNow() / 1000) + seconds }
    return mapValue(await xrpc.query(server, 'com.atproto.server.getServiceAuth', { aud, lxm, ...exp }, tokenSchema), ({ token }) => token)
  }

  /** As the server calls itself: its name is not always its address. */
  async function serverName(): Promise<string> {
    const told = await xrpc.query(server, 'com.atproto.server.describeServer', {}, serverSchema)
    return (told.ok ? told.value.did : undefined) ?? serviceDid(server.serverUrl)
  }

  return {
    sign,
    async forUpload(which) {
      if (which !== 'new' && kept !== null && kept.endsAt - tokenReserve > serverNow()) return done(kept.token)
      audience ??= await serverName()
      const signed = await sign(audience, uploadMethod, tokenSeconds)
      if (signed.ok) kept = { token: signed.value, endsAt: serverNow() + tokenSeconds * 1000 }
      return signed
    }
  }
}

/** https://w3c-ccg.github.io/did-method-web/ : a port is written with its colon encoded. */
function serviceDid(url: string): string {
  return `did:web:${new URL(url).host.replace(':', '%3A')}`
}

/** What the service refuses about its token says nothing of the account's access. */
function notOurAccess<Value>(answer: NetworkResult<Value>): NetworkResult<Value> {
  if (answer.ok || (answer.failure.kind !== 'auth_expired' && answer.failure.kind !== 'auth_revoked')) return answer
  return turnedAway('the video service does not take this account', answer.failure.error.details)
}

/** Our word, where the service has none. */
export const turnedAwayName = 'TurnedAway'

/** The service takes nothing from this account, or is none: nothing is wrong with the film. */
export function turnedAway(message: string, details: StudioError['details'] = {}): Failed {
  return failed('rejected', studioError('rejected', message, { details: { ...details, name: turnedAwayName } }))
}

export function isTurnedAway({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && error.details?.['name'] === turnedAwayName
}

/** The call itself is not known there. */
export function isUnknownCall({ kind, error }: NetworkFailure): boolean {
  return kind === 'rejected' && (error.code === 'unexpected_answer' || error.details?.['status'] === 404)
}
