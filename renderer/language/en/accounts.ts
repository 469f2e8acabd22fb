/** The accounts of a client, how to connect one, and what state each connection is in. */
export const accounts = {
  title: 'Accounts',
  connect: 'Connect an account',
  emptyTitle: 'No account connected yet',
  emptyText: 'Connect the accounts on which you speak for {{client}}. They belong to this client alone.',
  column: { account: 'Account', state: 'Connection', access: 'Access', checked: 'Last checked', actions: 'Actions' },
  state: { connected: 'Connected', needs_login: 'Has to be reconnected', secret_missing: 'Its key is missing from the keychain' },
  unservedTitle: 'This version of Vigie cannot serve these accounts',
  unservedText: 'They were connected by another version. Nothing is sent or fetched for them; everything else works. Update Vigie to use them.',
  accessForever: 'Does not end',
  accessEnds_one: 'Ends in {{count}} day',
  accessEnds_other: 'Ends in {{count}} days',
  accessEnded: 'Ended',
  neverChecked: 'Not yet',
  check: 'Check now',
  checked: '{{handle}} answers',
  reconnect: 'Reconnect',
  remove: 'Remove',
  removeTitle: 'Remove {{handle}}?',
  removeText: 'Its key is deleted from the keychain. What waits to be published on it is cancelled; what was published, and its conversations, stay here as history.',
  removeConfirm: 'Remove account',
  removed: '{{handle}} was removed, and its key with it',
  connected: '{{handle}} is connected',
  actionsFor: 'Actions for {{handle}}',
  noKeychainTitle: 'No keychain on this computer',
  noKeychainText: {
    linux: 'Vigie keeps keys in the system’s keychain and nowhere else. Install and unlock one (GNOME Keyring, KWallet), then try again. The practice network works without.',
    darwin: 'Vigie keeps keys in macOS’s Keychain and nowhere else. Open Keychain Access and unlock the login keychain, then try again. The practice network works without.',
    win32: 'Vigie keeps keys in Windows’ Credential Manager and nowhere else. Check that the service “Credential Manager” is running, then try again. The practice network works without.'
  },
  checkKeychain: 'Look again',
  dialog: {
    title: 'Connect an account to {{client}}',
    reconnectTitle: 'Reconnect {{handle}}',
    choose: 'Which network?',
    back: 'Back',
    cancel: 'Cancel',
    submit: 'Connect',
    closedTitle: 'Closed networks',
    closed: {
      googleplus: 'closed for everybody on {{date}}: its accounts, pages and posts were deleted.',
      viadeo: 'was sold by decision of a court on {{date}} and has offered programs no way in since.'
    },
    network: {
      bluesky: 'By an app password, made in Bluesky’s settings',
      mastodon: 'Any server; you log in with your browser',
      wordpress: 'Your own site, by an application password'
    }
  },
  bluesky: {
    how: 'In Bluesky: Settings → Privacy and security → App passwords → Add app password. Allow direct messages there if Vigie should show them.',
    open: 'Open that page',
    identifier: 'Handle or e-mail',
    identifierPlaceholder: 'lea.bsky.social',
    password: 'App password',
    passwordHint: 'Looks like xxxx-xxxx-xxxx-xxxx. Not the password of the account.',
    server: 'Server',
    serverHint: 'Leave it as it is unless the account lives on another server.'
  },
  mastodon: {
    how: 'Your browser opens the server’s own page. Log in there and allow Vigie; nothing is typed here.',
    server: 'Server',
    serverPlaceholder: 'mastodon.social',
    submit: 'Log in with the browser',
    waiting: 'Waiting for your browser…',
    waitingText: 'Finish in the browser window that has opened. This window notices by itself.',
    waitingCancel: 'Stop waiting'
  },
  wordpress: {
    how: 'On your site: Users → Profile → Application Passwords. Name it Vigie, copy the password that appears.',
    site: 'Address of the site',
    sitePlaceholder: 'https://blog.example.org',
    identifier: 'User name',
    password: 'Application password',
    passwordHint: 'Twenty-four characters in groups of four.'
  },
  practice: {
    title: 'Practice network',
    text_one: '{{count}} member lives on it, on this computer only.',
    text_other: '{{count}} members live on it, on this computer only.',
    addAccount: 'Add a second account',
    accountAdded: '{{handle}} is there: its posts have {{count}} characters at most',
    pace: 'How busy they are',
    paused: 'Paused',
    calm: 'Calm',
    lively: 'Lively',
    storm: 'Storm'
  }
} as const
