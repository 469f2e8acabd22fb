import { describe, expect, it } from 'vitest'
import { momentOf, nameOfFile } from '../../../electron/engine/past-posts/archived-post.ts'
import { readGooglePlusHtml } from '../../../electron/engine/past-posts/read-googleplus-html.ts'
import { readGooglePlusJson } from '../../../electron/engine/past-posts/read-googleplus-json.ts'
import { postAddress, postJson, postPage, sharedJson } from '../../support/takeout-files.ts'

describe('a post of Google+ as JSON', () => {
  it('is its words as they were read, its link, its pictures by name, and who could read it', () => {
    expect(readGooglePlusJson(postJson())).toEqual({
      key: postAddress,
      publishedAt: Date.UTC(2015, 6, 14, 18, 39, 28),
      author: 'Le Comptoir des Marées',
      text: 'La grande marée de juillet & ses lecteurs.\n\nMerci à Zoé !',
      shared: { author: '', text: '' },
      link: 'https://marees.example/horaires',
      url: postAddress,
      isPublic: true,
      media: [{ fileName: 'vitrine.jpg', altText: 'La vitrine, le soir' }, { fileName: 'Absente.jpg', altText: '' }]
    })
  })

  it('keeps apart what was passed on from somebody else, without their pictures', () => {
    expect(readGooglePlusJson(sharedJson)).toMatchObject({ text: '', shared: { author: 'Musée du Port', text: 'Une épave retrouvée.' }, isPublic: false, media: [] })
  })

  it('takes a single picture, and leaves alone whatever has an unknown shape', () => {
    expect(readGooglePlusJson(postJson({ album: 7, link: 'x', media: { url: 'https://lh3.googleusercontent.com/Caf%C3%A9.JPG' }, author: null, postAcl: { isPublic: true }, poll: { choices: [] } }))).toMatchObject({ author: '', link: '', isPublic: true, media: [{ fileName: 'Café.JPG', altText: '' }] })
  })

  it.each([
    ['{"title":"IMG_1.jpg","creationTime":{"timestamp":"1"},"url":"https://x.example/"}', 'other'],
    [JSON.stringify({ url: 'https://plus.google.com/1/posts/x', creationTime: '2015-07-14 20:39:28+0200' }), 'other'],
    ['[]', 'other'],
    ['null', 'other'],
    ['', 'other'],
    [postJson().slice(0, 300), 'unreadable'],
    [postJson({ creationTime: 'yesterday' }), 'unreadable'],
    ['['.repeat(100_000), 'other']
  ])('%.40s is %s', (text, outcome) => expect(readGooglePlusJson(text)).toBe(outcome))
})

describe('a post of Google+ as a page', () => {
  it('is the same, and nothing of the comments', () => {
    expect(readGooglePlusHtml(postPage())).toEqual({
      key: 'https://plus.google.com/+ComptoirDesMarees/posts/3rdPage',
      publishedAt: Date.UTC(2016, 10, 6, 1),
      author: 'Le Comptoir des Marées',
      text: 'Une nuit de contes.\nEntrée libre.',
      shared: { author: '', text: '' },
      link: 'https://marees.example/contes',
      url: 'https://plus.google.com/+ComptoirDesMarees/posts/3rdPage',
      isPublic: true,
      media: [{ fileName: 'nuit.jpg', altText: 'Des bougies' }]
    })
  })

  it('keeps apart what was passed on, in a frame of its own or below the own words, with its pictures', () => {
    const attribution = '<a class="reshare-attribution" href="https://plus.google.com/9">Originally shared by Musée du Port</a>'
    const framed = readGooglePlusHtml(postPage({ more: `<div>${attribution}Une épave retrouvée.<img class="media" src="epave.jpg"></div>` }))
    expect(framed).toMatchObject({ text: 'Une nuit de contes.\nEntrée libre.', shared: { author: 'Musée du Port', text: 'Une épave retrouvée.' }, media: [{ fileName: 'nuit.jpg' }] })
    const below = readGooglePlusHtml(postPage({ content: `À voir !<br>${attribution}<br>Une épave retrouvée.` }))
    expect(below).toMatchObject({ text: 'À voir !', shared: { author: 'Musée du Port', text: 'Une épave retrouvée.' } })
    expect(readGooglePlusHtml(postPage({ content: `À voir !<div>${attribution}<p>Une épave</p></div>` }))).toMatchObject({ text: 'À voir !', shared: { text: 'Une épave' } })
  })

  it('loses every script, frame and address of another kind', () => {
    const read = readGooglePlusHtml(postPage({ content: 'Avant<script>alert(1)</script><iframe src="javascript:alert(2)">x</iframe><img src=x onerror="alert(3)"> <a href="javascript:alert(4)">ici</a>', visibility: 'Shared with: Lecteurs', more: '<a class="link-embed" href="javascript:alert(5)">x</a>' }))
    expect(read).toMatchObject({ isPublic: false, link: 'https://marees.example/contes' })
    expect(typeof read === 'object' ? read.text : read).not.toMatch(/alert|javascript|</)
    expect(typeof read === 'object' ? read.text : read).toMatch(/^Avant\s+ici/)
  })

  it('is no other page of the archive, and nothing that is nested without end', () => {
    expect(readGooglePlusHtml('<html><body><a href="https://plus.google.com/1">Archive</a></body></html>')).toBe('other')
    expect(readGooglePlusHtml(postPage({ time: 'hier' }))).toBe('unreadable')
    expect(readGooglePlusHtml(postPage({ content: '<div>'.repeat(100_000) }))).toBe('unreadable')
  })
})

it.each([
  ['2011-08-14 20:39:28-0700', Date.UTC(2011, 7, 15, 3, 39, 28)],
  ['2018-08-05T12:00:00Z', Date.UTC(2018, 7, 5, 12)],
  ['2018-08-05 12:00:00', Date.UTC(2018, 7, 5, 12)],
  ['2018-13-45 12:00:00+0000', null],
  ['05/08/2018', null]
])('the moment %s', (written, at) => expect(momentOf(written)).toBe(at))

it.each([
  ['../../../../etc/passwd', 'passwd'],
  ['C:\\Users\\x\\photo.jpg', 'photo.jpg'],
  ['https://lh3.googleusercontent.com/a/b/IMG%201.jpg?sz=50', 'IMG 1.jpg'],
  ['https://lh3.googleusercontent.com/..%2F..%2Fx.png', 'x.png'],
  ['', '']
])('the file at %s is looked for by its name alone', (written, name) => expect(nameOfFile(written)).toBe(name))
