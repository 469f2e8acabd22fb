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
  working: 'Making the video'
} as const
