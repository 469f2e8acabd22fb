/** The frame: side bar, status bar, palette, shortcuts, banners. */
export const shell = {
  appName: 'Vigie',
  skipToContent: 'Skip to the content',
  screens: {
    calendar: 'Calendar',
    compose: 'Compose',
    ideas: 'Ideas',
    inbox: 'Inbox',
    watch: 'Watch',
    outbox: 'Outbox',
    accounts: 'Accounts',
    settings: 'Settings',
    welcome: 'Welcome',
    showcase: 'Design language'
  },
  navigation: {
    label: 'Screens',
    unread_one: '{{count}} unread',
    unread_other: '{{count}} unread',
    attention_one: '{{count}} needs your attention',
    attention_other: '{{count}} need your attention',
    searchCommands: 'Commands…'
  },
  workspaces: {
    current: 'Client: {{name}}. Change client',
    heading: 'Clients',
    find: 'Find a client',
    add: 'New client',
    practice: 'Practice network',
    practiceHint: 'Nothing leaves this computer',
    unavailable: 'Cannot be opened',
    waitingElsewhere_one: '{{count}} message or alert at other clients',
    waitingElsewhere_other: '{{count}} messages or alerts at other clients'
  },
  status: {
    label: 'State of the studio',
    online: 'Online',
    offline: 'No connection',
    workingOffline: 'Working offline',
    goOffline: 'Work offline',
    goOnline: 'Go back online',
    offlineHint: 'What is due waits here and goes by itself when the network is back.',
    byChoiceHint: 'By your choice nothing leaves or comes in. What is due waits here and goes once you are back online.',
    waiting_one: '{{count}} to go out',
    waiting_other: '{{count}} to go out',
    nothingWaiting: 'Nothing to go out',
    atNetwork_one: '{{count}} at the network',
    atNetwork_other: '{{count}} at the network',
    nextAt: 'next: {{when}}',
    onHold: 'nothing leaves before you lift the hold',
    keptOffline: 'nothing leaves before you are back online',
    attention_one: '{{count}} to decide',
    attention_other: '{{count}} to decide',
    saved: 'Saved {{when}}',
    zone: 'Time zone: {{zone}}',
    engineRestarting: 'Restarting…',
    notSaved: 'Nothing saved yet'
  },
  palette: {
    title: 'Command palette',
    placeholder: 'Go to, switch client, do…',
    empty: 'No command matches.',
    emptyHint: 'Try another word.',
    run: 'Run',
    move: 'Move',
    close: 'Close'
  },
  shortcuts: {
    title: 'Keyboard shortcuts',
    text: 'They work wherever no text is being typed.',
    everywhere: 'Everywhere'
  },
  commands: {
    groups: { go: 'Go to', create: 'Create', clients: 'Clients', view: 'View', studio: 'Studio' },
    goTo: 'Go to {{screen}}',
    switchTo: 'Switch to {{name}}',
    newPost: 'New post',
    openPalette: 'Search commands',
    searchPosts: 'Search posts',
    searchPostsWords: 'find drafts scheduled published',
    searchPostsFor: 'Search posts for “{{text}}”',
    showShortcuts: 'Keyboard shortcuts',
    workOffline: 'Work offline',
    goOnline: 'Go back online',
    themeLight: 'Light theme',
    themeDark: 'Dark theme',
    themeSystem: 'Theme of the system',
    speakEnglish: 'Change to English',
    speakFrench: 'Change to French',
    openDataFolder: 'Open the data folder'
  },
  undo: { command: 'Undo: {{label}}', nothing: 'Undo' },
  engine: {
    startingTitle: 'Opening the studio…',
    restarting: 'The engine restarts.',
    restartingText: 'What was saved is safe; this takes a few seconds.',
    failedTitle: 'The engine does not start',
    failedText: 'Your data are on disk and untouched. Restart the engine; if it fails again, copy the report.',
    restart: 'Restart the engine',
    noBridgeTitle: 'This page runs outside Vigie',
    noBridgeText: 'Open it in the Vigie window: only there it can reach the studio.'
  },
  banners: {
    noKeychain: 'No keychain was found.',
    noKeychainText: 'Accounts cannot be connected or used until the system offers one.',
    lockedKeychain: 'The keychain is locked.',
    lockedKeychainText: 'Unlock it to publish and to read the networks. What is due waits.',
    checkKeychain: 'Check again',
    accessEnds: 'Vigie’s access to {{handle}} on {{network}} ends in {{time}}.',
    accessEndsText: 'Renew it before, and nothing stops: the access that is there stays until the new one is safe.',
    accessRenew: 'Renew it…',
    later: 'Later',
    keychainStillMissing: 'Still no keychain',
    recovered: 'Data of {{name}} were restored from a backup.',
    recoveredUntil: 'Everything up to {{when}} is there; later changes are lost. The damaged file is kept as {{file}}.',
    recoveredEmpty: 'There was no backup: it starts empty. The damaged file is kept as {{file}}.',
    recoveredStudio: 'The list of clients was restored from a backup.',
    understood: 'Understood',
    openDataFolder: 'Show the file'
  },
  unavailable: {
    database_from_the_future: { title: 'This client needs a newer Vigie', text: 'Its data were written by a newer version. Nothing was touched; update Vigie to open them.' },
    database_damaged: { title: 'This client’s data are damaged', text: 'No good backup was found. The damaged file is kept in the data folder; the other clients go on working.' },
    disk_full: { title: 'The disk is full', text: 'This client cannot be opened until there is space. Nothing was lost.' },
    folder_missing: { title: 'This client’s folder is gone', text: 'It may have been moved or deleted outside Vigie. Put it back and restart, or remove the client in the settings.' }
  },
  screenFailed: {
    title: 'This screen stopped',
    text: 'The rest of Vigie goes on, and everything saved is safe. Open the screen again; if it stops again, copy the report.',
    again: 'Open it again'
  },
  comingTitle: 'Nothing to see here yet'
}
