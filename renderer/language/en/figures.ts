/** What networks count of posts and accounts. */
export const figures = {
  of: {
    views_one: '{{count}} view', views_other: '{{count}} views',
    likes_one: '{{count}} like', likes_other: '{{count}} likes',
    reposts_one: '{{count}} repost', reposts_other: '{{count}} reposts',
    quotes_one: '{{count}} quote', quotes_other: '{{count}} quotes',
    replies_one: '{{count}} reply', replies_other: '{{count}} replies',
    saves_one: '{{count}} bookmark', saves_other: '{{count}} bookmarks'
  },
  readAt: 'as of {{when}}',
  gone: 'No longer there when last looked at, {{when}}.',
  readNow: 'Read the figures now',
  readNowFor: 'Read the figures ({{amount}})',
  week: '{{change}} in {{length}}',
  column: 'Followers',
  notTold: 'Not told'
} as const
