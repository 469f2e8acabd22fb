import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import { checkMediaHost } from '../../../shared/posts/check-media-host.ts'
import { checkPost, hasStop } from '../../../shared/posts/check-post.ts'
import { countForAccount } from '../../../shared/posts/count-for-account.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { anyDocument } from '../../support/any-document.ts'

const written = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })

function account(networkId: NetworkId, changes: Partial<Account> = {}): Account {
  return {
    id: networkId,
    networkId,
    handle: `@${networkId}`,
    displayName: networkId,
    serverUrl: 'https://server.example',
    remoteId: '1',
    state: 'connected',
    accessEndsAt: null,
    serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null },
    lastCheckedAt: null,
    connectedAt: 0,
    ...changes
  }
}

const image: MediaItem = { id: 'image', fileName: 'a.jpg', mediaType: 'image/jpeg', bytes: 500_000, width: 10, height: 10, addedAt: 0 }

function content(changes: Partial<PostContent>): PostContent {
  return { title: '', document: written('Hello'), targets: [{ accountId: 'bluesky', variant: null }], media: [], ...changes }
}

const check = (post: PostContent, accounts: readonly Account[] = [account('bluesky')], media: readonly MediaItem[] = [image]) =>
  checkPost(post, accounts, capabilitiesOf, media)
const codes = (...parameters: Parameters<typeof check>) => check(...parameters).map((problem) => problem.code)

describe('checkPost', () => {
  test('finds nothing wrong with a plain post', () => {
    expect(check(content({}))).toEqual([])
  })

  test('asks for a target', () => {
    expect(check(content({ targets: [] }))).toEqual([{ severity: 'stop', code: 'no_target', accountId: null, details: {} }])
  })

  test('names an account that is gone or has to log in', () => {
    expect(codes(content({}), [])).toEqual(['account_missing'])
    expect(codes(content({}), [account('bluesky', { state: 'needs_login' })])).toEqual(['account_needs_login'])
    expect(codes(content({}), [account('bluesky', { state: 'secret_missing' })])).toEqual(['account_needs_login'])
  })

  test('says once that a network of films takes no pictures, whatever their number, weight and kind', () => {
    const pictures = [image, { ...image, id: 'other', mediaType: 'image/png' as const, bytes: 90_000_000 }]
    for (const id of ['youtube', 'dailymotion'] as const) {
      const post = content({ title: 'Low tide', targets: [{ accountId: id, variant: null }], media: pictures.map(({ id: mediaId }) => ({ mediaId, altText: '' })) })
      expect(check(post, [account(id)], pictures).filter(({ severity }) => severity === 'stop').map(({ code }) => code)).toEqual(['pictures_unsupported', 'video_expected'])
    }
  })

  test('takes an image without words, and nothing at all not', () => {
    expect(codes(content({ document: written('  ') }))).toEqual(['empty'])
    expect(codes(content({ document: written(''), media: [{ mediaId: 'image', altText: 'a cat' }] }))).toEqual([])
  })

  test('stops what still has a gap, in text, own text, part, description or the title of a blog', () => {
    expect(check(content({ document: written('Read {link}, {Lien} or {date}') }))).toEqual([
      { severity: 'stop', code: 'gap_left', accountId: 'bluesky', details: { gap: 'link' } },
      { severity: 'stop', code: 'gap_left', accountId: 'bluesky', details: { gap: 'date' } }
    ])
    const own = content({ document: written('{link}'), targets: [{ accountId: 'bluesky', variant: written('done') }, { accountId: 'mastodon', variant: null }] })
    expect(check(own, [account('bluesky'), account('mastodon')])).toMatchObject([{ code: 'gap_left', accountId: 'mastodon' }])
    expect(check(content({ moreParts: [{ id: 'p', document: written('{ville}'), variants: [], media: [] }] }))).toMatchObject([{ code: 'gap_left', details: { gap: 'city', part: 2, place: 'part' } }])
    // A post with a comment is no thread.
    const below = { id: 'p', document: written('{ville}'), variants: [], media: [], isComment: true as const }
    expect(check(content({ moreParts: [below] }))).toMatchObject([{ code: 'gap_left', details: { part: 2, place: 'comment' } }])
    expect(check(content({ document: written('{ville}'), moreParts: [{ ...below, document: written('Hours') }] }))).toMatchObject([{ code: 'gap_left', details: { part: 1, place: 'post' } }])
    expect(codes(content({ media: [{ mediaId: 'image', altText: '{client} at work' }] }))).toEqual(['gap_left'])
    expect(codes(content({ title: '{month} news', targets: [{ accountId: 'wordpress', variant: null }] }), [account('wordpress')])).toEqual(['gap_left'])
    expect(codes(content({ title: '{month} news', document: written('{name} {}') }))).toEqual([])
  })

  test('counts by the rule of each network, with that server’s own limit, and by the variant where there is one', () => {
    const accounts = [account('bluesky'), account('mastodon', { serverLimits: { maxCharacters: 1000, charactersPerUrl: 23, maxMedia: null } })]
    const both = [{ accountId: 'bluesky', variant: null }, { accountId: 'mastodon', variant: null }]
    expect(check(content({ document: written('x'.repeat(301)), targets: both }), accounts)).toEqual([
      { severity: 'stop', code: 'text_too_long', accountId: 'bluesky', details: { network: 'Bluesky', count: 301, max: 300 } }
    ])
    const withVariant = [{ accountId: 'bluesky', variant: written('short') }, { accountId: 'mastodon', variant: null }]
    expect(codes(content({ document: written('x'.repeat(301)), targets: withVariant }), accounts)).toEqual([])
    expect(codes(content({ document: written('x'.repeat(1001)), targets: withVariant }), accounts)).toEqual(['text_too_long'])
  })

  test('counts the marks of the notation where the network is sent them', () => {
    const discord = (text: string) => content({ document: written(text), targets: [{ accountId: 'discord', variant: null }] })
    expect(codes(discord('a'.repeat(2000)), [account('discord')])).toEqual([])
    expect(check(discord('a_'.repeat(900)), [account('discord')])).toMatchObject([{ severity: 'stop', code: 'text_too_long', details: { count: 2700, max: 2000 } }])
    expect(codes({ ...discord('a'), document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a'.repeat(1997), marks: [{ type: 'bold' }] }] }] } }, [account('discord')])).toEqual(['text_too_long'])
  })

  test.each([['linkedin_page', 1250], ['facebook', 8000], ['reddit', 10_000]] as const)('holds a comment on %s to %i characters, not to those of a post', (networkId, max) => {
    const under = (length: number) => content({ title: 'T', targets: [{ accountId: networkId, variant: null }], moreParts: [{ id: 'c', document: written('x'.repeat(length)), variants: [], media: [], isComment: true }] })
    expect(codes(under(max), [account(networkId)])).toEqual([])
    expect(check(under(max + 1), [account(networkId)])).toMatchObject([{ severity: 'stop', code: 'text_too_long', details: { count: max + 1, max, place: 'comment' } }])
  })

  test('is never well where a bound is passed by what is sent, whatever the text', () => {
    const bounded = networkIds.map((networkId) => account(networkId, { serverLimits: { maxCharacters: 40, charactersPerUrl: null, maxMedia: null } }))
    fc.assert(
      fc.property(anyDocument(4), fc.constantFrom(...bounded), fc.boolean(), (document, one, isComment) => {
        const part = { id: 'c', document, variants: [], media: [], isComment: true as const }
        const post = content({ title: 'T', document: isComment ? written('x') : document, targets: [{ accountId: one.id, variant: null }], ...(isComment ? { moreParts: [part] } : {}) })
        const isStopped = codes(post, [one]).some((code) => code.startsWith('text_too_'))
        const isTooLong = partsFor(post, one, capabilitiesOf(one.networkId)).some((sent) => countForAccount(sent.document, one, { isComment: sent.isComment === true }).isTooLong)
        expect(isStopped).toBe(isTooLong)
      })
    )
  })

  test('knows that 300 characters may still be too many bytes', () => {
    expect(codes(content({ document: written('👨‍👩‍👧‍👦'.repeat(150)) }))).toEqual(['text_too_many_bytes'])
  })

  test('checks number, size and type of images for each network', () => {
    const media = Array.from({ length: 11 }, (_, n) => ({ ...image, id: String(n + 1) }))
    const attached = media.map(({ id }) => ({ mediaId: id, altText: 'x' }))
    expect(codes(content({ media: attached }), [account('bluesky')], media)).toEqual(['too_many_images'])
    expect(codes(content({ media: attached.slice(0, 10) }), [account('bluesky')], media)).toEqual([])
    expect(codes(content({ media: attached.slice(0, 1) }), [account('bluesky')], [{ ...image, id: '1', bytes: 30_000_000 }])).toEqual(['image_too_large'])
    expect(codes(content({ media: attached.slice(0, 1) }), [account('bluesky')], [])).toEqual(['image_missing'])
  })

  test('warns of a missing description without stopping, and stops at one that is too long', () => {
    const missing = check(content({ media: [{ mediaId: 'image', altText: ' ' }] }))
    expect(missing).toEqual([{ severity: 'warn', code: 'alt_text_missing', accountId: null, details: { mediaId: 'image' } }])
    const film: MediaItem = { ...image, mediaType: 'video/mp4', durationMs: 1_000, videoCodec: 'avc', audioCodec: null, frameRate: 25, hasCover: false }
    expect(codes(content({ media: [{ mediaId: 'image', altText: ' ' }] }), [account('bluesky')], [film])).toEqual(['video_alt_text_missing'])
    expect(hasStop(missing)).toBe(false)
    expect(codes(content({ media: [{ mediaId: 'image', altText: 'x'.repeat(2001) }] }))).toEqual(['alt_text_too_long'])
  })

  test('says once where descriptions are not shown, however many and however long they are', () => {
    const channel = content({ targets: [{ accountId: 'telegram', variant: null }], media: [{ mediaId: 'image', altText: 'x'.repeat(3000) }, { mediaId: 'image', altText: 'A boat' }] })
    expect(check(channel, [account('telegram')])).toEqual([{ severity: 'warn', code: 'alt_texts_left_out', accountId: 'telegram', details: { network: 'Telegram' } }])
    expect(codes({ ...channel, media: [{ mediaId: 'image', altText: '' }] }, [account('telegram')])).toEqual(['alt_text_missing'])
  })

  test('asks for a picture where nothing goes without one, and for a title no longer than it takes; some need none', () => {
    const pin = content({ targets: [{ accountId: 'pinterest', variant: null }] })
    const withPicture = { ...pin, media: [{ mediaId: 'image', altText: 'A boat' }] }
    expect(check(pin, [account('pinterest')])).toEqual([{ severity: 'stop', code: 'picture_needed', accountId: 'pinterest', details: { network: 'Pinterest' } }])
    expect(codes(withPicture, [account('pinterest')])).toEqual([])
    expect(codes({ ...withPicture, title: 'é'.repeat(100) }, [account('pinterest')])).toEqual([])
    expect(check({ ...withPicture, title: 'é'.repeat(101) }, [account('pinterest')])).toEqual([{ severity: 'stop', code: 'title_too_long', accountId: 'pinterest', details: { network: 'Pinterest', count: 101, max: 100 } }])
  })

  test('lets words stand below pictures on Reddit, up to twenty of them', () => {
    const post = content({ title: 'A boat', targets: [{ accountId: 'reddit', variant: null }], media: [{ mediaId: 'image', altText: '' }] })
    expect(codes(post, [account('reddit')])).toEqual(['alt_text_missing'])
    const many = (count: number): readonly string[] => codes({ ...post, media: Array.from({ length: count }, () => ({ mediaId: 'image', altText: '' })) }, [account('reddit')])
    expect(many(20)).not.toContain('too_many_images')
    expect(many(21)).toContain('too_many_images')
  })

  test('asks for a title where the network has titles', () => {
    const blog = content({ targets: [{ accountId: 'wordpress', variant: null }] })
    expect(codes(blog, [account('wordpress')])).toEqual(['title_missing'])
    expect(codes({ ...blog, title: 'Opening hours' }, [account('wordpress')])).toEqual([])
  })
})

describe('where only the person publishes', () => {
  const byHand = (id: string) => account('assisted', { id: 'bluesky', remoteId: `${id}:host:me`, displayName: id })
  const picture = [{ mediaId: 'image', altText: 'A boat' }]

  test.each([['instagram', 2200], ['tiktok', 2200], ['linkedin', 3000], ['pinterest', 500], ['threads', 500]])('counts what %s takes, %i characters', (id, max) => {
    expect(codes(content({ document: written('x'.repeat(max)), media: picture }), [byHand(id)])).toEqual([])
    expect(check(content({ document: written('x'.repeat(max + 1)), media: picture }), [byHand(id)])).toMatchObject([{ severity: 'stop', code: 'text_too_long', details: { count: max + 1, max } }])
  })

  test('warns where nothing is published without a picture or a video, and nowhere else', () => {
    for (const id of ['instagram', 'instagram_story', 'tiktok', 'pinterest', 'snapchat']) expect(check(content({}), [byHand(id)])).toMatchObject([{ severity: 'warn', code: 'picture_expected' }])
    for (const id of ['linkedin', 'threads', 'reddit', 'own']) expect(codes(content({}), [byHand(id)])).toEqual([])
    expect(codes(content({}))).toEqual([])
  })

  test('warns of a picture that Instagram’s own program would cut, and of no other', () => {
    const shaped = (width: number, height: number) => check(content({ media: picture }), [byHand('instagram')], [{ ...image, width, height }]).map(({ severity, code }) => `${severity} ${code}`)
    expect(shaped(900, 1600)).toEqual(['warn image_cut_by_hand'])
    expect(shaped(2000, 1000)).toEqual(['warn image_cut_by_hand'])
    for (const [width, height] of [[1080, 1440], [1080, 1080], [1910, 1000]] as const) expect(shaped(width, height)).toEqual([])
    expect(codes(content({ media: picture }), [byHand('instagram_story')], [{ ...image, width: 900, height: 1600 }])).toEqual([])
  })

  test('stops the thirty-first hashtag on Instagram', () => {
    const tags = (count: number) => content({ document: written(Array.from({ length: count }, (_, place) => `#tag${String(place)}`).join(' ')), media: picture })
    expect(codes(tags(30), [byHand('instagram')])).toEqual([])
    expect(check(tags(31), [byHand('instagram')])).toMatchObject([{ severity: 'stop', code: 'too_many_hashtags', details: { count: 31, max: 30 } }])
    expect(codes(tags(31), [byHand('linkedin')])).toEqual([])
  })
})

describe('what Instagram and Threads ask for', () => {
  const forNetwork = (networkId: 'instagram' | 'threads' | 'tiktok' | 'google_business', text: string, more: Partial<PostContent> = {}): PostContent => content({ document: written(text), targets: [{ accountId: networkId, variant: null }], ...more })
  const withPicture = { media: [{ mediaId: 'image', altText: 'a cat' }] }
  const tags = (count: number): string => Array.from({ length: count }, (_, at) => `#tag${at}`).join(' ')
  const pictureOf = (changes: Partial<MediaItem>): MediaItem => ({ ...image, width: 1000, height: 1000, ...changes }) as MediaItem
  const on = (networkId: 'instagram' | 'threads' | 'tiktok' | 'google_business', text: string, more: Partial<PostContent> = withPicture, picture: MediaItem = pictureOf({})) => check(forNetwork(networkId, text, more), [account(networkId)], [picture]).map(({ severity, code }) => `${severity} ${code}`)

  test('Instagram wants a picture; its own comment below has words alone', () => {
    expect(on('instagram', 'Bonjour', {})).toEqual(['stop picture_needed'])
    const comment = (media: PostContent['media']) => ({ ...withPicture, moreParts: [{ id: 'comment', document: written('Le lien'), media, variants: [], isComment: true as const }] })
    expect(on('instagram', 'Bonjour', comment([]))).toEqual([])
    expect(on('instagram', 'Bonjour', comment(withPicture.media))).toEqual(['stop no_pictures_in_comments'])
    expect(on('threads', 'Bonjour', {})).toEqual([])
  })

  test('TikTok takes one film or pictures, fetches pictures alone, and takes the film as it is', () => {
    expect(on('tiktok', 'Bonjour', {})).toEqual(['stop picture_needed'])
    expect(on('tiktok', 'Bonjour', withPicture)).toEqual(['warn alt_texts_left_out'])
    expect(on('tiktok', 'Bonjour', withPicture, pictureOf({ mediaType: 'image/png' }))).toEqual(['warn image_converted', 'warn alt_texts_left_out'])
    const places = (file: MediaItem) => checkMediaHost(forNetwork('tiktok', 'Bonjour', withPicture), [account('tiktok')], capabilitiesOf, false, [file]).map(({ code }) => code)
    expect(places(pictureOf({}))).toEqual(['media_host_missing'])
    expect(places({ ...pictureOf({}), mediaType: 'video/mp4', durationMs: 3000, videoCodec: 'avc', audioCodec: null, frameRate: 30, hasCover: false })).toEqual([])
  })

  test('six hashtags are many for Instagram, thirty-one too many', () => {
    expect(on('instagram', tags(5))).toEqual([])
    expect(on('instagram', tags(6))).toEqual(['warn many_hashtags'])
    expect(on('instagram', tags(30))).toEqual(['warn many_hashtags'])
    expect(on('instagram', tags(31))).toEqual(['stop too_many_hashtags'])
  })

  test('Threads takes five different links', () => {
    const links = (count: number): string => Array.from({ length: count }, (_, at) => `https://exemple.fr/${at} https://exemple.fr/${at}`).join(' ')
    expect(on('threads', links(5))).toEqual([])
    expect(on('threads', links(6))).toEqual(['stop too_many_links'])
  })

  test('the shape of a picture stays between four by five and 1.91 by one, to a hair', () => {
    const shaped = (width: number, height: number) => on('instagram', 'Bonjour', withPicture, pictureOf({ width, height }))
    for (const [width, height] of [[1000, 1000], [1080, 1350], [1080, 566], [800, 1000], [1910, 1000], [1079, 1350]] as const) expect(shaped(width, height)).toEqual([])
    for (const [width, height] of [[1080, 1400], [9, 16]] as const) expect(shaped(width, height)).toEqual(['stop image_too_tall'])
    expect(shaped(1200, 600)).toEqual(['stop image_too_wide'])
    expect(on('threads', 'Bonjour', withPicture, pictureOf({ width: 9, height: 16 }))).toEqual([])
  })

  test('Google takes no photo below 250 pixels on its shorter side, or below ten kilobytes as it is sent', () => {
    const sized = (changes: Parameters<typeof pictureOf>[0]) => on('google_business', 'Bonjour', withPicture, pictureOf({ bytes: 10_240, ...changes })).filter((code) => !code.includes('alt_text'))
    expect(sized({ width: 250, height: 1000 })).toEqual([])
    for (const [width, height] of [[249, 1000], [1000, 249]] as const) expect(sized({ width, height })).toEqual(['stop image_too_small'])
    expect(sized({ width: 1000, height: 1000, bytes: 10_239 })).toEqual(['stop image_too_light'])
    expect(sized({ width: 1000, height: 1000, bytes: 9000, mediaType: 'image/webp' })).toEqual(['warn image_converted'])
    expect(on('threads', 'Bonjour', withPicture, pictureOf({ width: 20, height: 20, bytes: 90 }))).toEqual([])
  })

  test('what is made into a JPEG is said, and not weighed as it lies', () => {
    expect(on('instagram', 'Bonjour', withPicture, pictureOf({ mediaType: 'image/png', bytes: 20_000_000 }))).toEqual(['warn image_converted'])
    expect(on('instagram', 'Bonjour', withPicture, pictureOf({ bytes: 20_000_000 }))).toEqual(['stop image_too_large'])
    expect(on('threads', 'Bonjour', withPicture, pictureOf({ mediaType: 'image/png' }))).toEqual([])
  })

  test('pictures for a network that fetches them need a place; words and other networks do not', () => {
    const host = (post: PostContent, hasHost: boolean) => checkMediaHost(post, [account('threads'), account('bluesky')], capabilitiesOf, hasHost, []).map(({ code, accountId }) => `${code} ${accountId}`)
    expect(host(forNetwork('threads', 'Bonjour', withPicture), false)).toEqual(['media_host_missing threads'])
    expect(host(forNetwork('threads', 'Bonjour', withPicture), true)).toEqual([])
    expect(host(forNetwork('threads', 'Bonjour'), false)).toEqual([])
    expect(host(content(withPicture), false)).toEqual([])
  })
})
