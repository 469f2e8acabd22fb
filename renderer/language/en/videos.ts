/** The editor of one film. */
export const videos = {
  title: 'Edit the video',
  text: 'The video as it was stays in the library; what you cut out of it is a new one. Nothing is encoded anew, so nothing is lost.',
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
