/** Tags of a post apart from its words, where its networks have such a field. */
export const tags = {
  label: 'Tags',
  labelFor: 'Tags for {{name}}',
  placeholder: 'A tag, then Enter or a comma',
  hint: 'Apart from the words, for {{networks}}.',
  youtube: 'On YouTube only searching reads them; a video without tags gets the hashtags of its description.',
  notYet: '“{{tag}}” was typed and is no tag yet: Enter makes it one.',
  remove: 'Take the tag {{tag}} away',
  suggested: 'Tags used before',
  tooMany_one: '{{count}} tag was left out: a post takes {{most}} of them.',
  tooMany_other: '{{count}} tags were left out: a post takes {{most}} of them.',
  added: 'Tag added: {{tag}}.',
  removed: 'Tag taken away: {{tag}}.',
  common: 'These are the common tags. What is changed here goes to {{name}} alone.',
  own: 'These tags go to {{name}} alone',
  follow: 'Take the common tags again',
  hidden: 'Tags, which nobody sees below the video:',
  none: 'none',
  compared: 'Tags then: {{before}}. Now: {{after}}.',
  comparedFor: 'Tags for {{name}}, then: {{before}}. Now: {{after}}.'
} as const
