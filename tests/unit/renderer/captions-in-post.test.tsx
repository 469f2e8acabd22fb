// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, test } from 'vitest'
import { CaptionsDialog } from '../../../renderer/features/captions/CaptionsDialog.tsx'
import { createComposerStore, type ComposerStore } from '../../../renderer/features/composer/composer-store.ts'
import { dropCaptions } from '../../../renderer/features/composer/drop-captions.ts'
import { removeCaptions } from '../../../renderer/features/composer/take-away.ts'
import { undoStore } from '../../../renderer/shell/undo-store.ts'
import type { CaptionLanguage } from '../../../shared/captions/caption-languages.ts'
import type { FilmCaptions } from '../../../shared/captions/film-captions.ts'
import type { VideoItem } from '../../../shared/media/media-item.ts'
import type { PostContent } from '../../../shared/posts/post.ts'
import { fail } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { during, mount } from './mount.tsx'

const film = { id: 'film', mediaType: 'video/mp4', fileName: 'quai.mp4', durationMs: 60_000 } as unknown as VideoItem
const one = (captionsId: string, language: CaptionLanguage): FilmCaptions => ({ captionsId, language, fileName: `${captionsId}.srt`, bytes: 10, cues: 1, lastAtMs: 0, filmMs: 60_000 })
const [french, english, german] = [one('f', 'fr'), one('e', 'en'), one('d', 'de')]
const content: PostContent = { title: '', document: { type: 'doc', content: [] }, targets: [{ accountId: 'a', variant: null }], media: [{ mediaId: 'film', altText: '', captions: [french, english] }], moreParts: [{ id: 'second', document: { type: 'doc', content: [] }, variants: [], media: [] }] }

async function openStore(post: PostContent = content): Promise<ComposerStore> {
  const answers: Readonly<Record<string, unknown>> = {
    'accounts.list': { accounts: [] }, 'media.list': { media: [film] },
    'posts.read': { post: { ...post, id: 'post', revision: 1, status: 'draft', schedule: null, plan: null, approval: { kind: 'none' }, origin: { kind: 'composer' }, publishedAt: null, updatedAt: 1 }, jobs: [] }
  }
  const bridge = { request: async (name: string) => ({ ok: true, value: answers[name] }), on: () => () => undefined } as never
  const store = createComposerStore({ bridge, workspaceId: 'w', postId: 'post', initialTargets: 'none', initialPlan: null, timers: { setTimeout: () => 0, clearTimeout: () => undefined }, newId: () => 'id' })
  await store.load()
  return store
}

const contentOf = (store: ComposerStore): PostContent | null => {
  const state = store.state.getState()
  return state.kind === 'ready' ? state.post.content : null
}
const idsIn = (store: ComposerStore) => contentOf(store)?.media[0]?.captions?.map(({ captionsId }) => captionsId)

test('subtitles that are put back stand where they stood, and those that were added since stay', async () => {
  const store = await openStore()
  removeCaptions(store, 'w', 'film', french, 'French')
  store.change({ kind: 'caption_film', mediaId: 'film', captions: [english, german] })
  expect(await undoStore.getState().step?.undo()).toBeNull()
  expect(idsIn(store)).toEqual(['f', 'e', 'd'])
  store.dispose()
})

test('subtitles that are put back take the place of others in their language, and of no others', async () => {
  const store = await openStore()
  removeCaptions(store, 'w', 'film', french, 'French')
  store.change({ kind: 'caption_film', mediaId: 'film', captions: [english, german, one('g', 'fr')] })
  await undoStore.getState().step?.undo()
  expect(idsIn(store)).toEqual(['f', 'e', 'd'])
  store.dispose()
})

test('subtitles that were dropped change nothing of another part that is in the editor by the time they are read', async () => {
  const store = await openStore({ ...content, targets: [{ accountId: 'a', variant: null, media: content.media }] })
  store.edit('a')
  Object.assign(window, {
    studio: createFakeStudio({
      'media.addCaptions': ({ captionsId, fileName }) => {
        store.showPart(1)
        return { captionsId, fileName, bytes: 10, cues: 1, lastAtMs: 0 }
      }
    })
  })
  const before = contentOf(store)
  await dropCaptions(store, 'w', [new File(['x'], 'quai.de.srt')])
  expect(contentOf(store)).toEqual(before)
  store.dispose()
})

function Dialog() {
  const [captions, setCaptions] = useState<readonly FilmCaptions[]>([])
  return <CaptionsDialog workspaceId="w" film={film} captions={captions} onChange={setCaptions} onRemove={() => undefined} onClose={() => undefined} />
}

async function choose(...names: readonly string[]): Promise<string | undefined> {
  const picker = document.querySelector<HTMLInputElement>('input[type="file"][multiple]')!
  Object.defineProperty(picker, 'files', { value: names.map((name) => new File(['x'], name)), configurable: true })
  await during(() => picker.dispatchEvent(new Event('change', { bubbles: true })))
  return document.querySelector('[role="status"]')?.textContent
}

test('what was added is named, not what could not be', async () => {
  Object.assign(window, {
    studio: createFakeStudio({ 'media.addCaptions': ({ captionsId, fileName }) => (fileName.startsWith('broken') ? fail(studioError('captions_unreadable', 'no cues', { details: { reason: 'no_cues', fileName } })) : { captionsId, fileName, bytes: 10, cues: 1, lastAtMs: 0 }) })
  })
  await mount(<Dialog />)
  expect(await choose('broken.de.srt', 'quai.fr.srt')).toBe('quai.fr.srt was added.')
  expect(await choose('quai.es.srt', 'quai.it.srt')).toBe('2 files were added.')
})
