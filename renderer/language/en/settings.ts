/** Settings of the studio and of the client on screen. */
export const settings = {
  title: 'Settings',
  client: {
    title: 'This client',
    text: 'What belongs to {{client}} alone.',
    late: 'A late post',
    lateHint: 'After sleep or a long time offline. Later than this, Vigie asks you instead of publishing.',
    lateUpTo: 'Goes out by itself up to {{time}} late',
    lateNever: 'Ask from one minute late',
    save: 'Save',
    saved: 'Saved',
    removeTitle: 'Remove this client',
    removeText: 'Its keys are deleted from the keychain and its folder is moved to the bin inside Vigie’s data folder. Nothing that was published is deleted on the networks.',
    remove: 'Remove {{client}}…',
    removeAsk: 'Remove {{client}} from Vigie?',
    removeConfirm: 'Remove the client',
    onTheWay: 'On its way now',
    sending_one: 'One post or answer is being sent right now. Vigie waits for it a few seconds, then cuts the call.',
    sending_other: '{{count}} posts or answers are being sent right now. Vigie waits for them a few seconds, then cuts the calls.',
    inDoubt_one: 'Of one, nobody knows yet whether it is out. Nobody will look any more.',
    inDoubt_other: 'Of {{count}}, nobody knows yet whether they are out. Nobody will look any more.',
    atNetwork_one: 'One was handed over to its network. It is called back first.',
    atNetwork_other: '{{count}} were handed over to their networks. They are called back first.',
    planned_one: 'One is planned. It does not go out.',
    planned_other: '{{count}} are planned. They do not go out.',
    keptAsk_one: 'One post still waits with its network. Remove the client all the same?',
    keptAsk_other: '{{count}} posts still wait with their networks. Remove the client all the same?',
    keptText: 'They could not be called back, and their networks will publish them at their time. Nothing was removed yet; what could be called back waits here again. Delete them on the networks’ own pages, or reconnect the account and try again.',
    keptConfirm: 'Remove all the same',
    removed: '{{client}} was removed; its folder lies in the bin of the data folder'
  },
  studio: {
    title: 'Studio',
    text: 'For all clients on this computer.',
    language: 'Language',
    languageSystem: 'System',
    theme: 'Appearance',
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    notifications: 'Desktop notifications',
    notificationsHint: 'When a post is out, fails or was missed, and when messages come in.',
    frenchTyping: 'French typography as you type',
    frenchTypingHint: 'In French texts: no-break spaces before double signs, guillemets, curved apostrophes. Undo gives back what you typed.',
    singleKeys: 'Single-key shortcuts',
    singleKeysHint: 'E, R, G then I… Switch them off if keys go off by themselves, for example with dictation. Those with Ctrl and ⌘ stay.',
    workOffline: 'Work offline',
    workOfflineHint: 'Nothing is sent or fetched until you switch it off. What is due waits.'
  },
  keychain: {
    title: 'Keychain',
    text: 'Keys of accounts are kept by the system’s keychain, never in Vigie’s files.',
    ready: 'In use: {{backend}}',
    missing: {
      linux: 'None was found. Install and unlock GNOME Keyring or KWallet, then look again.',
      darwin: 'Keychain did not answer. Open Keychain Access and unlock the login keychain, then look again.',
      win32: 'Credential Manager did not answer. Check that its service is running, then look again.'
    },
    locked: 'It is locked. Unlock it, then look again.',
    unknown: 'Not looked at yet',
    check: 'Look again'
  },
  data: {
    title: 'Your data',
    text: 'One folder for each client, with its database, its images and its backups. Nothing is sent anywhere but to the networks you connect.',
    folder: 'Folder',
    backups: 'Backups',
    backupsText: 'Vigie backs up by itself every few hours when something has changed, and keeps three of today, one a day, ten in all, in the folder “backups” of each client. To keep them elsewhere, copy the whole data folder while Vigie is closed; keys of accounts stay in the keychain.',
    open: 'Open the folder'
  },
  about: { title: 'About', version: 'Vigie {{version}}', runtime: 'Electron {{version}}' }
} as const
