import { expect, test } from 'vitest'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { filmsAskedAnew } from '../../../renderer/features/composer/films-asked-anew.ts'
import type { MediaItem } from '../../../shared/media/media-item.ts'
import { openFilmTerms } from '../../../shared/posts/post-terms.ts'
import type { PostContent } from '../../../shared/posts/post.ts'

const item = (id: string, mediaType: string): MediaItem => ({ id, mediaType, ...(mediaType === 'video/mp4' ? { kind: 'video' } : { kind: 'image' }) }) as unknown as MediaItem
const media = [item('film', 'video/mp4'), item('picture', 'image/png')]
const terms = { ...openFilmTerms, film: { ...openFilmTerms.film!, madeForKids: false } }
const content: PostContent = { title: '', document: { type: 'doc', content: [] }, targets: [{ accountId: 'yt', variant: null, terms }, { accountId: 'own', variant: null, terms, media: [{ mediaId: 'film', altText: '' }] }], media: [{ mediaId: 'film', altText: '' }, { mediaId: 'picture', altText: '' }] }
const said = (after: PostContent) => after.targets.map((target) => target.terms?.film?.madeForKids)

test('for whom a film is made is asked anew once it is taken out, and not for a picture', () => {
  expect(said(filmsAskedAnew(content, applyChange(content, { kind: 'detach', mediaId: 'film' }), media))).toEqual([null, false])
  expect(said(filmsAskedAnew(content, applyChange(content, { kind: 'detach', mediaId: 'picture' }), media))).toEqual([false, false])
  expect(said(filmsAskedAnew(content, applyChange(content, { kind: 'detach', mediaId: 'film', accountId: 'own' }), media))).toEqual([false, null])
  expect(filmsAskedAnew(content, content, media)).toBe(content)
})
