/** What is done about posts that are out. */
export const published = {
  remove: 'Delete on the networks…',
  title: 'Delete this post from its networks?',
  quoted: '“{{words}}”',
  text: 'It disappears there for everybody, with its likes and its answers. It cannot be brought back. The text and the images stay here.',
  accounts: 'Where it is out',
  confirmOne: 'Delete from {{network}}',
  confirm_one: 'Delete from {{count}} account',
  confirm_other: 'Delete from {{count}} accounts',
  confirmNone: 'Delete nowhere',
  close: 'Close',
  open: 'Open it there',
  markRemoved: 'I have deleted it there',
  underWay: 'It is being deleted.',
  parts_one: '{{count}} part.',
  parts_other: '{{count}} parts, the last one first.',
  toBin: 'It goes into the bin of {{network}}, from which it can be brought back there.',
  onHold: 'Everything is on hold',
  onHoldText: 'The deletion waits in the outbox until the hold is lifted. To delete it at once, do so on the network.',
  writeAgain: 'Then write it again: open a copy as a draft',
  price: '{{network}} asks for it: {{amount}} at most.',
  why: {
    account_gone: 'Its account was removed from this client. Open it there, delete it, then say so here.',
    unnamed: 'Vigie does not know which post it is there: it was published by hand, or confirmed by eye. Open the account there, delete it, then say so here.',
    by_hand: 'Vigie does not reach this network. Open it there, delete it, then say so here.',
    not_by_interface: '{{network}} lets no program delete posts. Open it there, delete it, then say so here.',
    too_late: '{{network}} lets programs delete a post only for a while, which is over. Open it there, delete it, then say so here.'
  }
} as const
