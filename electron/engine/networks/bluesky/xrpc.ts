import type { z } from 'zod'
import type { HttpRequest, StreamedBody } from '../../http/http-client.ts'
import { callForJson, callForSuccess, type ApiCall, type Effect } from '../api-call.ts'
import type { CallLimits } from '../network-limits.ts'
import type { NetworkResult } from '../network-failure.ts'
import { explainBlueskyFailure } from './bluesky-failures.ts'
import { withDpop, type DpopAccess } from '../oauth/http-with-dpop.ts'
import type { BlueskyNeeds } from './bluesky-options.ts'

export type Parameters = Readonly<Record<string, string | number | readonly string[] | undefined>>

/** With what a call shows that it may: nothing, the token of an app password's session, or a token bound to a key. */
export type XrpcAccess = { readonly kind: 'none' } | { readonly kind: 'bearer'; readonly token: string } | ({ readonly kind: 'dpop' } & DpopAccess)

/** Whose server is asked, with which access, and on to which service behind it. */
export interface XrpcTarget {
  readonly serverUrl: string
  readonly access: XrpcAccess
  /** DID and fragment of the service that the server passes the call on to; null when the server itself answers. */
  readonly service: string | null
  readonly signal: AbortSignal
  readonly limits?: CallLimits | undefined
}

export interface Xrpc {
  query<Value>(target: XrpcTarget, method: string, parameters: Parameters, schema: z.ZodType<Value>): Promise<NetworkResult<Value>>
  procedure<Value>(target: XrpcTarget, method: string, input: object | null, schema: z.ZodType<Value>, effect?: Effect): Promise<NetworkResult<Value>>
  /** A procedure whose answer has no body worth reading. */
  order(target: XrpcTarget, method: string, input: object | null, effect?: Effect): Promise<NetworkResult<null>>
  upload<Value>(target: XrpcTarget, method: string, bytes: Uint8Array | StreamedBody, mediaType: string, schema: z.ZodType<Value>, parameters?: Parameters): Promise<NetworkResult<Value>>
}

const uploadTimeout = 120_000

/** Bluesky's calling convention (https://atproto.com/specs/xrpc), as much of it as Vigie needs. */
export function createXrpc(needs: Pick<BlueskyNeeds, 'http' | 'clock' | 'random' | 'nonces'>): Xrpc {
  const { http, clock } = needs
  const call = (effect: Effect, { access, limits }: XrpcTarget): ApiCall => ({
    http: access.kind === 'dpop' ? withDpop(needs, access) : http,
    effect, now: () => clock.now(), explain: explainBlueskyFailure, limits
  })
  return {
    query: (target, method, parameters, schema) => callForJson(call('none', target), request(target, 'GET', method + queryString(parameters)), schema),
    procedure: (target, method, input, schema, effect = 'none') => callForJson(call(effect, target), request(target, 'POST', method, jsonBody(input)), schema),
    order: (target, method, input, effect = 'none') => callForSuccess(call(effect, target), request(target, 'POST', method, jsonBody(input))),
    upload: (target, method, bytes, mediaType, schema, parameters = {}) =>
      callForJson({ ...call('none', target), use: 'upload' }, { ...request(target, 'POST', method + queryString(parameters), { body: bytes, type: mediaType }), timeout: uploadTimeout }, schema)
  }
}

interface Body {
  readonly body: string | Uint8Array | StreamedBody
  readonly type: string
}

function jsonBody(input: object | null): Body | null {
  return input === null ? null : { body: JSON.stringify(input), type: 'application/json' }
}

function request({ serverUrl, access, service, signal }: XrpcTarget, method: 'GET' | 'POST', path: string, body: Body | null = null): HttpRequest {
  return {
    method,
    url: `${serverUrl.replace(/\/$/, '')}/xrpc/${path}`,
    headers: {
      accept: 'application/json',
      ...(access.kind === 'bearer' ? { authorization: `Bearer ${access.token}` } : {}),
      ...(service === null ? {} : { 'atproto-proxy': service }),
      ...(body === null ? {} : { 'content-type': body.type })
    },
    ...(body === null ? {} : { body: body.body }),
    // What is written without an access may be a password that opens one.
    signed: access.kind !== 'none' || body !== null,
    signal
  }
}

function queryString(parameters: Parameters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) {
    if (value === undefined) continue
    for (const one of typeof value === 'object' ? value : [value]) query.append(name, String(one))
  }
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}
