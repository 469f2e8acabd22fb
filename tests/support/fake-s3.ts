import { createHash, createHmac } from 'node:crypto'
import type { HttpRequest } from '../../electron/engine/http/http-client.ts'

export interface FakeS3Answer {
  readonly status: number
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

export interface FakeS3 {
  answer(request: HttpRequest): FakeS3Answer
  /** What anybody can fetch, by its address. */
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly mediaType: string }>
  /** Whether what lies there can be fetched without a key. */
  setPublic(isPublic: boolean): void
}

export const fakeS3 = { endpoint: 'https://s3.storage.example', region: 'eu-west-3', bucket: 'maison-lune', accessKeyId: 'AKIDOFMAISONLUNE', secretAccessKey: 'top-secret-storage/key+of=lune' }

const sha = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const error = (status: number, code: string): FakeS3Answer => ({ status, body: new TextEncoder().encode(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`), headers: { 'content-type': 'application/xml' } })

/** What goes in pieces may come without its hash. */
const bodyHashOf = ({ body, headers = {} }: HttpRequest): string => (headers['x-amz-content-sha256'] === 'UNSIGNED-PAYLOAD' ? 'UNSIGNED-PAYLOAD' : sha(body === undefined ? '' : (body as Uint8Array)))

function timeOf(date: string): number {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []
  const [year = Number.NaN, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

function signatureOf(request: HttpRequest, { day, region, names, date }: { readonly day: string; readonly region: string; readonly names: string; readonly date: string }): string {
  const { method, url, headers = {} } = request
  const { host, pathname, search } = new URL(url)
  const lines = names.split(';').map((name) => `${name}:${name === 'host' ? host : (headers[name] ?? '')}\n`).join('')
  const canonical = `${method}\n${pathname}\n${search.slice(1)}\n${lines}\n${names}\n${bodyHashOf(request)}`
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${day}/${region}/s3/aws4_request\n${sha(canonical)}`
  return hmac(hmac(hmac(hmac(hmac(`AWS4${fakeS3.secretAccessKey}`, day), region), 's3'), 'aws4_request'), toSign).toString('hex')
}

interface Authorization {
  readonly keyId: string
  readonly day: string
  readonly region: string
  readonly names: string
  readonly signature: string
}

function readAuthorization(header: string): Authorization | null {
  const [, keyId = '', day = '', region = '', names = '', signature] = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})$/.exec(header) ?? []
  return signature === undefined ? null : { keyId, day, region, names, signature }
}

function objectionToScope(keyId: string, region: string): FakeS3Answer | null {
  if (keyId !== fakeS3.accessKeyId) return error(403, 'InvalidAccessKeyId')
  return region === fakeS3.region ? null : error(400, 'AuthorizationHeaderMalformed')
}

/** Everything that could change what is done. */
function isAllSigned(headers: Readonly<Record<string, string>>, names: string): boolean {
  const signed = names.split(';')
  return ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-') || name === 'content-type')].every((name) => signed.includes(name))
}

/**
 * A storage that speaks S3, as strict as AWS: each header and the body are held against the signature, which is worked out here by itself
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), a clock that is off is refused, and nobody without keys writes.
 */
export function createFakeS3(now: () => number): FakeS3 {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly mediaType: string }>()
  let isPublic = true

  function objectionTo(request: HttpRequest): FakeS3Answer | null {
    const { headers = {} } = request
    const found = readAuthorization(headers['authorization'] ?? '')
    if (found === null) return error(403, 'AccessDenied')
    const { keyId, day, region, names, signature } = found
    const outside = objectionToScope(keyId, region)
    if (outside !== null) return outside
    const date = headers['x-amz-date'] ?? ''
    if (!(Math.abs(timeOf(date) - now()) <= 15 * 60_000) || !date.startsWith(day)) return error(403, 'RequestTimeTooSkewed')
    if (headers['x-amz-content-sha256'] !== bodyHashOf(request)) return error(400, 'XAmzContentSHA256Mismatch')
    if (!isAllSigned(headers, names)) return error(403, 'AccessDenied')
    return signature === signatureOf(request, { day, region, names, date }) ? null : error(403, 'SignatureDoesNotMatch')
  }

  return {
    files,
    setPublic: (next) => void (isPublic = next),
    answer(request) {
      const { method, url, headers = {}, body } = request
      const file = files.get(url)
      if (method === 'GET') return file === undefined ? error(404, 'NoSuchKey') : isPublic ? { status: 200, body: file.bytes, headers: { 'content-type': file.mediaType } } : error(403, 'AccessDenied')
      const objection = objectionTo(request)
      if (objection !== null) return objection
      if (!url.startsWith(`${fakeS3.endpoint}/${fakeS3.bucket}/`)) return error(404, 'NoSuchBucket')
      if (method === 'PUT') files.set(url, { bytes: body as Uint8Array, mediaType: headers['content-type'] ?? '' })
      else files.delete(url)
      return { status: method === 'PUT' ? 200 : 204, body: new Uint8Array(), headers: {} }
    }
  }
}
