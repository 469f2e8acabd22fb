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
  connectText: 'Bluesky, Mastodon or WordPress. You name the client first; its accounts then belong to it alone.',
  connectAction: 'Begin with a client',
  practiceTitle: 'Try with the practice network',
  practiceText: 'A small town of members lives on this computer: they answer, thank, complain and spam. A month of posts and conversations is ready. No account needed.',
  practiceAction: 'Start practising',
  practiceBusy: 'The town wakes up…',
  clientTitle: 'A new client',
  clientText: 'One client is one workspace: its own accounts, posts, images and colour.',
  name: 'Name of the client',
  namePlaceholder: 'Les Amarres',
  colour: 'Colour',
  colourHint: 'It stays in sight on every screen, so that you always know for whom you speak.',
  timeZone: 'Time zone of the client',
  create: 'Create the client',
  cancel: 'Cancel',
  colours: {
    brick: 'Brick', terracotta: 'Terracotta', amber: 'Amber', olive: 'Olive', moss: 'Moss', pine: 'Pine',
    teal: 'Teal', ocean: 'Ocean', indigo: 'Indigo', violet: 'Violet', plum: 'Plum', rose: 'Rose'
  }
} as const
