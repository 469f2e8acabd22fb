/** The editor of one picture. */
export const pictures = {
  title: 'Edit the picture',
  text: 'The picture as it was stays in the library; what you make of it is a new one.',
  edit: 'Edit…',
  editPlace: 'Edit image {{position}}',
  shape: 'Shape',
  shapes: { whole: 'Whole picture', free: 'Free', square: 'Square, 1:1', portrait: 'Portrait, 4:5', story: 'Story, 9:16', wide: 'Wide, 16:9', link: 'Link, 1.91:1', photo: 'Photo, 3:2' },
  filter: 'Colours',
  filters: { none: 'As they are', warm: 'Warmer', cool: 'Cooler', vivid: 'Stronger', soft: 'Softer', mono: 'Black and white' },
  tilt: 'Straighten: {{degrees}}°',
  turnLeft: 'Turn to the left',
  turnRight: 'Turn to the right',
  cropFrame: 'What is kept. Arrows move it, Shift and arrows make it larger or smaller.',
  reset: 'As it was',
  cancel: 'Cancel',
  save: 'Make the picture',
  working: 'Making the picture',
  fit: 'Make “{{name}}” fit',
  fitting: 'Making it fit…',
  swapped: '“{{name}}” was replaced by what was made of it',
  swappedWill: '“{{name}}” is as it was',
  swappedUndone: '“{{name}}” is as it was'
} as const
