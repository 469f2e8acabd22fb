import { expect, it } from 'vitest'
import { captionLanguages, twoLettersOf } from '../../../shared/captions/caption-languages.ts'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { takesCaptions } from '../../../shared/networks/video-rule.ts'
import { captionsFor, checkCaptions, checkCaptionTimes } from '../../../shared/posts/check-captions.ts'
import { comparePosts, changeBetween } from '../../../shared/posts/compare-posts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'

const film: VideoItem = { id: 'film', fileName: 'quai.mp4', bytes: 1, width: 16, height: 9, addedAt: 0, mediaType: 'video/mp4', durationMs: 60_000, videoCodec: 'avc', audioCodec: null, frameRate: null, hasCover: false }
const captionsOf = (more: Partial<FilmCaptions> = {}): FilmCaptions => ({ captionsId: 'c1', fileName: 'quai.fr.srt', bytes: 500, cues: 3, lastAtMs: 50_000, language: 'fr', filmMs: 60_000, ...more })
const contentOf = (captions?: FilmCaptions[]): PostContent => ({ title: '', document: { type: 'doc', content: [] }, targets: [], media: [{ mediaId: 'film', altText: '', ...(captions === undefined ? {} : { captions }) }] })
const codes = (networkId: (typeof networkIds)[number], captions: FilmCaptions[]) => checkCaptions(contentOf(captions), 'account', capabilitiesOf(networkId), [film]).map(({ severity, code }) => `${severity} ${code}`)

it('every network with films says how many subtitles it takes in which format, or why it gets none, with source and day', () => {
  for (const id of networkIds) {
    const captions = capabilitiesOf(id).video?.captions
    if (captions === undefined) continue
    const facts = takesCaptions(captions) ? [captions.format, captions.most] : [captions]
    for (const { source, readOn } of facts) expect([source === '', /^20\d\d-\d\d-\d\d$/.test(readOn)], id).toEqual([false, true])
  }
})

it('a network that takes none says so and stops nobody; without subtitles nothing is said', () => {
  expect(codes('mastodon', [captionsOf()])).toEqual(['warn captions_none_there'])
  expect(codes('threads', [captionsOf()])).toEqual(['warn captions_not_by_interface'])
  expect(checkCaptions(contentOf(), 'account', capabilitiesOf('mastodon'), [film])).toEqual([])
  expect(codes('assisted', [captionsOf()])).toEqual([])
})

it('what Bluesky would refuse is stopped: files above 20,000 bytes', () => {
  expect(codes('bluesky', [captionsOf(), captionsOf({ captionsId: 'c2', language: 'en' })])).toEqual([])
  expect(codes('bluesky', [captionsOf({ bytes: 20_000 })])).toEqual([])
  expect(codes('bluesky', [captionsOf({ bytes: 20_001 })])).toEqual(['stop captions_too_large'])
})

it('where languages are told apart by two letters, two kinds of one stop the post', () => {
  expect(codes('x', [captionsOf(), captionsOf({ captionsId: 'c2', language: 'en' }), captionsOf({ captionsId: 'c3', language: 'fil' })])).toEqual([])
  expect(codes('x', [captionsOf({ language: 'zh-Hans' }), captionsOf({ captionsId: 'c2', language: 'zh-Hant' })])).toEqual(['stop captions_alike'])
  expect(captionLanguages.map(twoLettersOf).filter((letters) => !/^[a-z]{2}$/.test(letters))).toEqual([])
})

it('a language that the network has no word for is said and stays here, the others go', () => {
  expect(codes('facebook', [captionsOf(), captionsOf({ captionsId: 'c2', language: 'br' })])).toEqual(['warn captions_language'])
  expect(captionsFor({ captions: [captionsOf(), captionsOf({ captionsId: 'c2', language: 'br' })] }, capabilitiesOf('facebook')).map(({ language }) => language)).toEqual(['fr'])
})

it('times are held against the film that is there: beyond its end they stop the post, chosen for another length they are said', () => {
  const problems = (captions: FilmCaptions) => checkCaptionTimes(contentOf([captions]), [film]).map(({ severity, code, accountId }) => [severity, code, accountId])
  expect(problems(captionsOf())).toEqual([])
  expect(problems(captionsOf({ filmMs: 60_900 }))).toEqual([])
  expect(problems(captionsOf({ filmMs: 70_000 }))).toEqual([['warn', 'captions_other_film', null]])
  expect(problems(captionsOf({ lastAtMs: 60_001 }))).toEqual([['stop', 'captions_beyond_film', null]])
})

it('subtitles that were added, replaced or given another language are a change of the post', () => {
  const before = contentOf([captionsOf()])
  expect(comparePosts(before, contentOf([captionsOf()])).images.captioned).toEqual([])
  for (const after of [contentOf(), contentOf([captionsOf({ language: 'en' })]), contentOf([captionsOf({ captionsId: 'c9' })])]) expect([comparePosts(before, after).images.captioned, changeBetween(before, after).others]).toEqual([['film'], ['captions']])
})
