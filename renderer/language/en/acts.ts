/** What can be done about a message beside answering and liking. */
export const acts = {
  menu: 'More for this message',
  repost: 'Repost',
  unrepost: 'Take the repost back',
  delete: 'Delete it from the network',
  hide: 'Hide it from others',
  unhide: 'Show it to others again',
  lock: 'Close the discussion to answers',
  unlock: 'Open the discussion to answers again',
  lock_message: 'Close it to answers',
  unlock_message: 'Open it to answers again',
  mute: 'Mute {{author}}',
  unmute: 'Stop muting {{author}}',
  block: 'Block {{author}}',
  unblock: 'Stop blocking {{author}}',
  ban: 'Ban {{author}}',
  unban: 'Lift the ban on {{author}}',
  silence: 'Keep {{author}} from writing',
  unsilence: 'Let {{author}} write again',
  mute_mail: 'Keep {{author}} from writing to the moderators',
  unmute_mail: 'Let {{author}} write to the moderators again',
  silenceFor: { title: 'For how long', untilEnded: 'Until you end it' },
  report: 'Report to the network',
  reportReason: { title: 'What is wrong with it', spam: 'Spam', rude: 'Insult or harassment', illegal: 'Against the law', other: 'Something else', comment: 'What they should know (optional)' },
  ask: {
    delete: { title: 'Delete this from {{network}}?', text: 'It disappears there for everybody, with its likes. It cannot be brought back.', confirm: 'Delete it' },
    block: { title: 'Block {{author}}?', text: 'They no longer see the account or answer it. Blocking can be ended at any time; who followed does not follow again by itself.', confirm: 'Block' },
    ban: { title: 'Ban {{author}} from {{network}}?', text: 'They are shut out of this place for everybody and can write nothing there any more. The ban can be lifted at any time.', endedThere: 'They are shut out for everybody and can write nothing there any more. Vigie cannot lift this ban: that is done on {{network}} itself.', confirm: 'Ban' },
    silence: { title: 'Keep {{author}} from writing on {{network}}?', text: 'They stay, and can read, but can write nothing in this place for that long. You can end it at any time.', confirm: 'Keep from writing' },
    mute_mail: { title: 'Keep {{author}} from writing to the moderators?', text: 'For three days they can write nothing to the moderators of this community, who cannot write to them either. {{network}} tells them so. What they write in the community itself stays as it is. You can end it at any time.', confirm: 'Keep from writing' },
    report: { title: 'Report this to {{network}}?', text: 'The people who look after the server read it and decide. A report cannot be called back once it has left.', confirm: 'Report' }
  }
} as const
