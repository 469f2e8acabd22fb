import { expect, test } from 'vitest'
import { coverBytes, coverSide } from '../../../shared/media/film-cover.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { takesCover } from '../../../shared/networks/video-rule.ts'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import { checkCovers, coverFor } from '../../../shared/posts/check-cover.ts'
import type { PostMedia } from '../../../shared/posts/post.ts'
import type { PostTerms } from '../../../shared/posts/post-terms.ts'
import { swapMedia } from '../../../shared/posts/swap-media.ts'

const common = { bytes: 1000, addedAt: 0 }
const film: MediaItem = { ...common, id: 'film', fileName: 'quay.mp4', mediaType: 'video/mp4', width: 1920, height: 1080, durationMs: 7000, videoCodec: 'avc', audioCodec: null, frameRate: 25, hasCover: true }
const picture = (width: number, height: number): MediaItem => ({ ...common, id: 'picture', fileName: 'noon.jpg', mediaType: 'image/jpeg', width, height })
const covered: PostMedia = { mediaId: 'film', altText: '', cover: { mediaId: 'picture', atMs: null } }
const moment: PostMedia = { ...covered, cover: { mediaId: 'picture', atMs: 1200 } }
const terms: PostTerms = { audience: 'everyone', allows: [], discloses: null }
const codes = (networkId: NetworkId, cover = picture(1920, 1080), attached = [covered], more: { readonly terms?: PostTerms } = {}): readonly string[] => checkCovers({ media: attached, ...more }, 'a', capabilitiesOf(networkId), [film, cover]).map(({ severity, code }) => `${severity} ${code}`)

test('a network that takes no cover says so and why, and one that shows another shape too', () => {
  expect(codes('youtube')).toEqual([])
  expect(codes('youtube', picture(600, 600))).toEqual(['warn cover_ratio', 'warn cover_too_small'])
  expect(codes('instagram')).toEqual(['warn cover_ratio'])
  expect(codes('instagram', picture(1080, 1920))).toEqual([])
  expect(codes('instagram', picture(1080, 1920), [covered, { mediaId: 'other', altText: '' }])).toEqual(['warn cover_alone'])
  expect(codes('bluesky')).toEqual(['warn cover_none_there'])
  expect(codes('x')).toEqual(['warn cover_not_by_interface'])
  expect(codes('dailymotion')).toEqual(['warn cover_not_yet'])
  expect(codes('assisted')).toEqual([])
  expect(codes('youtube', film)).toEqual(['stop image_missing'])
  expect(codes('youtube', picture(1920, 1080), [{ mediaId: 'film', altText: '' }])).toEqual([])
})

test('TikTok takes a moment of the film, of a post that goes out at once; a draft gets its cover in the app', () => {
  expect(codes('tiktok')).toEqual(['warn cover_in_app'])
  expect(codes('tiktok', picture(1920, 1080), [covered], { terms })).toEqual(['warn cover_moment'])
  expect(codes('tiktok', picture(1920, 1080), [moment], { terms })).toEqual([])
  expect([coverFor(moment, capabilitiesOf('tiktok'), { media: [moment], terms }), coverFor(moment, capabilitiesOf('tiktok'), { media: [moment] }), coverFor(covered, capabilitiesOf('tiktok'), { media: [covered], terms })]).toEqual([moment.cover, null, null])
})

test('a network that takes no film without a cover asks for one, and for none of a picture', () => {
  expect(codes('reddit', picture(1920, 1080), [{ mediaId: 'film', altText: '' }])).toEqual(['stop cover_needed'])
  expect(codes('reddit')).toEqual([])
  expect(codes('reddit', picture(1920, 1080), [{ mediaId: 'picture', altText: '' }])).toEqual([])
})

test('what is sent fits every network that takes a cover', () => {
  const rules = networkIds.flatMap((id) => {
    const cover = capabilitiesOf(id).video?.cover
    return cover !== undefined && takesCover(cover) ? [cover] : []
  })
  expect(rules.length).toBeGreaterThan(7)
  for (const { maxBytes, minWidth } of rules) {
    expect(coverBytes).toBeLessThanOrEqual(maxBytes?.value ?? coverBytes)
    expect(coverSide).toBeGreaterThanOrEqual(minWidth?.value ?? 0)
  }
})

test('a preview shows the cover only where the network gets it', () => {
  expect(coverFor(covered, capabilitiesOf('youtube'), { media: [covered] })).toEqual(covered.cover)
  expect(coverFor(covered, capabilitiesOf('instagram'), { media: [covered, covered] })).toBeNull()
  expect(coverFor(covered, capabilitiesOf('x'), { media: [covered] })).toBeNull()
})

test('a film that takes the place of another keeps its cover, which is no moment of it any more', () => {
  const content = { title: '', document: { type: 'doc' as const, content: [] }, targets: [], media: [{ ...covered, cover: { mediaId: 'picture', atMs: 300 } }] }
  expect(swapMedia(content, 'film', 'cut').media).toEqual([{ mediaId: 'cut', altText: '', cover: { mediaId: 'picture', atMs: null } }])
})
