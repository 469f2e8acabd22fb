/** The client's pictures: finding one again and putting it into a post. */
export const library = {
  open: 'From the library…',
  title: 'Pictures and videos of {{client}}',
  text: 'A picture or a video that a post, a draft or one of its versions uses is never removed. One that nothing has used for 30 days is.',
  search: 'Search by file name or description',
  list: 'Pictures and videos, newest first',
  shown: 'The chosen picture',
  emptyTitle: 'No picture and no video yet',
  emptyText: 'Every picture and every video that is added to a post of this client is found here again.',
  noneTitle: 'Nothing has these words',
  noneText: 'File names and descriptions were searched.',
  noDescription: 'No description yet',
  describedAs: 'Description',
  uses_one: 'In {{count}} post',
  uses_other: 'In {{count}} posts',
  unused: 'In no post',
  usedIn: 'Used in',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  untitled: 'A post without text',
  size: '{{width}} × {{height}}',
  copies_one: 'Added {{count}} time, kept once',
  copies_other: 'Added {{count}} times, kept once',
  pick: 'Add to the post',
  keptWords: 'Its description comes along and can be changed there.',
  there: 'It is in this part of the post already.',
  screen: {
    title: 'Library',
    count: { picture_one: '{{count}} picture', picture_other: '{{count}} pictures', video_one: '{{count}} video', video_other: '{{count}} videos' },
    upload: 'Add files…',
    adding: 'Adding “{{name}}”: {{done}} of {{total}}',
    cancel: 'Leave out the rest',
    known: '“{{name}}” was here already',
    knownText: 'The same content is kept once; its description, folder and tags hold for both.',
    use: 'Use',
    uses: { all: 'All', unused: 'In no post', open: 'In drafts and planned posts', used: 'In a post', copies: 'Added more than once' },
    anyFolder: 'All folders',
    noFolder: 'In no folder',
    anyTag: 'All tags',
    folder: 'Folder',
    tags: 'Tags',
    addTags: 'Add tags',
    tagsHint: 'Separated by commas',
    altHint: 'Written once, offered with every post that takes it.',
    save: 'Save',
    chosen: {
      picture_one: '{{count}} picture chosen', picture_other: '{{count}} pictures chosen', video_one: '{{count}} video chosen', video_other: '{{count}} videos chosen',
      file_one: '{{count}} file chosen', file_other: '{{count}} files chosen'
    },
    madeOf: 'Made of “{{name}}”',
    showOriginal: 'Show the original',
    plan: 'Plan for a day…',
    write: 'New post with it',
    remove: 'Take out of the library',
    described: {
      picture_one: 'Picture described', picture_other: '{{count}} pictures described', video_one: 'Video described', video_other: '{{count}} videos described',
      file_one: 'File described', file_other: '{{count}} files described'
    },
    describedWill: {
      picture_one: 'the picture is described as before', picture_other: 'the {{count}} pictures are described as before',
      video_one: 'the video is described as before', video_other: 'the {{count}} videos are described as before',
      file_one: 'the file is described as before', file_other: 'the {{count}} files are described as before'
    },
    describedUndone: {
      picture_one: 'The picture is described as before', picture_other: 'The {{count}} pictures are described as before',
      video_one: 'The video is described as before', video_other: 'The {{count}} videos are described as before',
      file_one: 'The file is described as before', file_other: 'The {{count}} files are described as before'
    },
    inUse_one: '“{{name}}” stays',
    inUse_other: '{{count}} files stay',
    inUseText: 'A draft, a planned post, a repetition or a template needs it.',
    removed: {
      picture_one: 'Picture taken out of the library', picture_other: '{{count}} pictures taken out of the library',
      video_one: 'Video taken out of the library', video_other: '{{count}} videos taken out of the library',
      file_one: 'File taken out of the library', file_other: '{{count}} files taken out of the library'
    },
    removedText: 'Published posts keep theirs.',
    removedWill: {
      picture_one: 'the picture comes back', picture_other: 'the {{count}} pictures come back', video_one: 'the video comes back', video_other: 'the {{count}} videos come back',
      file_one: 'the file comes back', file_other: 'the {{count}} files come back'
    },
    removedUndone: {
      picture_one: 'The picture is back in the library', picture_other: 'The {{count}} pictures are back in the library',
      video_one: 'The video is back in the library', video_other: 'The {{count}} videos are back in the library',
      file_one: 'The file is back in the library', file_other: 'The {{count}} files are back in the library'
    },
    noneTitle: 'Nothing here',
    noneText: 'No picture and no video has these words, this use, this folder and this tag.',
    emptyText: 'Drop files here, paste them, or add them by the button. Every picture and every video of a post is found here too.'
  }
} as const
