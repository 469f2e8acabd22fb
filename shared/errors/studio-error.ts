import { z } from 'zod'

/**
 * Every way in which something expected can fail, as a code that survives process borders.
 * The texts for people live in the renderer's catalogues, one for each code.
 */
export const studioErrorCodes = [
  // the call itself
  'invalid_input',
  'untrusted_sender',
  'unknown_request',
  'not_found',
  'conflict',
  'bug',
  // engine and storage
  'engine_stopped',
  'engine_starting',
  'database_from_the_future',
  'database_damaged',
  'disk_full',
  'not_writable',
  'file_locked',
  'disk_gone',
  'other_client',
  // secrets
  'no_keychain',
  'keychain_timeout',
  // network and accounts
  'offline',
  'address_refused',
  'unreachable',
  'timeout',
  'server_error',
  'unexpected_answer',
  'rate_limited',
  'wrong_credentials',
  'auth_expired',
  'auth_revoked',
  'rejected',
  'removed_at_network',
  'not_that_kind_of_server',
  'login_cancelled',
  'login_refused',
  'login_port_taken',
  'own_app_missing',
  'own_app_refused',
  'account_in_use',
  'other_account',
  'waits_at_network',
  'network_not_served',
  // posts and media
  'post_not_editable',
  'post_has_problems',
  'nothing_to_publish',
  'thread_place_unknown',
  'time_in_the_past',
  'already_left',
  'on_hold',
  'restored_doubt',
  'approval_missing',
  'refused_by_client',
  'changed_there',
  'over_cap',
  'repeat_needs_confirmation',
  'spelling_unavailable',
  'media_unreadable',
  'video_unreadable',
  'captions_unreadable',
  'media_too_large',
  'media_kind_unsupported',
  'media_refused',
  'media_host_missing',
  'media_host_failed',
  'work_cancelled',
  // watch
  'not_a_feed',
  'feed_already_followed',
  'feed_gone',
  'site_refuses_robots',
  'query_unreadable',
  'opml_unreadable',
  'opml_too_large',
  // people
  'contacts_unreadable',
  'contacts_too_large'
] as const

export type StudioErrorCode = (typeof studioErrorCodes)[number]

export const studioErrorSchema = z.object({
  code: z.enum(studioErrorCodes),
  /** For developers and the log; never holds a secret, never shown as the only text. */
  message: z.string(),
  retryable: z.boolean(),
  /** Values that the translated text may name, such as a host or a limit. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional()
})

export type StudioError = z.infer<typeof studioErrorSchema>

type Details = NonNullable<StudioError['details']>

/** Makes an error value. `retryable` says whether the same call may succeed later without a change by the user. */
export function studioError(code: StudioErrorCode, message: string, options: { retryable?: boolean; details?: Details } = {}): StudioError {
  return { code, message, retryable: options.retryable ?? false, ...(options.details ? { details: options.details } : {}) }
}
