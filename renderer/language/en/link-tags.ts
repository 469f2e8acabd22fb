export const linkTags = {
  open: 'Tag the link for statistics',
  openField: 'Tag this link for statistics',
  noLink: 'Tag a link for statistics: the text has none yet',
  title: 'Tags of the link',
  tag: { source: 'Source', medium: 'Medium', campaign: 'Campaign', content: 'Content' },
  ofNetwork: '{{word}} becomes the name of each network. What the previews show is what is sent.',
  final: 'Final address',
  apply: 'Put into the link',
  remove: 'Remove the tags',
  settings: {
    title: 'Links and statistics',
    text: 'What the links of {{client}} say of where they were clicked, when you tag one in the composer. Links that are written already stay as they are.',
    campaignHint: 'Leave it empty to name one at each link',
    sources: 'Other names for networks',
    sourcesHint: 'One a line, where your statistics use another name: x = twitter',
    sourcesWrong: 'A line is a network, an equals sign and its name. Networks: {{names}}',
    save: 'Save the link settings',
    saved: 'The links of {{client}} say so from now on'
  }
}
