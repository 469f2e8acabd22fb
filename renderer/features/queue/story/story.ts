import type { CancelReason } from '../../../../shared/outbox/cancel-reason.ts'
import type { Decision } from '../job-decisions.ts'

/** What happened, in one sentence. */
export type What =
  | 'planned' | 'retry' | 'part_waits' | 'on_hold' | 'offline' | 'planned_offline' | 'works_offline' | 'sending'
  | 'looking' | 'withdrawn' | 'unknown' | 'handed_over' | 'moving_there' | 'sought_there' | 'pending' | 'pending_stuck' | 'your_turn'
  | 'out' | 'said_out' | 'out_after_all' | 'out_early' | 'out_unsure' | 'removed' | 'failed' | 'missed' | 'held' | 'from_copy' | 'refused' | 'lacks_yes' | 'stopped_there'
  | CancelReason | 'not_recorded'

/** Whose fault it is, if anybody's. */
export type Fault = 'nobody' | 'chosen' | 'post' | 'access' | 'connection' | 'computer' | 'network' | 'vigie'

/** What is safe. */
export type Safe = 'kept' | 'nothing_left' | 'once' | 'on_the_way' | 'perhaps_out' | 'with_network' | 'out' | 'gone'

/** What to do next, which may be nothing. */
export type Remedy =
  | 'wait_for_time' | 'goes_on' | 'wait_for_part' | 'lift_hold' | 'lift_before' | 'wait_for_connection' | 'go_online' | 'go_online_before' | 'look_once_online' | 'wait_for_answer' | 'being_looked_for' | 'being_withdrawn'
  | 'look_yourself' | 'look_or_repeat' | 'look_lacks_yes' | 'look_refused' | 'reconnect' | 'wait_there' | 'computer_may_be_off' | 'stay_until_moved' | 'stay_on' | 'nothing_more' | 'was_too_late' | 'mend_post' | 'mend_media' | 'try_again' | 'after_limit'
  | 'changed_api' | 'update' | 'free_disk' | 'unlock' | 'report' | 'by_hand' | 'publish_yourself' | 'gone_there' | 'removed_there' | 'approve' | 'approve_before' | 'change_or_send' | 'change_or_yes' | 'change_anew' | 'called_back' | 'raise_cap' | 'decide' | 'look_then_decide' | 'look_there' | 'plan_again' | 'write_again'

/** The one button. `open`: the post or conversation it came from, or its text where neither is left. */
export type StoryAction = Exclude<Decision, 'it_is_there'> | 'open' | 'see_it' | 'go_online' | 'lift_hold' | 'reconnect'

export interface Story {
  readonly what: What
  readonly fault: Fault
  readonly safe: Safe
  readonly remedy: Remedy
  readonly action: StoryAction
}

/** The button that does what the sentence says. */
export const actionOf: Readonly<Record<Remedy, StoryAction>> = {
  wait_for_time: 'open',
  goes_on: 'open',
  wait_for_part: 'open',
  lift_hold: 'lift_hold',
  lift_before: 'lift_hold',
  wait_for_connection: 'open',
  go_online: 'go_online',
  go_online_before: 'go_online',
  look_once_online: 'go_online',
  wait_for_answer: 'open',
  being_looked_for: 'look_again',
  being_withdrawn: 'look_again',
  look_yourself: 'look_again',
  look_or_repeat: 'send_again',
  look_lacks_yes: 'look_again',
  look_refused: 'look_again',
  reconnect: 'reconnect',
  wait_there: 'open',
  computer_may_be_off: 'open',
  stay_until_moved: 'open',
  stay_on: 'open',
  nothing_more: 'see_it',
  was_too_late: 'see_it',
  mend_post: 'open',
  mend_media: 'open',
  try_again: 'try_again',
  after_limit: 'try_again',
  changed_api: 'try_again',
  update: 'try_again',
  free_disk: 'try_again',
  unlock: 'try_again',
  report: 'try_again',
  by_hand: 'drop',
  publish_yourself: 'open',
  gone_there: 'drop',
  removed_there: 'open',
  approve: 'open',
  approve_before: 'open',
  change_or_send: 'open',
  change_or_yes: 'open',
  change_anew: 'open',
  called_back: 'open',
  raise_cap: 'publish_now',
  decide: 'publish_now',
  look_then_decide: 'publish_now',
  look_there: 'open',
  plan_again: 'open',
  write_again: 'open'
}
