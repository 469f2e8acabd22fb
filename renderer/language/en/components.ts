/** Words that belong to the components themselves. */
export const components = {
  cancel: 'Cancel',
  clearSearch: 'Clear the search',
  close: 'Close',
  colour: 'Colour',
  colourHint: 'It stays in sight on every screen, so that you always know for whom you speak.',
  clientColours: {
    brick: 'Brick', terracotta: 'Terracotta', amber: 'Amber', olive: 'Olive', moss: 'Moss', pine: 'Pine',
    teal: 'Teal', ocean: 'Ocean', indigo: 'Indigo', violet: 'Violet', plum: 'Plum', rose: 'Rose'
  },
  copyFailed: 'The clipboard could not be used. Copy this by hand:',
  copyReport: 'Copy report',
  dismiss: 'Dismiss',
  loading: 'Loading…',
  messages: 'Messages',
  nothingFound: 'Nothing found',
  openList: 'Open the list',
  reportCopied: 'Report copied',
  somethingFailed: 'Something went wrong',
  tryAgain: 'Try again',
  undo: 'Undo',
  status: {
    draft: 'Draft',
    scheduled: 'Scheduled',
    publishing: 'Publishing',
    published: 'Published',
    partly_published: 'Partly published',
    needs_attention: 'Needs attention',
    queued: 'Queued',
    waiting_for_network: 'Waiting for a connection',
    sending: 'Sending',
    unknown_outcome: 'Outcome unknown',
    pending_at_network: 'At the network',
    failed: 'Refused',
    missed: 'Missed',
    held: 'Held',
    cancelled: 'Cancelled'
  }
}
