/** What was sent beside what stands on the network. */
export const reality = {
  open: 'Preview and reality',
  title: 'Preview and reality: {{name}}',
  text: 'On the left the preview as it was when the post went out, on the right what the network shows of it.',
  preview: 'Our preview',
  there: 'On the network',
  readAt: 'Read {{when}}',
  neverRead: 'Not read back yet.',
  readNow: 'Read it back now',
  readNowFor: 'Read it back now ({{amount}})',
  asSent: 'Everything that the network tells is as it was sent.',
  isChanged: 'Something stands otherwise there than it was sent.',
  refused: 'The network looked at it and shows it to nobody: something in it is against its rules.',
  gone: 'It was no longer there when last looked at.',
  cannot: {
    account_gone: 'It cannot be read back: the account was removed.',
    unnamed: 'It cannot be read back: it was published by hand or confirmed by eye, so Vigie does not know which post it is there.',
    not_given: 'It cannot be read back: Vigie has no way to do so on this network.'
  },
  element: { title: 'Title', text: 'Text', teaser: 'Excerpt', media: 'Images and videos', altText: 'Description {{number}}', card: 'Link card' },
  verdict: { exact: 'As sent', changed: 'Changed on the network', not_told: 'Not told by the network', made_there: 'Made by the network' },
  legend: 'Marked in the text:',
  onlySent: 'only as sent',
  onlyThere: 'only on the network',
  mediaCount: 'Sent: {{sent}}, there: {{there}}',
  noCard: 'There is no card there.',
  empty: 'Empty',
  see: 'See it there'
} as const
