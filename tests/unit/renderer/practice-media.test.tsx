// @vitest-environment happy-dom
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { PracticeMedia } from '../../../renderer/features/practice/PracticeMedia.tsx'
import { createFakeStudio } from '../../fakes/fake-studio.ts'
import { click, find, mount } from './mount.tsx'

vi.mock('../../../renderer/bridge/film-cover.ts', () => ({ makeFilmCover: async () => null }))

function Page() {
  const [turn, setTurn] = useState(0)
  // As an answer that was read anew: the same, in other objects.
  const item = { kind: 'film' as const, description: '', mediaId: 1, mediaType: 'video/mp4' as const, captions: [{ language: 'fr', vtt: 'WEBVTT' }] }
  return (
    <>
      <button type="button" onClick={() => setTurn(turn + 1)}>Again</button>
      <PracticeMedia item={item} page={{ workspaceId: 'w', url: 'https://practice.example/1' }} />
    </>
  )
}

test('a film with subtitles on the practice network is fetched once, however often its page is read', async () => {
  const fake = createFakeStudio({ 'practice.readFilm': () => ({ bytes: new Uint8Array([1]) }) })
  Object.assign(window, { studio: fake })
  await mount(<Page />)
  await click(find('button', 'Again'))
  expect(fake.requests.filter(({ name }) => name === 'practice.readFilm')).toHaveLength(1)
})
