export const en = {
  language: 'en' as 'en' | 'fr',
  menu: {
    file: 'File',
    newPost: 'New post',
    newClient: 'New client…',
    settings: 'Settings…',
    closeWindow: 'Close window',
    quit: 'Quit Vigie',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteAsText: 'Paste as plain text',
    selectAll: 'Select all',
    go: 'Go',
    palette: 'Go to or do…',
    calendar: 'Calendar',
    inbox: 'Inbox',
    watch: 'Watch',
    outbox: 'Outbox',
    accounts: 'Accounts',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    reload: 'Load the page again',
    developerTools: 'Developer tools',
    window: 'Window',
    minimise: 'Minimise',
    help: 'Help',
    shortcuts: 'Keyboard shortcuts',
    dataFolder: 'Open the data folder',
    about: 'About Vigie',
    services: 'Services',
    hide: 'Hide Vigie',
    hideOthers: 'Hide others',
    showAll: 'Show all'
  },
  tray: {
    open: 'Open Vigie',
    newPost: 'New post',
    nothingDue: 'Nothing is due',
    nextDue: 'Next publication: {when}',
    workOffline: 'Work offline (hold everything)',
    quit: 'Quit Vigie',
    staysTitle: 'Vigie goes on working',
    staysText: 'What is scheduled is published with the window closed. To end Vigie, use its icon among the system’s, or the menu.'
  },
  quitting: {
    titleSending_one: '{count} post is being sent',
    titleSending_other: '{count} posts are being sent',
    titleLeaving_one: '{count} post or reply leaves in a moment',
    titleLeaving_other: '{count} posts or replies leave in a moment',
    titleDue_one: '{count} post is still due today',
    titleDue_other: '{count} posts are still due today',
    next: 'The next one leaves: {when}.',
    consequence: 'Posts leave only while Vigie is running. Nothing is lost: what is late at the next start is sent or asked about, as the client’s settings say.',
    quit: 'Quit anyway',
    stay: 'Stay open'
  },
  alerts: {
    post_published: 'Published',
    post_failed: 'Not published: a decision is needed',
    post_missed: 'The time has passed: publish now, or move it?',
    outcome_unknown: 'Perhaps published: please look',
    new_messages_one: '{count} new message',
    new_messages_other: '{count} new messages',
    watch_hit_one: '{count} new item in the watch',
    watch_hit_other: '{count} new items in the watch',
    account_needs_login: 'An account has to be connected again'
  },
  failure: {
    title: 'Vigie has met an error',
    text: 'Everything saved is safe. Vigie closes now; please start it again. The log in the data folder says what happened.'
  }
}

/** Every text that main itself shows: menu, tray, notifications, questions. The page has catalogues of its own. */
export type Texts = typeof en
