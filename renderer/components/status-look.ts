import type { JobState } from '../../shared/outbox/job.ts'
import type { PostStatus } from '../../shared/posts/post.ts'

/**
 * What a finished job did, where “published” would be the wrong word (`sent`: a private message); `on_hold`: it waits for its time, and a hold stands;
 * `refused`: the client said no, so it does not leave; `unapproved`: nor does it without a yes, where one is needed;
 * `by_hand`: its time has come, and the person publishes it;
 * `moving_there`: its network has not confirmed another hour, and may publish it at the old one; `out_at_old_hour`: it did;
 * `sought`: it is looked for there first, and goes from here where it is not; `at_network`: its network publishes it by itself; `working_offline`: it is due, and the user has switched the network off.
 */
type OwnWord = 'liked' | 'replied' | 'sent' | 'reposted' | 'done' | 'taken_back' | 'on_hold' | 'at_network' | 'moving_there' | 'out_at_old_hour' | 'sought' | 'working_offline' | 'by_hand' | 'refused' | 'unapproved'

export type Status = PostStatus | JobState | OwnWord
export type StatusTone = 'quiet' | 'waiting' | 'moving' | 'good' | 'ask' | 'bad'

/** How each state of a post or job looks. `ask` is for whatever waits for the user, `bad` for what was refused. */
export const statusTones: Readonly<Record<Status, StatusTone>> = {
  draft: 'quiet',
  scheduled: 'waiting',
  publishing: 'moving',
  published: 'good',
  partly_published: 'ask',
  removed: 'quiet',
  needs_attention: 'ask',
  queued: 'waiting',
  waiting_for_network: 'quiet',
  sending: 'moving',
  unknown_outcome: 'ask',
  pending_at_network: 'moving',
  failed: 'bad',
  missed: 'ask',
  held: 'ask',
  cancelled: 'quiet',
  liked: 'good',
  replied: 'good',
  sent: 'good',
  reposted: 'good',
  done: 'good',
  taken_back: 'quiet',
  on_hold: 'ask',
  at_network: 'waiting',
  moving_there: 'ask',
  out_at_old_hour: 'ask',
  sought: 'waiting',
  working_offline: 'quiet',
  by_hand: 'ask',
  refused: 'bad',
  unapproved: 'ask'
}
