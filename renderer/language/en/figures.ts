/** What networks count of posts and accounts. */
export const figures = {
  of: {
    views_one: '{{count}} view', views_other: '{{count}} views',
    reach_one: '{{count}} person reached', reach_other: '{{count}} people reached',
    likes_one: '{{count}} like', likes_other: '{{count}} likes',
    reactions_one: '{{count}} reaction', reactions_other: '{{count}} reactions',
    reposts_one: '{{count}} repost', reposts_other: '{{count}} reposts',
    quotes_one: '{{count}} quote', quotes_other: '{{count}} quotes',
    replies_one: '{{count}} reply', replies_other: '{{count}} replies',
    saves_one: '{{count}} bookmark', saves_other: '{{count}} bookmarks'
  },
  readAt: 'as of {{when}}',
  kind: { custom: 'Custom emoji', paid: 'Paid reactions (Stars)' },
  toldNothing: 'No reaction told so far: the network names them when they change, and never how often a post was seen.',
  toldAlone: '(told when they change, for a day at most while Vigie is closed, and never how often it was seen)',
  gone: 'No longer there when last looked at, {{when}}.',
  readNow: 'Read the figures now',
  readNowFor: 'Read the figures ({{amount}})',
  repeat: {
    open: 'Worth repeating…',
    title: 'Posts worth repeating',
    text: 'By what networks counted last, against what is usual for each account.',
    olderThan: 'Published more than',
    weeks_one: '{{count}} week ago',
    weeks_other: '{{count}} weeks ago',
    timesUsual: '{{times}}× the usual',
    writtenAgain: 'written again {{when}}',
    noneTitle: 'Nothing from so long ago',
    noneText: 'Choose a shorter time: newer posts have figures.',
    uncountedTitle: 'No figures yet',
    uncountedText: 'Once networks have counted likes, replies or views of posts, the best of them stand here.'
  },
  /** Of an account, in the last four weeks. */
  seen: { views_one: '{{number}} view', views_other: '{{number}} views', reach_one: '{{number}} person', reach_other: '{{number}} people', calls_one: '{{number}} call', calls_other: '{{number}} calls', website_clicks_one: '{{number}} click on the website', website_clicks_other: '{{number}} clicks on the website', directions_one: '{{number}} direction request', directions_other: '{{number}} direction requests', bookings_one: '{{number}} booking', bookings_other: '{{number}} bookings', of: '{{inAll}}: {{parts}}', within: '{{what}} in 4 weeks', weeks: 'in 4 weeks' },
  /** Where a place was seen, and on what. */
  where: { maps_mobile: '{{number}} on maps on a phone', maps_desktop: '{{number}} on maps on a computer', search_mobile: '{{number}} in the search on a phone', search_desktop: '{{number}} in the search on a computer' },
  week: '{{change}} in {{length}}',
  column: 'Followers',
  notTold: 'Not told'
} as const
