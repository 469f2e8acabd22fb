/** Rights that a login does not have and Vigie asks for today. */
export const rights = {
  lacking: 'Not in its login yet: {{what}}.',
  named: 'Rights that the network names: {{rights}}. Your app there must have them, too.',
  addFirst: 'Vigie asks for rights that this login does not have. Where {{network}} lists the rights of your app, see first that it has these, or it refuses the login:',
  reconnectFor: 'Reconnect {{handle}} with the rights it lacks',
  other: 'what Vigie has learned since',
  use: {
    publishing: 'publishing',
    comments: 'comments',
    mentions: 'mentions',
    messages: 'private messages',
    figures: 'views and other figures',
    moderation: 'moderating'
  }
} as const
