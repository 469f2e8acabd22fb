/** The editor of one film. */
export const videos = {
  title: 'Edit the video',
  text: 'The video as it was stays in the library; what you make of it is a new one. Cutting encodes nothing anew, so nothing is lost.',
  editPlace: 'Edit video {{position}}',
  start: 'Start',
  startHere: 'Start where it stands',
  end: 'End',
  endHere: 'End where it stands',
  seconds: '{{seconds}} s',
  keyHint: 'It begins at the last complete picture before the start: often there, at times a few seconds earlier.',
  mute: 'Without sound',
  silent: 'It has none.',
  cancel: 'Close',
  save: 'Make the video',
  working: 'Making the video',
  fit: {
    one: 'Make “{{name}}” fit',
    working: 'Making it fit…',
    making: 'Converting {{fileName}}',
    stop: 'Stop converting {{fileName}}',
    cut: 'Cut “{{name}}” to {{length}}…',
    forPost: 'Make it fit this post’s networks',
    everywhere: 'Make an MP4 that plays everywhere',
    rewrapHint: 'As MP4, with picture and sound as they are: nothing is lost.',
    convertHint: 'As MP4 with H.264 and AAC, {{width}} × {{height}}. It is encoded anew, on this computer; that may take longer than the video lasts.',
    no: {
      too_long: 'Longer than its networks take, {{length}}: cut it first.',
      too_heavy: 'Even with a small picture it would be too large: cut it to {{length}} or less.',
      too_short: 'Shorter than its networks take: converting does not help.',
      shape: 'Its shape is not taken: converting does not change that.',
      kind: 'Its networks do not agree on a kind of video: give one of them a video of its own.',
      no_encoder: 'This computer cannot encode H.264, so Vigie cannot convert it. Export it as MP4 with H.264 in a video program.',
      no_decoder: 'This computer cannot read {{codec}}, so Vigie cannot convert it. Export it as MP4 with H.264 on the device that made it, or on another computer.',
      unknown_codec: 'Vigie cannot read how it is encoded, and so not convert it. Export it as MP4 with H.264 in a video program.'
    }
  },
  cover: {
    place: 'Cover of video {{position}}',
    title: 'Choose the cover',
    text: 'The picture that stands for the video until somebody plays it, in this post. The video itself stays as it is; the checks say which networks take a cover.',
    moment: 'Moment',
    frames: 'Pictures of the video',
    frame: 'Show {{moment}}',
    shown: 'The video at {{moment}}',
    isPicture: 'The cover is a picture of the library now.',
    none: 'Leave it to the networks',
    library: 'A picture of the library…',
    use: 'Use as cover'
  }
} as const
