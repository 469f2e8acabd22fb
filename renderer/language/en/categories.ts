/** Under what a site files a post, where it has categories, a board has sections, or a forum on Discord has tags. */
export const categories = {
  quoted: '“{{name}}”',
  categories: {
    label: 'Categories on {{handle}}',
    fixed: 'Categories on {{handle}}: {{names}}',
    placeholder: 'Search the categories of the site',
    hint: 'Those that the site has; none is made there. Without one, the site files the post under its own default.',
    remove: 'Take the category {{name}} away',
    asking: 'Asking the site for its categories…',
    nothing: 'No such category on the site.',
    none: 'the site’s default',
    asOf: 'As the site had them {{when}}.',
    more: 'The site has more of them than these {{count}}.',
    gone_one: 'The site no longer has {{names}}: take it away or choose another, or the post is not sent there.',
    gone_other: 'The site no longer has {{names}}: take them away or choose others, or the post is not sent there.',
    shown: 'Filed under',
    compared: 'Categories on {{name}} then: {{before}}. Now: {{after}}.'
  },
  sections: {
    label: 'Section on {{handle}}',
    fixed: 'Section on {{handle}}: {{names}}',
    placeholder: 'Search the sections of the board',
    hint: 'Those that the board has; none is made there. Without one, the pin stands on the board itself.',
    remove: 'Take the section {{name}} away',
    asking: 'Asking Pinterest for the sections of the board…',
    nothing: 'No such section on the board.',
    none: 'the board itself',
    asOf: 'As the board had them {{when}}.',
    more: 'The board has more of them than these {{count}}.',
    gone_one: 'The board no longer has {{names}}: take it away or choose another, or the pin is not sent there.',
    gone_other: 'The board no longer has {{names}}: take them away or choose others, or the pin is not sent there.',
    shown: 'In the section',
    compared: 'Section on {{name}} then: {{before}}. Now: {{after}}.'
  },
  labels: {
    label: 'Tags of the forum {{handle}}',
    fixed: 'Tags of the forum {{handle}}: {{names}}',
    placeholder: 'Search the tags of the forum',
    hint: 'Those that the forum has, five at most; none is made there.',
    remove: 'Take the tag {{name}} away',
    asking: 'Asking Discord for the tags of the forum…',
    nothing: 'No such tag in the forum.',
    none: 'none',
    asOf: 'As the forum had them {{when}}.',
    more: 'The forum has more of them than these {{count}}.',
    gone_one: 'The forum no longer has {{names}}: take it away or choose another, or the post is not sent there.',
    gone_other: 'The forum no longer has {{names}}: take them away or choose others, or the post is not sent there.',
    shown: 'Tags',
    compared: 'Tags of the forum {{name}} then: {{before}}. Now: {{after}}.'
  }
} as const
