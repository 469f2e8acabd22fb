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
      wordpress: 'Your own site, by an application password',
      x: 'Through an app that you make there; X charges for each post',
      discourse: 'A forum that runs Discourse, by an API key',
      telegram: 'A channel or group, by a bot of your own'
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
    submit: 'Log in with the browser'
  },
  wordpress: {
    how: 'On your site: Users → Profile → Application Passwords. Name it Vigie, copy the password that appears.',
    site: 'Address of the site',
    sitePlaceholder: 'https://blog.example.org',
    identifier: 'User name',
    password: 'Application password',
    passwordHint: 'Twenty-four characters in groups of four.'
  },
  waiting: {
    title: 'Waiting for your browser…',
    text: 'Finish in the browser window that has opened. This window notices by itself.',
    pasteText: 'Finish in the browser window that has opened. Then copy the address that the browser shows, and paste it here.',
    address: 'Address the browser ended on',
    addressHint: 'Only if the browser says at the end that it cannot open the page.',
    wrongAddress: 'This is not the address of this login. Copy the whole line from the browser’s address bar.',
    finish: 'Use this address',
    cancel: 'Stop waiting'
  },
  ownApp: {
    open: 'Open {{network}}’s developer pages',
    copy: 'Copy',
    copied: 'Copied',
    copyLabel: 'Copy {{address}}',
    copyFailed: 'The clipboard could not be used. Copy this by hand:',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
    secretOptional: 'Leave it empty for an app that has none.',
    redirectUri: 'https address of the app’s redirect',
    scope: 'The app is for',
    forClient: '{{client}} only',
    forAll: 'all clients',
    keychain: 'Both go into the keychain of this computer and nowhere else. Vigie asks at once whether they are right.',
    submit: 'Check and keep',
    keptForClient: 'The app of {{client}} is in the keychain.',
    keptForAll: 'The app for all clients is in the keychain.',
    accepted: '{{network}} knows it.',
    notTold: '{{network}} only says at the login whether it is right.',
    forget: 'Enter another one'
  },
  x: {
    why: 'X lets programs in only through an app that somebody answers for and pays for. Make one of your own: it takes ten minutes, and nobody else sees what it may do.',
    stepConsole: 'In the developer console, create an app, and buy some credit: X charges each post to the app’s owner.',
    stepKind: 'In the app’s “User authentication settings”, choose “Read and write”, and “Native App” as its type.',
    stepAddresses: 'Enter these three callback addresses, exactly as they stand here:',
    stepSite: 'As website, enter any page of yours, then save.',
    stepCopy: 'Copy the Client ID that X now shows into the field below; a “Web App” has a secret too.',
    login: 'Your browser opens X’s own page. Check there which account is logged in, then allow your app.'
  },
  discourse: {
    step1: 'In the forum, as an administrator: Admin → Advanced → API keys → New API key. Name it Vigie.',
    step2: 'User level: Single user, and choose the user in whose name Vigie speaks. Scope: Global.',
    step3: 'Save and copy the key: the forum shows it once. Not an administrator? Ask one for this.',
    forum: 'Address of the forum or of a category',
    forumHint: 'With a category’s address, new topics go into that category. Without one, the forum decides.',
    forumPlaceholder: 'https://forum.example.org/c/announcements/5',
    identifier: 'User name',
    key: 'API key',
    keyHint: 'Sixty-four letters and figures.'
  },
  telegram: {
    step1: 'In Telegram, write /newbot to @BotFather and answer its two questions: the bot belongs to you.',
    step2: 'In the channel: Administrators → Add administrator, choose the bot, and let it post messages.',
    step3: 'To answer comments, make it an administrator of the channel’s discussion group too.',
    step4: 'Copy the token that @BotFather has sent. Use one bot for each channel: Telegram hands a bot’s messages out once.',
    open: 'Open @BotFather',
    channel: 'Channel or group',
    channelHint: 'A private channel has no name: give its number, which begins with -100.',
    channelPlaceholder: '@my_channel',
    token: 'Token of the bot',
    tokenHint: 'Figures, a colon, then letters. Telegram keeps comments for a day: after that, only those seen in time are there.'
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
