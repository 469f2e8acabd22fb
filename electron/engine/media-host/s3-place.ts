import { succeed, type Result } from '../../../shared/contract/result.ts'
import type { S3Host } from '../../../shared/media-host/media-host.ts'
import type { HttpClient, HttpRequest, HttpResponse } from '../http/http-client.ts'
import { redactText } from '../http/redact.ts'
import { sha256Of } from '../sha256.ts'
import type { Clock } from '../time/clock.ts'
import { hostFailed, type FilePlace, type HostedFile, type HostReason } from './file-place.ts'
import { amzDateOf, encode, signV4, type SigningKeys } from './sign-v4.ts'

const uploadTimeout = 120_000
/** What goes in pieces is not read twice for its hash; its length and its way (https) are held: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html (read on 2026-11-22). */
const unsignedPayload = 'UNSIGNED-PAYLOAD'

/** A storage that speaks S3, by paths, as all of them take it: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html (read on 2026-11-21). */
export function createS3Place({ http, clock }: { readonly http: HttpClient; readonly clock: Clock }, host: S3Host, keys: SigningKeys): FilePlace {
  const root = `${host.endpoint.replace(/\/+$/, '')}/${encode(host.bucket)}`
  const publicRoot = host.publicUrl === '' ? root : host.publicUrl.replace(/\/+$/, '')

  async function send(method: 'PUT' | 'DELETE', name: string, signal: AbortSignal, file: { readonly bytes: HostedFile['bytes']; readonly mediaType: string } | null = null): Promise<Result<HttpResponse>> {
    const url = `${root}/${encode(name)}`
    const bytes = file?.bytes ?? new Uint8Array()
    const bodyHash = bytes instanceof Uint8Array ? sha256Of(bytes).toString('hex') : unsignedPayload
    const amzDate = amzDateOf(clock.now())
    const headers = { 'x-amz-content-sha256': bodyHash, 'x-amz-date': amzDate, ...(file === null ? {} : { 'content-type': file.mediaType }) }
    const authorization = signV4({ method, url, headers, bodyHash }, keys, { region: host.region, service: 's3', amzDate })
    const request: HttpRequest = { method, url, headers: { ...headers, authorization }, signed: true, signal, timeout: uploadTimeout, ...(file === null ? {} : { body: file.bytes }) }
    const result = await http.send(request)
    if (!result.ok) return hostFailed('unreachable', result.failure.error.message, { host: hostOf(url) })
    return succeed(result.response)
  }

  return {
    async put({ name, mediaType, bytes }, signal) {
      const sent = await send('PUT', name, signal, { bytes, mediaType })
      if (!sent.ok) return sent
      return isSuccess(sent.value) ? succeed({ handle: name, url: `${publicRoot}/${encode(name)}` }) : refused(sent.value)
    },
    async remove({ name }, signal) {
      const sent = await send('DELETE', name, signal)
      if (!sent.ok) return sent
      // Taken away already: some storages say so.
      return isSuccess(sent.value) || codeOf(sent.value) === 'NoSuchKey' ? succeed(null) : refused(sent.value)
    }
  }
}

const reasonsOfCodes: Readonly<Record<string, HostReason>> = {
  NoSuchBucket: 'no_bucket', InvalidBucketName: 'no_bucket', PermanentRedirect: 'wrong_region', AuthorizationHeaderMalformed: 'wrong_region', IllegalLocationConstraintException: 'wrong_region',
  RequestTimeTooSkewed: 'clock_is_off', SignatureDoesNotMatch: 'keys_refused', InvalidAccessKeyId: 'keys_refused', AccessDenied: 'keys_refused'
}

function refused(response: HttpResponse): ReturnType<typeof hostFailed> {
  const { status, url } = response
  const code = codeOf(response)
  const reason = reasonsOfCodes[code] ?? reasonOfStatus(status)
  return hostFailed(reason, `the storage answered ${status}${code === '' ? '' : ` ${code}`}`, { host: hostOf(url), status, ...(code === '' ? {} : { said: code }) })
}

function reasonOfStatus(status: number): HostReason {
  if (status >= 500 || status === 429) return 'server'
  if (status === 401 || status === 403) return 'keys_refused'
  return status === 404 ? 'no_bucket' : status >= 300 && status < 400 ? 'wrong_region' : 'refused'
}

/** What stands in `<Code>` of an error: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (read on 2026-11-21). */
function codeOf({ body }: HttpResponse): string {
  const code = /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(new TextDecoder().decode(body.subarray(0, 4_096)))?.[1] ?? ''
  return redactText(code)
}

function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
