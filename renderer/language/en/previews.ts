/** The previews beside the composer: how they are looked at, and how far they can be believed. */
export const previews = {
  look: 'How the previews look',
  theme: { title: 'Light or dark', studio: 'As the studio', light: 'Light', dark: 'Dark' },
  width: { title: 'Width', desktop: 'On a computer', phone: 'On a phone' },
  mark: '{{element}}: {{confidence}}',
  element: { text: 'Text', fold: 'Fold', card: 'Link card', pictures: 'Pictures', document: 'Document', video: 'Video', captions: 'Subtitles', poll: 'Poll', quote: 'Quoted post', tags: 'Tags', teaser: 'Excerpt', categories: 'Categories', avatar: 'Profile picture', time: 'Time' },
  confidence: { exact: 'exact', approximate: 'approximate', network: 'decided by the network' },
  card: { none: 'No link card: the page has no title.', unreached: 'No link card: {{address}} could not be read.', networkTries: 'The network tries for itself.', old: 'As the page was on {{when}}; it could not be read since.', fixed: 'Card fixed when the post was scheduled, and sent like this. The page says something else since: “{{title}}”.', fixedNone: 'No link card: the page had not been read when the post was scheduled.' },
  inLists: 'In lists of posts and in feeds:',
  legend: {
    open: 'How far can it be believed?',
    title: 'How far the previews can be believed',
    exact: 'It will be so: the words and what is sent with them leave no choice.',
    approximate: 'Close to it, by what is known from outside. The network may change it any day.',
    network: 'The network, its server or the site’s theme decides when it shows the post, and says nothing beforehand.',
    foldAt: 'Fold: after {{count}} characters',
    foldLines: 'Fold: after about {{count}} lines',
    readOn: '{{host}}, read on {{day}}',
    unread: 'not held against its rules yet'
  }
}
