import { describe, expect, test } from 'vitest'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { changePart } from '../../../renderer/features/composer/thread/thread-changes.ts'
import { recipeToFit } from '../../../shared/media/picture-recipe.ts'
import { changeBetween, comparePosts, isSameToTheEye } from '../../../shared/posts/compare-posts.ts'
import { focusFromMiddle, focusInCrop, focusOf, withFocus } from '../../../shared/posts/focal-point.ts'
import { emptyDocument } from '../../../shared/posts/rich-document.ts'
import { swapMedia } from '../../../shared/posts/swap-media.ts'
import type { PostContent } from '../../../shared/posts/post.ts'

const content: PostContent = {
  title: '', document: emptyDocument,
  targets: [{ accountId: 'a', variant: null }, { accountId: 'b', variant: null, media: [{ mediaId: 'm1', altText: 'own' }] }],
  media: [{ mediaId: 'm1', altText: 'A boat' }, { mediaId: 'm2', altText: '' }],
  moreParts: [{ id: 'p2', document: emptyDocument, variants: [], media: [{ mediaId: 'm1', altText: '' }] }]
}

describe('what of a picture has to be seen', () => {
  test('is the picture’s wherever the post has it, from whichever part it was chosen, and can be taken back', () => {
    for (const after of [applyChange(content, { kind: 'focus_media', mediaId: 'm1', focus: { x: 0.2, y: 0.81234 } }), changePart(content, 1, { kind: 'focus_media', mediaId: 'm1', focus: { x: 0.2, y: 0.81234 } })]) {
      expect([after.media[0], after.targets[1]?.media?.[0], after.moreParts?.[0]?.media[0]].map((item) => item?.focus)).toEqual([{ x: 0.2, y: 0.812 }, { x: 0.2, y: 0.812 }, { x: 0.2, y: 0.812 }])
      expect(after.media[1]?.focus).toBeUndefined()
      expect(withFocus(after, 'm1', null)).toEqual(content)
    }
    expect(withFocus(content, 'm2', null)).toBe(content)
    expect(withFocus(content, 'gone', { x: 0, y: 0 })).toBe(content)
  })

  test('goes with the picture: another file in its place has none', () => {
    const swapped = swapMedia(withFocus(content, 'm1', { x: 0.2, y: 0.8 }), 'm1', 'm9')
    expect(focusOf(swapped, 'm9')).toBeUndefined()
  })

  test('is what a cut is made around, as far as the picture goes', () => {
    const picture = { width: 2000, height: 1000, mediaType: 'image/jpeg', bytes: 1000 }
    const limits = { maxBytes: 10_000_000, mediaTypes: ['image/jpeg'], minRatio: 0.8, maxRatio: 1 }
    expect(recipeToFit(picture, limits)?.crop).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 })
    expect(recipeToFit(picture, limits, { x: 0.9, y: 0.5 })?.crop).toEqual({ x: 0.5, y: 0, width: 0.5, height: 1 })
    expect(recipeToFit(picture, limits, { x: 0.4, y: 0.1 })?.crop?.x).toBeCloseTo(0.15)
    expect(focusInCrop({ x: 0.4, y: 0.1 }, { x: 0.15, y: 0, width: 0.5, height: 1 })).toEqual({ x: 0.5, y: 0.1 })
    expect(focusInCrop({ x: 0.9, y: 0.1 }, { x: 0, y: 0.5, width: 0.5, height: 0.5 })).toEqual({ x: 1, y: 0 })
  })

  test('is written as Mastodon reads it', () => {
    expect([{ x: 0.5, y: 0.5 }, { x: 0, y: 0 }, { x: 1, y: 1 }, { x: 0.333, y: 0.75 }].map(focusFromMiddle)).toEqual(['0,0', '-1,1', '1,-1', '-0.334,-0.5'])
  })

  test('is a difference between two versions', () => {
    const after = withFocus(content, 'm1', { x: 0.2, y: 0.8 })
    expect(comparePosts(content, after).images.focused).toEqual(['m1'])
    expect(isSameToTheEye(comparePosts(content, after))).toBe(false)
    expect(changeBetween(content, after).others).toEqual(['focus'])
    expect(comparePosts(after, after).images.focused).toEqual([])
  })
})
