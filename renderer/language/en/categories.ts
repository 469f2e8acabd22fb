/** Under what a site files a post, where it has categories. */
export const categories = {
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
  quoted: '“{{name}}”',
  shown: 'Filed under',
  compared: 'Categories on {{name}} then: {{before}}. Now: {{after}}.'
} as const
