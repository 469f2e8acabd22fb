/** Subtitles of a film. */
export const captions = {
  place: 'Subtitles of video {{position}}',
  title: 'Subtitles',
  text: 'Files of subtitles go with “{{film}}” to the networks that take them; the checks say which do. What you change here is in the post at once.',
  list: 'Subtitles of the video',
  language: 'Language of {{name}}',
  count_one: '{{count}} subtitle',
  count_other: '{{count}} subtitles',
  replace: 'Replace the subtitles in {{language}}…',
  remove: 'Remove the subtitles in {{language}}',
  add: 'Add a file…',
  drop: 'Or drop .srt or .vtt files here.',
  done: 'Done',
  added: '{{name}} was added.',
  replaced: '{{name}} took its place.',
  line: 'Subtitles: {{languages}}',
  removed: 'Subtitles in {{language}} removed',
  putBack: 'Put back',
  back: 'Subtitles in {{language}} are back',
  noFilm: { title: 'No video for these subtitles', detail: 'Add the video first, then {{name}}.' },
  severalFilms: { title: 'Several videos for these subtitles', detail: 'Open “Subtitles” at the video that {{name}} belongs to, and add it there.' },
  mark: 'Subtitles: {{languages}}'
} as const
