/** The composer: writing, checking, previewing and sending a post. */
export const composer = {
  title: 'Compose',
  newPost: 'New post',
  loading: 'Opening the post',
  targets: 'Publish on',
  targetNeedsLogin: '{{handle}} has to be reconnected',
  noAccountsTitle: 'No account to publish on yet',
  noAccountsText: 'You can write now: the draft is kept. Connect an account to see its preview and publish.',
  connectAccount: 'Connect an account',
  base: 'All accounts',
  editing: 'Text for',
  ownText: 'Own text',
  writeOwn: 'Write its own text',
  followBase: 'Follow the common text again',
  followBaseTitle: 'Give up the own text for {{handle}}?',
  followBaseText: 'The account takes the common text again. Its own text is removed from this draft.',
  followBaseConfirm: 'Follow the common text',
  textLabel: 'Text of the post',
  textLabelFor: 'Text of the post for {{handle}}',
  placeholder: 'What do you want to say?',
  titleLabel: 'Title',
  titleHint: 'Shown on blogs only',
  titlePlaceholder: 'Title of the article',
  fromWatch: 'From your watch',
  counter: {
    left_one: '{{count}} character left',
    left_other: '{{count}} characters left',
    over_one: '{{count}} character too many',
    over_other: '{{count}} characters too many',
    used_one: '{{count}} character',
    used_other: '{{count}} characters'
  },
  media: {
    title: 'Images',
    add: 'Add images',
    altLabel: 'Description of image {{position}}',
    altPlaceholder: 'Describe it for those who cannot see it',
    remove: 'Remove image {{position}}',
    earlier: 'Move image {{position}} forward',
    later: 'Move image {{position}} back',
    drop: 'Drop images here'
  },
  save: {
    untouched: 'Nothing to save yet',
    waiting: 'Typing…',
    saving: 'Saving…',
    saved: 'Saved at {{time}}',
    failed: 'Not saved',
    retry: 'Save again'
  },
  previews: 'Previews',
  previewsHint: 'Each account as its network shows it',
  noPreviewsTitle: 'Choose an account to see the post',
  noPreviewsText: 'The preview shows the very text that will be sent, counted by that network’s own rule.',
  preview: { now: 'now', today: 'Today', untitled: 'No title yet' },
  checks: {
    title: 'Checks',
    ready: 'Ready for {{accounts}}',
    account_one: '{{count}} account',
    account_other: '{{count}} accounts',
    stop_one: '{{count}} thing stops this post',
    stop_other: '{{count}} things stop this post',
    warn_one: '{{count}} thing to look at',
    warn_other: '{{count}} things to look at'
  },
  schedule: {
    when: 'When',
    at: 'Date and time',
    zone: '{{zone}} time',
    schedule: 'Schedule',
    now: 'Publish now',
    change: 'Change the time',
    unschedule: 'Back to draft',
    scheduledFor: 'Goes out on {{when}}',
    gap: 'This hour does not exist: clocks go forward that night. It goes out at {{time}}.',
    overlap: 'This hour comes twice that night. It goes out the first time.',
    past: 'That time is already over.',
    done: 'Scheduled for {{when}}',
    publishing: 'On its way',
    publishingOffline: 'It goes out as soon as there is a connection'
  },
  confirmNow: {
    title: 'Publish now as {{client}}?',
    text_one: 'It goes out to {{accounts}} at once.',
    text_other: 'It goes out to these {{count}} accounts at once: {{accounts}}.',
    confirm: 'Publish now'
  },
  remove: {
    action: 'Delete draft',
    title: 'Delete this draft?',
    text: 'The text and its variants are removed. Images stay in the client’s library.',
    confirm: 'Delete draft'
  },
  copy: 'Write again from this',
  outcome: {
    title: 'Where it stands',
    open: 'See it on {{network}}',
    outbox: 'Open in the outbox'
  },
  recovered: 'Restored as you left it'
} as const
