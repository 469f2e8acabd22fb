/** Finding the client's posts by their words. */
export const search = {
  title: 'Search posts',
  placeholder: 'Words of a draft, a scheduled or a published post…',
  hint: 'Finds drafts, scheduled and published posts of this client, by their text, title and descriptions of images. Accents do not matter; “quoted words” stand together.',
  found: 'Posts found',
  count_one: '{{count}} post found',
  count_other: '{{count}} posts found',
  most: 'The latest {{count}} posts; another word narrows them down',
  nothing: 'No post found',
  nothingText: 'Words may be cut short: “regul” finds “regular”. Accents do not matter.',
  changed: 'Changed {{when}}',
  move: 'Move',
  open: 'Open',
  close: 'Close'
} as const
