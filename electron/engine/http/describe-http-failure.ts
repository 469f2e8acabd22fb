import { studioError, type StudioError, type StudioErrorCode } from '../../../shared/errors/studio-error.ts'
import { connectTimeoutCode } from './connect-timeout.ts'
import { outOfReachCode } from './guarded-lookup.ts'
import { proxyLoginCode, proxyLoginKindCode, proxyRefusalCode } from './proxy-refusal.ts'
import { bodyTooLargeCode, bodyUnreadableCode } from './read-body.ts'
import { redactAddress } from './redact.ts'

/** `reason` for the details of the error; the rest of Node's codes are plain "unreachable". */
const knownCodes: Readonly<Record<string, { code: StudioErrorCode; reason: string; retryable: boolean }>> = {
  [connectTimeoutCode]: { code: 'timeout', reason: 'no_connection', retryable: true },
  [outOfReachCode]: { code: 'address_refused', reason: 'private', retryable: false },
  [bodyTooLargeCode]: { code: 'unexpected_answer', reason: 'too_large', retryable: false },
  [bodyUnreadableCode]: { code: 'unexpected_answer', reason: 'unreadable', retryable: false },
  [proxyLoginCode]: { code: 'unreachable', reason: 'proxy_login', retryable: true },
  [proxyLoginKindCode]: { code: 'unreachable', reason: 'proxy_login_kind', retryable: true },
  [proxyRefusalCode]: { code: 'unreachable', reason: 'proxy', retryable: true },
  ENOTFOUND: { code: 'unreachable', reason: 'name_not_found', retryable: true },
  EAI_AGAIN: { code: 'unreachable', reason: 'name_not_found', retryable: true },
  ECONNREFUSED: { code: 'unreachable', reason: 'refused', retryable: true },
  ECONNRESET: { code: 'unreachable', reason: 'cut', retryable: true },
  EPIPE: { code: 'unreachable', reason: 'cut', retryable: true },
  ENETUNREACH: { code: 'unreachable', reason: 'no_route', retryable: true },
  EHOSTUNREACH: { code: 'unreachable', reason: 'no_route', retryable: true },
  ENETDOWN: { code: 'unreachable', reason: 'no_route', retryable: true }
}

/** Says in our own words why an exchange brought no answer. Node's message is left out: it may quote what was sent. */
export function describeHttpFailure(cause: unknown, url: URL, signal: AbortSignal): StudioError {
  const details = { host: url.host }
  const where = redactAddress(url.href)
  if (signal.aborted) {
    const isTimeout = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    if (isTimeout) return studioError('timeout', `no complete answer in time from ${where}`, { retryable: true, details: { ...details, reason: 'no_answer' } })
    return studioError('engine_stopped', `the call to ${where} was taken back`, { retryable: true, details: { ...details, reason: 'aborted' } })
  }
  const nodeCode = codeOf(cause)
  // A certificate that does not fit is often a hotel's login page, or a computer's wrong clock: both pass.
  const known = knownCodes[nodeCode] ?? (isCertificateCode(nodeCode) ? { code: 'unreachable' as const, reason: 'certificate', retryable: true } : knownUnpacking(nodeCode))
  const { code, reason, retryable } = known ?? { code: 'unreachable' as const, reason: 'other', retryable: true }
  return studioError(code, `${reason} (${nodeCode === '' ? 'no code' : nodeCode}) at ${where}`, { retryable, details: { ...details, reason } })
}

function knownUnpacking(code: string): { code: StudioErrorCode; reason: string; retryable: boolean } | undefined {
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT') || code.startsWith('HPE_')) return { code: 'unexpected_answer', reason: 'unreadable', retryable: true }
  return undefined
}

/** Whether the server's certificate is what the exchange failed for. */
export function isCertificateFailure(cause: unknown): boolean {
  return isCertificateCode(codeOf(cause))
}

function isCertificateCode(code: string): boolean {
  return code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || code.includes('CERT') || code.startsWith('UNABLE_TO_') || code === 'EPROTO' || code === 'HOSTNAME_MISMATCH'
}

/** Trying several addresses of one name ends in an error that holds one for each: the first says it. */
function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return ''
  if ('code' in cause && typeof cause.code === 'string') return cause.code
  return cause instanceof AggregateError ? codeOf(cause.errors[0]) : ''
}
