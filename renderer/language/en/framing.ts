/** How a post stands on a network that knows of warnings, of who sees a post and of its language (Mastodon). */
export const framing = {
  title: 'Who sees the post, its language and a warning',
  of: 'How the post stands on {{handle}}',
  change: 'How the post stands on {{handle}}: {{words}}. Change',
  warning: 'Content warning',
  warningHint: 'People read this first and open the post behind it. It counts towards the limit, in each part.',
  noWarning: 'no warning',
  warned: 'Warning: {{warning}}',
  reach: 'Who sees it',
  reaches: { public: 'Everybody', quiet: 'Everybody, quietly', followers: 'Followers only' },
  reachHint: { public: 'Also in the public timelines and in searches', quiet: 'Whoever comes to it; not in public timelines', followers: 'Nobody else, and nobody can repost it' },
  language: 'Language of the post',
  languageAsSet: 'As set for the account on its server',
  showMore: 'Show more'
} as const
