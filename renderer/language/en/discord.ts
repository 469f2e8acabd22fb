/** How a channel on Discord is connected. */
export const discord = {
  way: 'Connect by',
  webhook: 'Webhook',
  bot: 'Bot',
  webhookWhy: 'Writes in one channel, and needs no app. It cannot read answers.',
  webhookStep1: 'In Discord, in the channel’s settings: Integrations → Webhooks → New webhook. You need the right to manage webhooks.',
  webhookStep2: 'Give it the name and the picture that people will see.',
  webhookStep3: 'Copy its address. Whoever has it can write there: keep it like a password.',
  webhookUrl: 'Address of the webhook',
  botWhy: 'Writes, reads answers and mentions, reacts and bans.',
  botStep1: 'In Discord’s developer portal, create an application, then open “Bot”.',
  botStep2: 'Switch on “Message Content Intent” there: without it, answers arrive without their words.',
  botStep3: 'Under “OAuth2”, make an invitation with the scope “bot” and the rights to view channels, send messages, attach files, read the history and add reactions; to ban people from here, also to ban members. Open it and choose your server.',
  botStep4: 'Under “Bot”, reset the token and copy it. In Discord, copy the link of the channel.',
  botForum: 'In a forum channel it needs the rights to send messages, to send messages in threads and to attach files; to delete its posts, and to close them to answers, also to manage threads. In an announcement channel, sending messages is enough to publish its own to the servers that follow it.',
  forum: 'The channel is a forum',
  forumHint: 'Its posts have a title. Discord tells a webhook nothing of the forum’s tags, and deleting takes the words away and leaves the title: with a bot there is all of it.',
  open: 'Open the developer portal',
  channel: 'Link of the channel',
  token: 'Token of the bot'
} as const
