/** People whom posts mention, and what they are called on each network. */
export const people = {
  suggested: 'People',
  suggestions_one: '{{count}} person',
  suggestions_other: '{{count}} people',
  line: 'Mentioned',
  open: '{{name}}: names on the networks',
  title: 'What {{name}} is called on each network',
  text: 'Each network gets the name written here. Without one, the name goes out as plain words. It is kept for this client.',
  handle: '{{network}} ({{handle}})',
  placeholder: 'name, without @',
  bad: 'A name has no spaces, and no @ before it',
  lookUp: 'Look up',
  lookUpFor: 'Look up ({{amount}})',
  nobody: 'Nobody there by that name',
  kept: {
    title: 'People kept for mentions',
    text: 'Offered behind an @ in posts and answers of {{client}}. Texts that mention them already keep what they have.',
    add: 'New person',
    none: 'Nobody yet: whoever is mentioned in a text is kept here.',
    name: 'Name',
    handles: 'On the networks',
    acts: 'Actions',
    edit: 'Change {{name}}',
    remove: 'Delete {{name}}',
    removed: '{{name}} is no longer kept',
    removedWill: '{{name}} is kept again',
    removedUndone: '{{name}} is kept again'
  },
  save: 'Keep these names',
  noNetworks: 'None of the chosen networks knows mentions: the name goes out as plain words.'
} as const
