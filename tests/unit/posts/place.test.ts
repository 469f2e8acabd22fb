import { describe, expect, test } from 'vitest'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { facebookCapabilities } from '../../../shared/networks/facebook-capabilities.ts'
import { instagramCapabilities } from '../../../shared/networks/instagram-capabilities.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { checkPlace } from '../../../shared/posts/check-place.ts'
import { asPlace } from '../../../shared/posts/place.ts'
import { framingKept, isSameFraming } from '../../../shared/posts/post-framing.ts'

describe('the place of a post', () => {
  test.each([
    ['166793820034304', { id: '166793820034304', name: '' }],
    [' 166793820034304 ', { id: '166793820034304', name: '' }],
    ['https://www.facebook.com/Le-Quai-166793820034304/', { id: '166793820034304', name: 'Le Quai' }],
    ['facebook.com/pages/Caf%C3%A9-du-Port/166793820034304?ref=x', { id: '166793820034304', name: 'Café du Port' }],
    ['https://m.facebook.com/profile.php?id=166793820034304', { id: '166793820034304', name: '' }],
    ['https://www.facebook.com/p/Le-Quai-166793820034304/', { id: '166793820034304', name: 'Le Quai' }],
    ['https://www.facebook.com/pages/166793820034304', { id: '166793820034304', name: '' }],
    ['https://www.facebook.com/places/Le-Quai/166793820034304', { id: '166793820034304', name: 'Le Quai' }],
    ['https://www.facebook.com/LeQuai', null],
    ['https://www.facebook.com/events/166793820034304/', null],
    ['https://www.facebook.com/groups/166793820034304', null],
    ['https://www.facebook.com/LeQuai/posts/166793820034304', null],
    ['https://www.facebook.com/LeQuai/photos/a.1/166793820034304', null],
    ['https://facebook.com.example/pages/Le-Quai/166793820034304', null],
    ['https://example.com/166793820034304', null],
    ['https://www.facebook.com/%E0%A4%A-166793820034304', { id: '166793820034304', name: '%E0%A4%A' }],
    ['1234', null],
    ['', null],
    ['Le Quai', null]
  ])('is read from %s', (text, place) => expect(asPlace(text)).toEqual(place))

  test('is kept with how the post stands, and another one is another', () => {
    const place = { id: '166793820034304', name: 'Le Quai' }
    expect(framingKept({ place })).toEqual({ place })
    expect(isSameFraming({ place }, { place: { ...place } })).toBe(true)
    expect(isSameFraming({ place }, { place: { ...place, name: 'Quai' } })).toBe(false)
    expect(isSameFraming({ place }, undefined)).toBe(false)
  })

  test('is left out, and said to be, with what does not take one', () => {
    const place = { id: '166793820034304', name: '' }
    const film = { id: 'f', mediaType: 'video/mp4', durationMs: 1, hasCover: false } as unknown as MediaItem
    const codes = (network: Parameters<typeof checkPlace>[1], part: Partial<Parameters<typeof checkPlace>[0]>): readonly string[] => checkPlace({ framing: { place }, media: [], ...part }, network, [film]).map(({ code, details }) => `${code} ${String(details['name'])}`)
    const left = ['place_left_out 166793820034304']
    expect([codes(facebookCapabilities, {}), codes(facebookCapabilities, { media: [{ mediaId: 'f', altText: '' }] }), codes(facebookCapabilities, { format: 'story' })]).toEqual([[], left, left])
    expect([codes(instagramCapabilities, { media: [{ mediaId: 'f', altText: '' }] }), codes(instagramCapabilities, { format: 'reel' }), codes(instagramCapabilities, { format: 'story' })]).toEqual([[], [], left])
    expect([codes(mastodonCapabilities, {}), codes(facebookCapabilities, { framing: {} })]).toEqual([[], []])
  })
})
