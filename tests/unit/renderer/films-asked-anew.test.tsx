import { expect, test } from 'vitest'
import type { StudioBridge } from '../../../shared/contract/bridge.ts'
import { createComposerStore } from '../../../renderer/features/composer/composer-store.ts'
import { applyChange } from '../../../renderer/features/composer/composer-changes.ts'
import { filmsAskedAnew } from '../../../renderer/features/composer/films-asked-anew.ts'
import { changePart, changeThread } from '../../../renderer/features/composer/thread/thread-changes.ts'
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

test('a film of a later part, which a network without threads gets as well, is asked for anew like that of the first', () => {
  const inLater: PostContent = { ...content, targets: [{ accountId: 'yt', variant: null, terms }], media: [], moreParts: [{ id: 'second', document: { type: 'doc', content: [] }, variants: [], media: [{ mediaId: 'film', altText: '' }] }] }
  expect(said(filmsAskedAnew(inLater, changePart(inLater, 1, { kind: 'detach', mediaId: 'film' }), media))).toEqual([null])
  expect(said(filmsAskedAnew(inLater, changeThread(inLater, { kind: 'remove_part', place: 1 }), media))).toEqual([null])
  // It only has another place, and the way back finds it.
  const moved = changeThread(inLater, { kind: 'move_part', place: 1, by: -1 })
  expect(filmsAskedAnew(inLater, moved, media)).toBe(moved)
  const joined = changeThread(inLater, { kind: 'join_parts' })
  expect([filmsAskedAnew(inLater, joined, media) === joined, filmsAskedAnew(joined, inLater, media) === inLater]).toEqual([true, true])
})

test('the composer asks anew, too, when a part leaves with its film', async () => {
  const later: PostContent = { ...content, targets: [{ accountId: 'yt', variant: null, terms }], media: [], moreParts: [{ id: 'second', document: { type: 'doc', content: [] }, variants: [], media: [{ mediaId: 'film', altText: '' }] }] }
  const answers: Readonly<Record<string, unknown>> = {
    'accounts.list': { accounts: [] }, 'media.list': { media },
    'posts.read': { post: { ...later, id: 'post', revision: 1, status: 'draft', schedule: null, plan: null, approval: { kind: 'none' }, origin: { kind: 'composer' }, publishedAt: null, updatedAt: 1 }, jobs: [] }
  }
  const bridge = { request: async (name: string) => ({ ok: true, value: answers[name] }), on: () => () => undefined } as unknown as StudioBridge
  const store = createComposerStore({ bridge, workspaceId: 'w', postId: 'post', initialTargets: 'none', initialPlan: null, timers: { setTimeout: () => 0, clearTimeout: () => undefined }, newId: () => 'id' })
  await store.load()
  store.changeThread({ kind: 'remove_part', place: 1 })
  const state = store.state.getState()
  store.dispose()
  expect(state.kind === 'ready' ? said(state.post.content) : null).toEqual([null])
})
