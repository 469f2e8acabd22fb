/** An account that another client has connected too. */
export const sharedAccount = {
  title: '{{clients}} has {{handle}} connected already',
  text: 'What goes out for {{client}} with this account stands on the account of {{clients}}, and comments there come to both.',
  other: 'Meant another one? The browser is still logged in as this one: log out there, then connect again.',
  keep: 'Keep it at both',
  remove: 'Remove it from {{client}}…'
} as const
