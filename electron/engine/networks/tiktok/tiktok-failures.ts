import { studioError, type StudioError } from '../../../../shared/errors/studio-error.ts'
import type { HttpClient, HttpResponse } from '../../http/http-client.ts'
import { parseJsonBytes } from '../../http/parse-json.ts'
import { redactText } from '../../http/redact.ts'
import type { ApiAnswer } from '../api-call.ts'
import type { NetworkFailure } from '../network-failure.ts'
import { isNotThere } from '../network-results.ts'
import { retryAfter } from '../retry-after.ts'
import { errorSchema } from './tiktok-schemas.ts'

type Meaning = { readonly kind: 'renew' | 'no_right' | 'slow_down' | 'tomorrow' } | { readonly kind: 'refused'; readonly reason: string }

/**
 * https://developers.tiktok.com/doc/tiktok-api-v2-error-handling, and the codes of /doc/content-posting-api-reference-upload-video and -get-video-status (read on 2026-11-21), -photo-post (on 2026-11-22).
 */
const meanings: Readonly<Record<string, Meaning>> = {
  access_token_invalid: { kind: 'renew' },
  scope_not_authorized: { kind: 'no_right' },
  scope_permission_missed: { kind: 'no_right' },
  rate_limit_exceeded: { kind: 'slow_down' },
  // So many drafts in a day, and no more: the person has to post some first.
  spam_risk_too_many_pending_share: { kind: 'tomorrow' },
  spam_risk_too_many_posts: { kind: 'tomorrow' },
  reached_active_user_cap: { kind: 'tomorrow' },
  // Of posts that go out at once: /doc/content-posting-api-reference-direct-post and -query-creator-info (read on 2026-11-22).
  unaudited_client_can_only_post_to_private_accounts: { kind: 'refused', reason: 'tiktok_unaudited' },
  privacy_level_option_mismatch: { kind: 'refused', reason: 'tiktok_audience' },
  app_version_check_failed: { kind: 'refused', reason: 'tiktok_app_version' },
  spam_risk_user_banned_from_posting: { kind: 'refused', reason: 'tiktok_banned' },
  // Pictures are fetched from a domain alone that the app has shown to be its own.
  url_ownership_unverified: { kind: 'refused', reason: 'tiktok_domain' },
  invalid_publish_id: { kind: 'refused', reason: 'gone' },
  token_not_authorized_for_specified_publish_id: { kind: 'refused', reason: 'gone' }
}

const day = 86_400_000

/** What TikTok means by its refusals. A page of somebody else's, and what the status says by itself, is left to the status. */
export function explainTiktokFailure({ response: { status, headers, url }, json }: ApiAnswer, { now, isRenewable }: { readonly now: number; readonly isRenewable: boolean }): NetworkFailure | null {
  const parsed = errorSchema.safeParse(json)
  const meaning = parsed.success ? meanings[parsed.data.error.code] : undefined
  if (!parsed.success || status >= 500) return null
  const { code, message } = parsed.data.error
  const said = redactText(message).slice(0, 300)
  const error = (kind: StudioError['code'], more: { readonly reason?: string; readonly until?: number; readonly retryable?: boolean } = {}): StudioError => {
    const { retryable = false, ...details } = more
    return studioError(kind, `refused with ${status} ${code}: ${said}`, { retryable, details: { host: URL.canParse(url) ? new URL(url).host : '', status, name: code, reason: said, ...details } })
  }
  const held = (until: number): NetworkFailure => ({ kind: 'rate_limited', until, error: error('rate_limited', { retryable: true, until }) })
  switch (meaning?.kind) {
    case 'renew':
      return isRenewable ? { kind: 'auth_expired', error: error('auth_expired', { retryable: true }) } : { kind: 'auth_revoked', error: error('auth_revoked') }
    case 'no_right':
      return { kind: 'auth_revoked', error: error('auth_revoked', { reason: 'scope_missing' }) }
    case 'slow_down':
      return held(retryAfter(headers, now))
    case 'tomorrow':
      return held(now + day)
    case 'refused':
      return { kind: 'rejected', error: error('rejected', { reason: meaning.reason }) }
    case undefined:
      return status === 429 || status === 401 ? null : { kind: 'rejected', error: error('rejected') }
  }
}

/** TikTok knows nothing of this number any more. */
export function isGone(failure: NetworkFailure): boolean {
  return isNotThere(failure) || (failure.kind === 'rejected' && failure.error.details?.['reason'] === 'gone')
}

/** Some refusals come as a success whose words say no: they are given the status that they mean. */
export function refusing(http: HttpClient): HttpClient {
  return {
    async send(request) {
      const result = await http.send(request)
      if (!result.ok || result.response.status < 200 || result.response.status > 299) return result
      return saysNo(result.response) ? { ok: true, response: { ...result.response, status: 400 } } : result
    }
  }
}

function saysNo({ body }: HttpResponse): boolean {
  const json = parseJsonBytes(body)
  const told = errorSchema.safeParse(json)
  if (told.success) return told.data.error.code !== 'ok'
  // As the login server writes it (RFC 6749, section 5.2).
  return typeof json === 'object' && json !== null && 'error' in json && typeof json.error === 'string' && json.error !== '' && !('access_token' in json)
}
