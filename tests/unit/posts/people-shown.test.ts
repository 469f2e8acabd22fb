import { describe, expect, test } from 'vitest'
import { changePart } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { plainRecipe } from '../../../shared/media/picture-recipe.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { instagramCapabilities } from '../../../shared/networks/instagram-capabilities.ts'
import { mastodonCapabilities } from '../../../shared/networks/mastodon-capabilities.ts'
import { checkPeople, checkPeopleTold } from '../../../shared/posts/check-people.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { moveByRecipe, moveIntoCrop, movePeople, peopleFor, peopleOf, withPeople } from '../../../shared/posts/people-shown.ts'
import type { PersonTag } from '../../../shared/posts/person-tag.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { emptyDocument } from '../../../shared/posts/rich-document.ts'
import { swapMedia } from '../../../shared/posts/swap-media.ts'

const marie: PersonTag = { name: 'marie_o', at: { x: 0.1, y: 0.5 } }
const quai: PersonTag = { name: 'quai.nantes', at: { x: 0.9, y: 0.2 } }
const content: PostContent = {
  title: '', document: emptyDocument,
  targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null, media: [{ mediaId: 'm1', altText: 'own' }] }],
  media: [{ mediaId: 'm1', altText: 'A boat' }, { mediaId: 'm2', altText: '' }],
  moreParts: [{ id: 'p2', document: emptyDocument, variants: [], media: [{ mediaId: 'm1', altText: '' }] }]
}

describe('who is shown', () => {
  test('is the file’s wherever the post has it, from whichever part it was said, and can be taken back', () => {
    const after = changePart(content, 1, { kind: 'tag_people', mediaId: 'm1', people: [{ name: 'marie_o', at: { x: 0.123456, y: 0.5 } }] })
    expect([after.media[0], after.targets[1]?.media?.[0], after.moreParts?.[0]?.media[0]].map((item) => item?.people)).toEqual(Array.from({ length: 3 }, () => [{ name: 'marie_o', at: { x: 0.123, y: 0.5 } }]))
    expect(after.media[1]?.people).toBeUndefined()
    expect(withPeople(after, 'm1', [])).toEqual(content)
    expect(withPeople(content, 'm1', [])).toBe(content)
    expect(withPeople(content, 'gone', [marie])).toBe(content)
  })

  test('is told of a version, and nothing else then', () => {
    const after = withPeople(content, 'm1', [marie])
    expect(comparePosts(content, after).images.tagged).toEqual(['m1'])
    expect(isSameToTheEye(comparePosts(content, after))).toBe(false)
    expect(changeBetween(content, after).others).toContain('people')
    expect(comparePosts(after, after).images.tagged).toEqual([])
    // Another place on the same picture is another thing to see.
    expect(comparePosts(after, withPeople(after, 'm1', [{ name: 'marie_o', at: { x: 0.2, y: 0.5 } }])).images.tagged).toEqual(['m1'])
  })

  test('another file in the place of one keeps those without a place, of a film, and nobody who was pointed at', () => {
    const swapped = swapMedia(withPeople(content, 'm1', [marie, { name: 'tom' }]), 'm1', 'm9')
    expect(peopleOf(swapped, 'm9')).toEqual([{ name: 'tom' }])
  })

  test('the marks move with a picture that is cut or turned, and who is cut off is named', () => {
    expect(movePeople([marie, quai, { name: 'tom' }], moveIntoCrop({ x: 0.5, y: 0, width: 0.5, height: 1 }))).toEqual({ kept: [{ name: 'quai.nantes', at: { x: 0.8, y: 0.2 } }, { name: 'tom' }], cutOff: ['marie_o'] })
    expect(movePeople([marie], moveIntoCrop(null)).kept).toEqual([marie])
    const turned = moveByRecipe({ width: 400, height: 300 }, plainRecipe, { ...plainRecipe, turns: 1 })
    expect(movePeople([marie, quai], turned).kept).toEqual([{ name: 'marie_o', at: { x: 0.5, y: 0.1 } }, { name: 'quai.nantes', at: { x: 0.8, y: 0.9 } }])
  })

  test('who stood at the very edge stays there', () => {
    expect(movePeople([{ name: 'tom', at: { x: 1, y: 0 } }], moveByRecipe({ width: 400, height: 300 }, plainRecipe, { ...plainRecipe, turns: 1 })).kept).toEqual([{ name: 'tom', at: { x: 1, y: 1 } }])
  })
})

const film: MediaItem = { id: 'f', fileName: 'marée.mp4', mediaType: 'video/mp4', width: 1080, height: 1920, byteLength: 1, durationMs: 9000, hasCover: true } as unknown as MediaItem

describe('what a network makes of them', () => {
  test('Instagram is told, of a film only where it stands alone; Mastodon never is', () => {
    expect(peopleFor({ people: [marie] }, false, instagramCapabilities, 3)).toEqual([marie])
    expect(peopleFor({ people: [{ name: 'tom' }] }, true, instagramCapabilities, 1)).toEqual([{ name: 'tom' }])
    expect(peopleFor({ people: [{ name: 'tom' }] }, true, instagramCapabilities, 2)).toEqual([])
    expect(peopleFor({ people: [marie] }, false, mastodonCapabilities, 1)).toEqual([])
  })

  test('more than it takes stop the post, and a film among others is said', () => {
    const crowd = Array.from({ length: 11 }, (_, place) => ({ name: `tom_${String(place)}`, at: { x: 0.5, y: 0.5 } }))
    const media = [{ mediaId: 'm1', altText: '', people: crowd }, { mediaId: 'm2', altText: '', people: crowd.slice(0, 9) }]
    expect(checkPeople({ media }, 'a', instagramCapabilities, [])).toEqual([])
    expect(checkPeople({ media: [...media, { mediaId: 'm3', altText: '', people: crowd.slice(0, 1) }] }, 'a', instagramCapabilities, [])).toMatchObject([{ severity: 'stop', code: 'people_too_many', accountId: 'a', details: { count: 21, max: 20, mediaId: 'm1' } }])
    expect(checkPeople({ media: [{ mediaId: 'f', altText: '', people: [{ name: 'tom' }] }, { mediaId: 'm1', altText: '' }] }, 'a', instagramCapabilities, [film])).toMatchObject([{ severity: 'warn', code: 'people_in_film_among', details: { mediaId: 'f', fileName: 'marée.mp4' } }])
  })

  test('where no account is of a network that is told, that is said once', () => {
    const capabilitiesOf = (id: string) => (id === 'instagram' ? instagramCapabilities : mastodonCapabilities)
    const shown = withPeople(content, 'm1', [marie])
    expect(checkPeopleTold(shown, ['mastodon'], capabilitiesOf)).toMatchObject([{ severity: 'warn', code: 'people_left_out', accountId: null, details: { mediaId: 'm1' } }])
    expect(checkPeopleTold(shown, ['mastodon', 'instagram'], capabilitiesOf)).toEqual([])
    expect(checkPeopleTold(content, ['mastodon'], capabilitiesOf)).toEqual([])
  })
})
