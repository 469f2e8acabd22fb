import type { StudioErrorCode } from '../../../../shared/errors/studio-error.ts'
import type { Fault, Remedy } from './story.ts'

type FailureStory = readonly [Fault, Remedy]

const ofVigie: FailureStory = ['vigie', 'report']
const ofThePost: FailureStory = ['post', 'mend_post']
const ofAFile: FailureStory = ['post', 'mend_media']
const ofTheAccess: FailureStory = ['access', 'reconnect']

/** Whose fault a failure is, and what helps once it is final. */
export function failureStory(code: StudioErrorCode): FailureStory {
  return stories[code]
}

/** A code that no job should bear is a mistake of Vigie's own. A new code has to be put in its place here. */
const stories: Readonly<Record<StudioErrorCode, FailureStory>> = {
  invalid_input: ofVigie,
  untrusted_sender: ofVigie,
  unknown_request: ofVigie,
  bug: ofVigie,
  not_found: ['nobody', 'try_again'],
  conflict: ['nobody', 'try_again'],
  engine_stopped: ['vigie', 'try_again'],
  engine_starting: ['vigie', 'try_again'],
  database_from_the_future: ['vigie', 'update'],
  database_damaged: ['computer', 'report'],
  disk_full: ['computer', 'free_disk'],
  not_writable: ['computer', 'try_again'],
  file_locked: ['computer', 'try_again'],
  disk_gone: ['computer', 'try_again'],
  other_client: ['computer', 'try_again'],
  no_keychain: ['computer', 'unlock'],
  keychain_timeout: ['computer', 'unlock'],
  offline: ['connection', 'try_again'],
  address_refused: ofTheAccess,
  unreachable: ['network', 'try_again'],
  timeout: ['network', 'try_again'],
  server_error: ['network', 'try_again'],
  unexpected_answer: ['network', 'changed_api'],
  rate_limited: ['network', 'after_limit'],
  wrong_credentials: ofTheAccess,
  auth_expired: ofTheAccess,
  auth_revoked: ofTheAccess,
  rejected: ofThePost,
  removed_at_network: ['nobody', 'removed_there'],
  not_that_kind_of_server: ofTheAccess,
  login_cancelled: ofTheAccess,
  login_refused: ofTheAccess,
  login_port_taken: ofTheAccess,
  // The access cannot be renewed without the app that it was given to.
  own_app_missing: ofTheAccess,
  own_app_refused: ofTheAccess,
  account_in_use: ofTheAccess,
  other_account: ofTheAccess,
  waits_at_network: ['nobody', 'try_again'],
  network_not_served: ['vigie', 'update'],
  post_not_editable: ['nobody', 'try_again'],
  post_has_problems: ofThePost,
  nothing_to_publish: ofThePost,
  thread_place_unknown: ['nobody', 'by_hand'],
  time_in_the_past: ['nobody', 'try_again'],
  already_left: ['nobody', 'try_again'],
  on_hold: ['chosen', 'try_again'],
  restored_doubt: ['computer', 'try_again'],
  approval_missing: ['chosen', 'approve'],
  refused_by_client: ['chosen', 'change_or_send'],
  changed_there: ['nobody', 'change_anew'],
  over_cap: ['chosen', 'try_again'],
  repeat_needs_confirmation: ofThePost,
  spelling_unavailable: ofVigie,
  media_unreadable: ofAFile,
  video_unreadable: ofAFile,
  captions_unreadable: ofAFile,
  media_too_large: ofAFile,
  media_kind_unsupported: ofAFile,
  media_refused: ofAFile,
  media_host_missing: ['post', 'mend_media'],
  media_host_failed: ['network', 'try_again'],
  work_cancelled: ofVigie,
  not_a_feed: ofVigie,
  feed_already_followed: ofVigie,
  feed_gone: ofVigie,
  site_refuses_robots: ofVigie,
  query_unreadable: ofVigie,
  opml_unreadable: ofVigie,
  opml_too_large: ofVigie,
  contacts_unreadable: ofVigie,
  contacts_too_large: ofVigie
}
