/** Choosing an emoji. */
export const emoji = {
  open: 'Insert an emoji',
  search: 'Search in English or French',
  searchShort: 'English or French',
  suggested: 'Emoji for this name',
  suggestions_one: 'One emoji. Enter puts it in.',
  suggestions_other: '{{count}} emoji. The arrows choose, Enter puts one in.',
  results: 'Emoji',
  none: 'No emoji of that name',
  groups: 'Groups',
  recent: 'Used lately',
  group: { smileys: 'Smileys and feelings', people: 'People', nature: 'Animals and nature', food: 'Food and drink', travel: 'Travel and places', activities: 'Activities', objects: 'Objects', symbols: 'Symbols', flags: 'Flags' },
  tone: 'Skin tone',
  tones: { none: 'No tone', light: 'Light', mediumLight: 'Medium light', medium: 'Medium', mediumDark: 'Medium dark', dark: 'Dark' }
} as const
