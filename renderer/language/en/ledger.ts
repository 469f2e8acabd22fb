import type { CancelReason } from '../../../shared/outbox/cancel-reason.ts'
import type { MomentKind } from '../../../shared/outbox/job-moment.ts'

/** The story of one entry of the outbox: what happened, whose fault, what is safe, what to do, one button to do it. */
export const ledger = {
  leavesUntil: 'Back online before {{when}}, it leaves by itself; later, Vigie asks you.',
  heads: { fault: 'Cause', safe: 'What is safe', next: 'What to do', client: 'The client', limit: 'Until when' },
  what: {
    planned: 'It waits for its time.',
    retry: 'It has not gone out yet, and is tried again.',
    part_waits: 'It waits for part {{before}} of the thread.',
    on_hold: 'A hold stands: it does not leave.',
    offline: 'Its time has come, and there is no connection.',
    planned_offline: 'It waits for its time, and Vigie works offline: it does not leave.',
    works_offline: 'Its time has come, and Vigie works offline.',
    sending: 'It is on its way.',
    looking: 'It was sent, and the answer was lost. Vigie looks for it on the network.',
    withdrawn: 'It was taken back, but it may have arrived before. Vigie looks for it on the network.',
    unknown: 'It was sent, and nobody can tell whether it arrived.',
    sought_there: 'Vigie makes sure that it does not wait with its network already; else it goes from here at its time.',
    handed_over: 'It waits with its network, which publishes it by itself at its time.',
    moving_there: 'Another time was asked for: {{wished}}. Its network has not confirmed it: it still has {{old}}, and may publish it then.',
    pending: 'The network took it and is still at work on it.',
    pending_stuck: 'The network took it, and can no longer be asked about it.',
    your_turn: 'Its time has come, and it waits for you: this network is published on by hand.',
    out: 'It is out.',
    said_out: 'You said that it is out.',
    out_after_all: 'It was taken back, and was out already.',
    out_early: 'It went out before its new time ({{wished}}): the change did not arrive in time.',
    out_unsure: 'It is published. Its new time ({{wished}}) was never confirmed: it may have gone out at the old one.',
    removed: 'It was published, and is deleted there since.',
    failed: 'It did not go out.',
    missed: 'Its time passed, and it was too late to go without asking.',
    held: 'It was held back when its time came.',
    from_copy: 'It comes from an older copy of the data, and may be out already: it was held back when its time came.',
    refused: 'The client said no: it does not leave.',
    lacks_yes: 'It waits for its time, and the client’s yes is missing: it does not leave without it.',
    stopped_there: 'It waits with its network, and the client’s answer forbids it: Vigie calls it back.',
    taken_back: 'You took it back before it left.',
    given_up: 'You gave it up in the outbox.',
    dropped_after_hold: 'You decided after a hold that it does not go out.',
    series_skipped: 'You left this day out of its series.',
    series_paused: 'Its series was paused.',
    series_ended: 'Its series was ended.',
    series_changed: 'Its series was changed; the new version stands beside it.',
    missed_dropped: 'It was missed, and you decided that it does not go out.',
    replaced: 'A newer decision about the same thing took its place.',
    part_given_up: 'The part of the thread before it was given up, so there is nothing it could answer.',
    account_removed: 'Its account was removed from this client.',
    missed_by_newer: 'It was missed while the computer was off; a newer day of its series asks in its place.',
    zone_changed: 'Its series follows another time zone; the new time stands beside it.',
    film_gone: 'The post is no longer there, so nothing follows it.',
    not_recorded: 'It was cancelled. The reason was not recorded: an earlier version of Vigie did it.'
  } satisfies Record<CancelReason, string> & Record<string, string>,
  deletedThere: 'Deleted from its network.',
  fault: {
    chosen: 'A decision made here.',
    post: 'The content: something in it is not accepted as it is.',
    access: 'The access: it has ended, and the network no longer lets Vigie in.',
    connection: 'The connection. Neither you nor the network.',
    computer: 'This computer: it was off, offline, or could not do its part.',
    network: 'The network. Not you.',
    vigie: 'Vigie. Not you.'
  },
  safe: {
    kept: 'Nothing of it was published. Text and images are kept here.',
    nothing_left: 'Nothing of it left this computer.',
    once: 'It is never sent a second time before Vigie has looked for it on the network.',
    on_the_way: 'It is sent once, whatever becomes of the answer.',
    perhaps_out: 'It may be out. Nothing is sent again on a guess, so it cannot be out twice.',
    with_network: 'The network has text and images, and Vigie does not send it as well.',
    out: 'It is out once, and is never sent again.',
    gone: 'It stands there no more. The text and the images are kept here.'
  },
  next: {
    wait_for_time: 'Nothing. This computer must be on and Vigie open at that time.',
    goes_on: 'Nothing: it goes on by itself.',
    wait_for_part: 'Nothing: it leaves as soon as that part is confirmed, and never before it.',
    lift_hold: 'Lift the hold, then decide what becomes of it.',
    lift_before: 'Lift the hold before its time, and it goes then. If its time comes first, it waits for your decision.',
    wait_for_connection: 'Nothing: it goes as soon as the network is back.',
    go_online: 'End working offline; nothing leaves before.',
    go_online_before: 'Go back online before its time, and it goes then. Later, it goes on your return, or asks you if it is too late.',
    look_once_online: 'Go back online: Vigie asks the network again then, and not before.',
    wait_for_answer: 'Nothing: the network has not answered yet.',
    being_looked_for: 'Nothing: Vigie goes on looking, and sends it again only when it is certain that it is not there.',
    being_withdrawn: 'Nothing: if it is not there, it is cancelled; if it is, this entry says so.',
    look_or_repeat: 'Look on the network, and say that it is done. Or have it done again: twice is the same as once.',
    look_yourself: 'Look at the account yourself, and say whether it is there. Or let Vigie look once more.',
    look_lacks_yes: 'Look at the account yourself. If it is there, say so. If it is not, it cannot be sent again while the client’s yes is missing: record the yes, or give it up.',
    look_refused: 'Look at the account yourself. If it is there, say so. If it is not, it is not sent again, as the client said no: give it up.',
    reconnect: 'Connect the account again. What waits for it then goes on by itself.',
    look_then_decide: 'Look at the account. If it is not there, let it go; if it is, give it up here.',
    wait_there: 'Nothing: Vigie asks now and then how far it is.',
    stay_on: 'Leave this computer on, with Vigie open, at its time.',
    computer_may_be_off: 'Nothing, and this computer may be off.',
    stay_until_moved: 'Leave this computer on and online, with Vigie open, until the new time is confirmed.',
    nothing_more: 'Nothing.',
    was_too_late: 'If it must not stay, delete it on the network.',
    mend_post: 'Change what the network objects to, then send it again.',
    mend_media: 'Replace that file or take it out, then send it again.',
    try_again: 'Try again; it goes out once, as it was.',
    after_limit: 'Try again after that time; earlier would only make it longer.',
    changed_api: 'Try again. If it happens again, the network has changed: update Vigie.',
    update: 'Update Vigie, then try again.',
    free_disk: 'Free some space on the disk, then try again.',
    unlock: 'Unlock the keychain of this computer, then try again.',
    report: 'Try again. If it happens again, copy the report and send it to the makers of Vigie.',
    by_hand: 'Publish it by hand on the network, then give it up here.',
    publish_yourself: 'Publish it there, then say that it is done.',
    gone_there: 'Give it up: what it belongs to no longer exists.',
    removed_there: 'Give it another time, or leave it if it was deleted on purpose.',
    approve: 'The client’s yes is missing, and it cannot go without it: record it, then publish it.',
    approve_before: 'Record the client’s yes before its time, and it goes then.',
    change_or_send: 'Change it and ask the client again, or send it all the same.',
    change_anew: 'Look at what stands there now, do it anew, then give this up.',
    change_or_yes: 'Change it and ask the client again, or record the yes when it comes.',
    called_back: 'Nothing while Vigie is open and online. If this still stands here shortly before its time, delete it on the network.',
    raise_cap: 'Raise this month’s cap in the settings and publish it, or give it a time in another month.',
    decide: 'Publish it now, give it another time, or give it up.',
    look_there: 'Look at the account on the network before you plan it again.',
    plan_again: 'Nothing. If it is to go out after all, plan it again.',
    write_again: 'Nothing. To publish it again, open the post and choose “Write it again”.'
  },
  action: {
    open_post: 'Open the post',
    open_conversation: 'Open the conversation',
    copy_text: 'Copy the text',
    see_it: 'See it on the network',
    go_online: 'Go back online',
    lift_hold: 'Lift the hold…',
    reconnect: 'Reconnect the account',
    publish_now: 'Publish now',
    try_again: 'Try again',
    look_again: 'Look again',
    send_again: 'Do it again',
    send_all_the_same: 'Send it all the same…',
    drop: 'Give it up'
  },
  /** For what is sent to one person, or done to something of theirs, and published nowhere. */
  sent: {
    what: { out: 'It was sent.', out_after_all: 'It was taken back, and had been sent already.' },
    safe: {
      kept: 'Nothing of it was sent. It is kept here.',
      perhaps_out: 'It may have arrived. Nothing is sent again on a guess, so it cannot be there twice.',
      out: 'It was sent once, and is never sent again.'
    },
    next: {
      by_hand: 'Do it by hand on the network, then give it up here.',
      raise_cap: 'Raise this month’s cap in the settings, then send it.',
      decide: 'Send it now, or give it up.'
    },
    action: { publish_now: 'Send now' }
  },
  /** Other words for what is out. */
  edit: {
    what: {
      out: 'The new words stand there.', out_after_all: 'The change was taken back, and had been made already.', looking: 'The new words were sent, and the answer was lost. Vigie reads what stands there.',
      withdrawn: 'The change was taken back, but may have been made before. Vigie reads what stands there.', unknown: 'The new words were sent, and nobody can tell whether they stand there.', failed: 'It is not changed.',
      lacks_yes: 'The new words wait for the client’s yes.'
    },
    safe: {
      kept: 'Nothing was written over the post. The new words are kept here.', nothing_left: 'Nothing was written over the post.', once: 'To write the same words twice is to write them once: nothing else is touched.',
      on_the_way: 'To write the same words twice is to write them once: nothing else is touched.', perhaps_out: 'The new words may stand there already. Nothing else is touched, and there is no second post.', out: 'What stood there before is kept with the post’s versions.'
    },
    next: {
      by_hand: 'Change it on the network, then give this up.', decide: 'Change it now, or let it stand as it is.', plan_again: 'Nothing. To change it all the same, ask for it again with the post.', was_too_late: 'To have the old words there again, change it once more.',
      mend_post: 'Give this up, then ask for the change again with the post, in other words.', look_yourself: 'Look at the post on the network. The new words stand there: say so. They do not: send them again.', approve: 'Give this up, then ask for the change again and write down the client’s yes with it.',
      approve_before: 'Give this up, then ask for the change again and write down the client’s yes with it.', change_anew: 'Give this up, and change the post anew: what stands there now is shown first.', change_or_yes: 'Give this up: the client said no to these words.', change_or_send: 'Give this up: the client said no to these words.', gone_there: 'Give it up: the post no longer stands there.'
    }
  },
  /** Of what is out. */
  deletion: {
    what: {
      out: 'It is deleted there.', out_after_all: 'The deletion was taken back, and had been made already.', part_waits: 'It waits until the part behind it is deleted.', part_given_up: 'The deletion of the part behind it was given up, and this one with it.',
      looking: 'The deletion was sent, and the answer was lost. Vigie looks whether it is still there.', withdrawn: 'The deletion was taken back, but may have been made before. Vigie looks whether it is still there.',
      unknown: 'The deletion was sent, and nobody can tell whether it is still there.', failed: 'It is not deleted.'
    },
    safe: {
      kept: 'It still stands on its network as it was.', nothing_left: 'It still stands on its network as it was.', once: 'To delete twice is to delete once: nothing else is touched.', on_the_way: 'To delete twice is to delete once: nothing else is touched.',
      perhaps_out: 'It may be deleted already. Nothing else is touched.', out: 'The text and the images are kept here.'
    },
    next: {
      by_hand: 'Delete it on the network, then say so with the post, and give this up.', decide: 'Delete it now, or let it stand.', wait_for_part: 'Nothing: it is deleted as soon as the part behind it is gone.',
      plan_again: 'Nothing. To delete it all the same, ask for it again with the post.', was_too_late: 'To have it there again, open the post and choose “Write it again”.',
      look_or_repeat: 'Look on the network, and say whether it is gone. Or have it deleted again: twice is the same as once.'
    },
    action: { send_again: 'Delete it again' },
    /** Of an answer or a message in a conversation. */
    message: {
      by_hand: 'Delete it on the network, then give this up.', plan_again: 'Nothing. To delete it all the same, delete it again in its conversation.', was_too_late: 'To have it there again, write it anew.', out: 'Nothing else was touched.'
    }
  },
  below: { what: { part_waits: 'It waits for its post.' }, next: { wait_for_part: 'Nothing: it leaves as soon as the post is confirmed, and never before it.' } },
  copied: 'The text is copied',
  copyReport: 'Copy the report',
  planned: 'Recorded',
  readyForYou: 'Got ready for you to publish',
  plannedFor: 'Recorded, to go out {{when}}',
  sentTo: 'Sent to {{host}}',
  lookedAt: 'Looked for it on {{host}}',
  askedAt: 'Asked {{host}} how far it is',
  /** Between two attempts. */
  sentLate: 'Left late: it was planned for {{when}}. Vigie was probably closed, or the computer asleep',
  restsShortly: 'Its network asked for a short pause: it goes on within the minute',
  moment: {
    waits_for_network: 'Its time came, and there was no connection: it began to wait',
    network_back: 'The connection was back: it went on',
    rests: 'Its network takes no more for now: it rests until {{when}}',
    held: 'Its time came during a hold: it was held back',
    lacks_approval: 'Its time came without the client’s yes: it was held back',
    refused_by_client: 'Its time came after the client’s no: it was held back',
    client_said_no: 'The client said no',
    sent_anyway: 'Decided here: to send it although the client said no',
    taken_on: 'Decided here: it goes as it was edited since, without a new yes',
    planned_for: 'First planned for {{when}}',
    over_cap: 'Its time came with this month’s cap reached: it was held back',
    from_copy: 'Its time came, and it comes from an older copy of the data: it was held back',
    late: 'It was too late to go without asking',
    no_access: 'Its time came, and the account had to be connected again',
    moved: 'Given another time: {{when}}',
    goes_again: 'Set to go once more, by a decision or because the account was connected again',
    decided_here: 'Decided here: to send it',
    reconnected: 'The account was connected again: it went on',
    asks_again: 'The send was undone in time: it waits for a decision again'
  } satisfies Record<MomentKind, string>,
  momentReason: 'Reason of the hold: {{reason}}',
  momentClient: 'In the client’s words: “{{reason}}”',
  clientNo: '{{by}} said no.',
  clientWords: '{{by}}: “{{words}}”',
  seconds: '{{seconds}} s',
  calls: {
    title_one: 'What was asked, and answered',
    title_other: 'What was asked, and answered ({{count}} requests)',
    accepted: '{{host}} accepted it.',
    refused: '{{host}} refused it.',
    slow_down: '{{host}} asked for fewer requests.',
    no_access: '{{host}} did not accept the access.',
    elsewhere: '{{host}} pointed somewhere else.',
    trouble: '{{host}} had a fault of its own.',
    no_answer: 'No answer came from {{host}}.',
    not_reached: '{{host}} was not reached; nothing was sent.',
    said: 'In its words: “{{words}}”',
    sent: '{{size}} sent',
    received: '{{size}} received',
    times: '{{count}} times',
    leftOut_one: '{{count}} more request in between is not kept.',
    leftOut_other: '{{count}} more requests in between are not kept.',
    note: 'Written down without the text, and without anything that opens the account.'
  },
  exportCsv: 'Export as CSV',
  csv: {
    fileName: 'outbox-{{client}}',
    recorded: 'Recorded', due: 'Due', finished: 'Finished', kind: 'Kind', state: 'State', account: 'Account', network: 'Network', text: 'Text',
    happened: 'What happened', reason: 'Reason', attempts: 'Attempts', address: 'Address'
  }
} as const
