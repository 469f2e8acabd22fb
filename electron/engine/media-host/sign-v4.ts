import { hmacSha256Of, sha256Of } from '../sha256.ts'

export interface Unsigned {
  readonly method: string
  /** With its path written as it goes over the wire. */
  readonly url: string
  /** Those that are signed; names in lower case. `host` is added. */
  readonly headers: Readonly<Record<string, string>>
  /** Hash of the body, in hexadecimal digits. */
  readonly bodyHash: string
}

export interface SigningKeys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/**
 * AWS Signature Version 4, in a header: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html (read on 2026-11-21). `amzDate` is
 * `20130524T000000Z`, and stands among the headers as `x-amz-date`. Pure: the same in, the same out.
 */
export function signV4({ method, url, headers, bodyHash }: Unsigned, { accessKeyId, secretAccessKey }: SigningKeys, { region, service, amzDate }: { readonly region: string; readonly service: string; readonly amzDate: string }): string {
  const { host, pathname, searchParams } = new URL(url)
  const signed = Object.entries({ ...headers, host }).map(([name, value]) => [name, value.trim().replaceAll(/ +/g, ' ')] as const).toSorted(([a], [b]) => compare(a, b))
  const names = signed.map(([name]) => name).join(';')
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).toSorted(compare).join('&')
  const canonical = [method, pathname, query, ...signed.map(([name, value]) => `${name}:${value}`), '', names, bodyHash].join('\n')
  const day = amzDate.slice(0, 8)
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', amzDate, scope, sha256Of(canonical).toString('hex')].join('\n')
  const key = [day, region, service, 'aws4_request'].reduce<string | Uint8Array>((made, part) => hmacSha256Of(part, made), `AWS4${secretAccessKey}`)
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${hmacSha256Of(toSign, key).toString('hex')}`
}

/** `20261121T120000Z` */
export function amzDateOf(now: number): string {
  return new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}

/** A part of a path or query as AWS writes it: everything but letters, figures and four signs, also what JavaScript leaves. */
export function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/** By code unit, as AWS sorts. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
