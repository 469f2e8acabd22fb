import { describe, expect, test } from 'vitest'
import type { Account } from '../../../shared/accounts/account.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { formatsOf, withFormat } from '../../../shared/networks/formats-of.ts'
import { networkIds, type NetworkId } from '../../../shared/networks/network-id.ts'
import { isHandOverable } from '../../../shared/outbox/hand-over.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { changeBetween } from '../../../shared/posts/compare-posts.ts'
import { partsFor } from '../../../shared/posts/post-parts.ts'
import type { PostFormat } from '../../../shared/posts/post-format.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const written = (text: string): RichDocument => ({ type: 'doc', content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }] })
const account = (networkId: NetworkId): Account => ({ id: networkId, networkId, handle: `@${networkId}`, displayName: networkId, serverUrl: 'https://server.example', remoteId: '1', state: 'connected', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null }, lastCheckedAt: null, connectedAt: 0 })
const common = { bytes: 500_000, addedAt: 0 }
const media: readonly MediaItem[] = [
  { ...common, id: 'upright', fileName: 'upright.jpg', mediaType: 'image/jpeg', width: 1080, height: 1920 },
  { ...common, id: 'wide', fileName: 'wide.jpg', mediaType: 'image/jpeg', width: 1600, height: 900 },
  { ...common, id: 'film', fileName: 'film.mp4', mediaType: 'video/mp4', width: 1080, height: 1920, durationMs: 20_000, videoCodec: 'avc', audioCodec: 'aac', frameRate: 30, hasCover: true },
  { ...common, id: 'long', fileName: 'long.mp4', mediaType: 'video/mp4', width: 1080, height: 1920, durationMs: 80_000, videoCodec: 'avc', audioCodec: 'aac', frameRate: 30, hasCover: true }
]
const post = (networkId: NetworkId, format: PostFormat | undefined, ids: readonly string[], text = '', more: Partial<PostContent> = {}): PostContent => ({
  title: '', document: written(text), targets: [{ accountId: networkId, variant: null, ...(format === undefined ? {} : { format }) }], media: ids.map((mediaId) => ({ mediaId, altText: '' })), ...more
})
const codes = (content: PostContent, networkId: NetworkId): string[] =>
  checkPost(content, [account(networkId)], capabilitiesOf, media).filter(({ code }) => !code.includes('alt_text')).map(({ severity, code }) => `${severity} ${code}`)

describe('reels and stories', () => {
  test('stand where the network’s interface has them', () => {
    const havingFormat = (format: PostFormat): NetworkId[] => networkIds.filter((id) => formatsOf(capabilitiesOf(id)).includes(format)).toSorted()
    expect([havingFormat('reel'), havingFormat('story'), havingFormat('document')]).toEqual([['facebook', 'instagram'], ['facebook', 'instagram'], ['linkedin', 'linkedin_page']])
  })

  test.each(['facebook', 'instagram'] as const)('a story on %s takes one picture or one short video, and says that its words stay here', (id) => {
    expect(codes(post(id, 'story', ['upright']), id)).toEqual([])
    expect(codes(post(id, 'story', ['film']), id)).toEqual([])
    expect(codes(post(id, 'story', ['upright'], 'Un phare'), id)).toEqual(['warn words_left_out'])
    expect(codes(post(id, 'story', ['wide']), id)).toEqual(['warn frame_differs'])
    expect(codes(post(id, 'story', ['upright', 'upright']), id)).toContain('stop too_many_images')
    expect(codes(post(id, 'story', ['long']), id)).toEqual(['stop video_too_long'])
    expect(codes(post(id, 'story', [], 'Un phare'), id)).toEqual(expect.arrayContaining(['stop picture_needed', 'warn words_left_out']))
  })

  test.each(['facebook', 'instagram'] as const)('a reel on %s is one upright video with its words', (id) => {
    expect(codes(post(id, 'reel', ['film'], 'Un phare'), id)).toEqual([])
    expect(codes(post(id, 'reel', ['upright']), id)).toEqual(['stop pictures_unsupported', 'stop video_expected'])
    expect(documentToText(partsFor(post(id, 'reel', ['film'], 'Un phare'), account(id), capabilitiesOf(id))[0]!.document)).toBe('Un phare')
  })

  test('a story leaves with no word, no poll and no comment, and the same post elsewhere as it is', () => {
    const comment = { id: 'c', document: written('Et aussi'), variants: [], media: [], isComment: true as const }
    const content = post('instagram', 'story', ['upright'], 'Un phare', { moreParts: [comment] })
    expect(partsFor(content, account('instagram'), capabilitiesOf('instagram'))).toEqual([{ document: { type: 'doc', content: expect.anything() }, media: [{ mediaId: 'upright', altText: '' }], format: 'story' }])
    expect(documentToText(partsFor(content, account('instagram'), capabilitiesOf('instagram'))[0]!.document)).toBe('')
    expect(codes(content, 'instagram')).toContain('warn comment_left_out')
    expect(partsFor(post('bluesky', 'story', ['upright'], 'Un phare'), account('bluesky'), capabilitiesOf('bluesky'))[0]).not.toHaveProperty('format')
  })

  test('are given to a network that publishes by itself where its schedule takes them, and are a change of the post', () => {
    const job = { kind: 'publish_post', state: 'queued', attempts: 0, dueAt: 86_400_000 } as const
    expect(isHandOverable(job, capabilitiesOf('facebook'), 0)).toBe(true)
    expect((['reel', 'story'] as const).map((format) => isHandOverable({ ...job, format }, capabilitiesOf('facebook'), 0))).toEqual([true, false])
    expect((['reel', 'story'] as const).map((format) => withFormat(capabilitiesOf('facebook'), format).nativeSchedule !== undefined)).toEqual([true, false])
    expect(changeBetween(post('facebook', undefined, ['film']), post('facebook', 'reel', ['film'])).others).toEqual(['formats'])
  })
})

describe('documents', () => {
  const titled = { title: 'Cinq phares' }

  test.each(['linkedin', 'linkedin_page'] as const)('on %s are pictures with a title, in the shape of the first one', (id) => {
    expect(codes(post(id, 'document', ['upright', 'upright'], 'Un phare', titled), id)).toEqual([])
    expect(codes(post(id, 'document', ['upright', 'wide'], 'Un phare', titled), id)).toEqual(['warn page_shape_differs'])
    expect(codes(post(id, 'document', ['upright']), id)).toEqual(['stop title_missing'])
    expect(codes(post(id, 'document', [], 'Un phare', titled), id)).toEqual(['stop picture_needed'])
    expect(codes(post(id, 'document', ['upright', 'film'], '', titled), id)).toContain('stop videos_unsupported')
    expect(codes(post(id, 'document', ['upright'], '', { title: 'a'.repeat(101) }), id)).toEqual(['stop title_too_long'])
    expect(codes(post(id, undefined, ['upright'], 'Un phare'), id)).toEqual([])
  })

  test('hold three hundred pages, those of all parts one after the other', () => {
    const parts = Array.from({ length: 15 }, (_, part) => ({ id: `p${String(part)}`, document: written(''), variants: [], media: Array.from({ length: 20 }, (__, page) => ({ mediaId: `${String(part)}-${String(page)}`, altText: '' })) }))
    const all = post('linkedin', 'document', Array.from({ length: 20 }, (_, page) => `a-${String(page)}`), '', { ...titled, moreParts: parts })
    expect(partsFor(all, account('linkedin'), capabilitiesOf('linkedin'))[0]!.media).toHaveLength(320)
    expect(codes(all, 'linkedin')).toContain('stop too_many_images')
    expect(codes({ ...all, moreParts: parts.slice(0, 14) }, 'linkedin')).not.toContain('stop too_many_images')
  })

  test('keep their words and their first comment', () => {
    const comment = { id: 'c', document: written('Et aussi'), variants: [], media: [], isComment: true as const }
    const content = post('linkedin_page', 'document', ['upright'], 'Un phare', { ...titled, moreParts: [comment] })
    const parts = partsFor(content, account('linkedin_page'), capabilitiesOf('linkedin_page'))
    expect(parts.map(({ document, format }) => [documentToText(document), format])).toEqual([['Un phare', 'document'], ['Et aussi', undefined]])
  })
})
