/** The first minutes: two ways in, and making a client. */
export const welcome = {
  title: 'Welcome aboard',
  back: 'Back to {{client}}',
  lead: 'Write, plan, publish, answer and watch for all your clients from one window, with or without a network.',
  promise: {
    local: 'Everything stays on this computer',
    once: 'A post goes out once, never twice',
    walls: 'One client never meets another'
  },
  connectTitle: 'Connect an account',
  connectText: 'Bluesky, Mastodon, WordPress, a Facebook Page, Instagram, Threads, LinkedIn, Pinterest, Reddit, YouTube, Google Business Profile, Dailymotion, TikTok, X, Discourse, Telegram or Discord; Snapchat and others by hand, with everything prepared. You name the client first; its accounts then belong to it alone.',
  connectAction: 'Begin with a client',
  practiceTitle: 'Try with the practice network',
  practiceText: 'A small town of members lives on this computer: they answer, thank, complain and spam. A month of posts and conversations is ready. No account needed.',
  practiceAction: 'Start practising',
  practiceBusy: 'The town wakes up…',
  practiceInstead: 'Only trying something out? A practice client brings its own accounts, a month of posts, and people who answer.',
  practiceMake: 'Make a practice client',
  clientTitle: 'A new client',
  clientText: 'One client is one workspace: its own accounts, posts, images and colour.',
  name: 'Name of the client',
  namePlaceholder: 'For example: Martin’s Bakery',
  timeZone: 'Time zone of the client',
  create: 'Create the client',
  cancel: 'Cancel'
} as const
