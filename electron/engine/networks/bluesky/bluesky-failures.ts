import { z } from 'zod'
import { studioError } from '../../../../shared/errors/studio-error.ts'
import { reasonOf, type ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'

/** The name of an XRPC error (https://atproto.com/specs/xrpc, read on 2026-11-21); empty when there is none. */
export function xrpcErrorName(json: unknown): string {
  if (typeof json !== 'object' || json === null || !('error' in json)) return ''
  return typeof json.error === 'string' ? json.error : ''
}

/** What a Bluesky server means by its errors, where the status alone would mislead: an expired token comes as a 400. */
export function explainBlueskyFailure({ response, json }: ApiAnswer): NetworkFailure | null {
  const name = xrpcErrorName(json)
  const details = { reason: reasonOf(json), name, status: response.status }
  switch (name) {
    // Whether the access can be renewed shows when it is tried.
    case 'ExpiredToken':
    case 'InvalidToken':
    case 'AuthMissing':
    case 'AuthenticationRequired':
    // Of a login in the browser (RFC 6750, section 3.1).
    case 'invalid_token':
      return { kind: 'auth_expired', error: studioError('auth_expired', `the session has ended: ${name}`, { retryable: true, details }) }
    // The proof was refused, not the access (RFC 9449): a nonce that changed twice at once, or a clock that is minutes off. Nothing was done.
    case 'use_dpop_nonce':
    case 'invalid_dpop_proof':
      return { kind: 'server_error', error: studioError('server_error', `the proof was refused: ${name}`, { retryable: true, details }) }
    case 'AccountTakedown':
    case 'AccountSuspended':
    case 'AccountDeactivated':
    case 'AccountDeleted':
      return { kind: 'auth_revoked', error: studioError('auth_revoked', `the account cannot be used: ${name}`, { details }) }
    // The server asks for the code it sent by mail: that was the account's main password.
    case 'AuthFactorTokenRequired':
      return { kind: 'rejected', error: studioError('wrong_credentials', 'an app password is needed', { details: { ...details, reason: 'app_password_needed' } }) }
    // The call itself is unknown there: the interface has changed, or the server is another one.
    case 'MethodNotImplemented':
    case 'XRPCNotSupported':
    case 'InvalidMethod':
      return { kind: 'rejected', error: studioError('unexpected_answer', `the server does not know the call: ${name}`, { details }) }
    // The video service worked on these very bytes before: the job that did (https://docs.bsky.app/docs/tutorials/video, read on 2026-11-23).
    case 'already_exists':
      return { kind: 'rejected', error: studioError('conflict', 'the video is known there', { details: { ...details, ...jobOf(json) } }) }
    // The details keep the name, so that the caller can tell one refusal from another.
    case '':
      return null
    default:
      return namedStatuses.has(response.status) ? { kind: 'rejected', error: studioError('rejected', `refused: ${name}: ${details.reason}`, { details }) } : null
  }
}

/** With these a name says more than the status. */
const namedStatuses: ReadonlySet<number> = new Set([400, 404, 409, 410])

function jobOf(json: unknown): { readonly jobId?: string } {
  const parsed = z.object({ jobId: z.string().min(1) }).safeParse(json)
  return parsed.success ? parsed.data : {}
}

/** The name of the XRPC error behind a failure of an ordinary call; empty when there is none. */
export function xrpcErrorOf(failure: NetworkFailure): string {
  const name = failure.error.details?.['name']
  return typeof name === 'string' ? name : ''
}
