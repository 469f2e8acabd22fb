/** What posts and private messages cost at networks that ask for money. */
export const costs = {
  price_one: '{{network}} charges {{amount}} for this post',
  price_other: '{{network}} charges {{amount}} for these {{count}} posts',
  priceWithLink_one: '{{network}} charges {{amount}} for this post, because of its link',
  priceWithLink_other: '{{network}} charges {{amount}} for these {{count}} posts, some with a link',
  month: '{{spent}} spent this month',
  monthOfCap: '{{spent}} of {{cap}} spent this month',
  question: '{{network}} charges {{amount}} for it.',
  title: 'Costs',
  text: '{{network}} charges for each post, more with a link, and for each private message that is read or sent. Prices as of {{date}}; the bill is the network’s own.',
  cap: 'Cap for a month, in dollars',
  capHint: 'Beyond it nothing more is sent to networks that charge, and no private message read. Empty: no cap.',
  capUnreadable: 'An amount such as 5 or 12.50',
  capSave: 'Save the cap',
  capSaved: 'The cap is saved',
  none: 'Nothing has been charged yet.',
  tableCaption: 'Costs of each month',
  column: { month: 'Month', posts: 'Posts', withLink: 'With a link', messagesSent: 'Messages sent', messagesRead: 'Messages read', cost: 'Cost' },
  possible_one: 'Besides, {{count}} post or message may have arrived: {{amount}}.',
  possible_other: 'Besides, {{count}} posts or messages may have arrived: {{amount}}.'
} as const
