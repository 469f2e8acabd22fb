import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface Upload {
  readonly sizeBytes: number
  readonly parts: Map<number, number>
  state: 'created' | 'completed'
}

export interface FakeVideoService {
  /** null: nothing of the service's. */
  answer(request: FakeRequest): FakeAnswer | null
  /** Bytes of films that it holds whole. */
  readonly whole: readonly number[]
  /** From now on each job says this of itself; null: it is through with it. */
  says(job: Readonly<Record<string, unknown>> | null): void
  /** This job has failed for good, whatever becomes of others. */
  hasFailed(jobId: string): void
}

export const partBytes = 1_000_000
const error = (name: string, status = 400): FakeAnswer => ({ status, json: { error: name, message: `${name}, in words` } })
export const filmBlob = { $type: 'blob', ref: { $link: 'bafkreifakefilm' }, mimeType: 'video/mp4', size: 7 }

/** As much of video.bsky.app as a client needs, and the part of the account's server that signs tokens for it. */
export function createFakeVideoService(did: string): FakeVideoService {
  const uploads = new Map<string, Upload>()
  const whole: number[] = []
  const failed = new Set<string>()
  let said: Readonly<Record<string, unknown>> | null = null

  const job = (jobId: string): object => ({ jobId, did, state: 'JOB_STATE_COMPLETED', ...(failed.has(jobId) ? { state: 'JOB_STATE_FAILED', failureCode: 'generic_failure' } : (said ?? { blob: filmBlob })) })
  const partCountOf = ({ sizeBytes }: Upload): number => Math.ceil(sizeBytes / partBytes)
  const show = (jobId: string, upload: Upload): object => ({ jobId, partSizeBytes: partBytes, partCount: partCountOf(upload), receivedParts: [...upload.parts.keys()], expiresAt: '2030-01-01T00:00:00.000Z', state: upload.state })

  function start({ json }: FakeRequest): FakeAnswer {
    const jobId = `upload-${uploads.size + 1}`
    const upload: Upload = { sizeBytes: Number(json['sizeBytes']), parts: new Map(), state: 'created' }
    uploads.set(jobId, upload)
    const { receivedParts: _, state: __, ...started } = show(jobId, upload) as Record<string, unknown>
    return ok(started)
  }

  function part({ query, bytes = 0 }: FakeRequest): FakeAnswer {
    const upload = uploads.get(query.get('jobId') ?? '')
    const number = Number(query.get('partNumber'))
    if (upload === undefined) return error('UploadNotFound', 404)
    if (upload.state !== 'created') return error('UploadAlreadyCompleted')
    const expected = number === partCountOf(upload) ? upload.sizeBytes - (number - 1) * partBytes : partBytes
    if (bytes !== expected) return error('PartSizeMismatch')
    upload.parts.set(number, bytes)
    return ok({ partNumber: number, sizeBytes: bytes })
  }

  function finish({ json }: FakeRequest): FakeAnswer {
    const jobId = String(json['jobId'])
    const upload = uploads.get(jobId)
    if (upload === undefined) return error('UploadNotFound', 404)
    if (upload.parts.size < partCountOf(upload)) return error('MissingParts')
    if (upload.state === 'created') whole.push(upload.sizeBytes)
    upload.state = 'completed'
    return ok({ completedJobId: `job-of-${jobId}`, jobStatus: job(`job-of-${jobId}`) })
  }

  function status({ query }: FakeRequest): FakeAnswer {
    const jobId = query.get('jobId') ?? ''
    const upload = uploads.get(jobId)
    if (upload === undefined) return error('UploadNotFound', 404)
    return ok({ ...show(jobId, upload), ...(upload.state === 'completed' ? { completedJobId: `job-of-${jobId}`, jobStatus: job(`job-of-${jobId}`) } : {}) })
  }

  function sign({ query }: FakeRequest): FakeAnswer {
    return ok({ token: `signed ${query.get('aud')} ${query.get('lxm')}` })
  }

  function askService(method: string, request: FakeRequest): FakeAnswer | null {
    switch (method) {
      case 'getUploadLimits':
        return ok({ canUpload: true, remainingDailyVideos: 24, remainingDailyBytes: 10_000_000_000 })
      case 'startUpload':
        return start(request)
      case 'uploadPart':
        return part(request)
      case 'getUploadStatus':
        return status(request)
      case 'finishUpload':
        return finish(request)
      case 'uploadVideo':
        whole.push(request.bytes ?? 0)
        return ok({ jobStatus: job('job-of-whole') })
      case 'getJobStatus':
        return ok({ jobStatus: job(request.query.get('jobId') ?? '') })
      default:
        return null
    }
  }

  return {
    whole,
    says: (next) => void (said = next),
    hasFailed: (jobId) => void failed.add(jobId),
    answer(request) {
      const method = request.path.replace('/xrpc/', '')
      if (method === 'com.atproto.server.getServiceAuth') return sign(request)
      if (method === 'com.atproto.server.describeServer') return ok({ did: 'did:web:pds.test', availableUserDomains: ['.test'] })
      if (!method.startsWith('app.bsky.video.')) return null
      // Jobs are read without any access; all else by a token for this very call, or for what the service does at the account's server.
      const needed = method.endsWith('getUploadLimits') ? `app.bsky.video.getUploadLimits` : method.endsWith('getJobStatus') ? null : 'com.atproto.repo.uploadBlob'
      const given = request.headers['authorization'] ?? ''
      if (needed === null ? given !== '' : !given.startsWith('Bearer signed did:web:') || !given.endsWith(` ${needed}`)) return { status: 401, json: { error: 'BadJwt', message: 'bad token' } }
      return askService(method.replace('app.bsky.video.', ''), request)
    }
  }
}
