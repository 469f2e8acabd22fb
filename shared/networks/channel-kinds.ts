/** plain: messages, one below the other · forum: posts with a title, each with what is answered below it · announcement: messages that other servers may follow. */
export const channelKinds = ['plain', 'forum', 'announcement'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** Under which a forum files its posts: none_told: the access is shown none · at_choice · needed: none goes without one. */
export const channelTags = ['none_told', 'at_choice', 'needed'] as const
export type ChannelTags = (typeof channelTags)[number]
