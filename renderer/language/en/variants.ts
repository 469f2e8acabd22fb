/** What an account has for itself in a post, beside what everybody gets. */
export const variants = {
  mark: 'Its own: {{things}}.',
  thing: { text: 'text', title: 'title', media: 'images' },
  own: 'It has a text of its own.',
  follows: 'It gets the common text.',
  baseChanged: 'The common text has changed since.',
  writeOwn: 'Write its own text',
  followBase: 'Follow the common text again',
  difference: 'What differs',
  differenceLabel: 'What differs from the common text',
  compared: 'Its own text:',
  onlyBase: 'only in the common text',
  onlyOwn: 'only in its own',
  title: { label: 'Title for {{name}}', common: 'It gets the common title. What is written here is for this account alone.', own: 'This title goes to {{name}} alone', follow: 'Take the common title again' },
  since: 'The common text since then:',
  keep: 'Keep its own text as it is',
  words: 'Words added: {{added}}, removed: {{removed}}',
  sameWords: 'It says the same.',
  sameButSigns: 'The same words: only signs or line breaks differ.',
  gaveUp: { text: '{{name}} follows the common text again', title: '{{name}} gets the common title again', media: '{{name}} gets the common images again' },
  willComeBack: { text: 'the own text for {{name}} comes back', title: 'the own title for {{name}} comes back', media: 'the own images for {{name}} come back' },
  cameBack: { text: 'The own text for {{name}} is back', title: 'The own title for {{name}} is back', media: 'The own images for {{name}} are back' }
} as const
