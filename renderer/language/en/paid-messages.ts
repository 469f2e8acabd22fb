/** Private messages of networks that charge for each one: read when the person asks. */
export const paidMessages = {
  title: 'Private messages of {{handle}}',
  never: '{{network}} charges for each one, so they are read only when you ask, first the newest {{number}}. Encrypted chats cannot be read.',
  looked: 'Read on request: {{when}}.',
  lookedHasMore: 'Read on request: {{when}}. More are waiting.',
  offline: 'Offline: they can be read when the network is back.',
  needsLogin: 'The account has to be reconnected first.',
  lacksRight: 'Its login has no right to private messages: reconnect it, under Accounts, first.',
  read: 'Read · {{most}} at most',
  readOn: 'Read on · {{most}} at most',
  command: 'Read the private messages of {{handle}} ({{most}} at most)',
  arrived_one: '{{count}} new message, for {{amount}} at most.',
  arrived_other: '{{count}} new messages, for {{amount}} at most.',
  nothingNew: 'Nothing new, for {{amount}} at most. Encrypted chats cannot be read.',
  overCap: 'This month’s cap leaves too little for reading.',
  seeAccounts: 'Look at the accounts',
  answer: '{{network}} charges {{amount}} for this answer',
  answerWithLink: '{{network}} charges {{amount}} for this answer, because of its link',
  answerOverCap: '{{network}} charges {{amount}} for this answer, more than this month’s cap leaves: it would be held back'
} as const
