// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { UnfinishedWork } from '../../../shared/posts/unfinished-work.ts'
import { dismissUnfinished, followUnfinished, noteFiles, noteWriting, unfinishedStore } from '../../../renderer/shell/unfinished-store.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'

let left: UnfinishedWork | null
let told: (UnfinishedWork | null)[]
let stop: () => void

async function begin(): Promise<void> {
  stop = followUnfinished()
  await new Promise((resolve) => setTimeout(resolve))
}

beforeEach(() => {
  left = null
  told = []
  unfinishedStore.setState({ left: null, writing: null, files: [] })
  vi.stubGlobal('studio', createFakeStudio({
    'studio.unfinished': () => ({ unfinished: left }),
    'studio.noteUnfinished': ({ unfinished }) => {
      told.push(unfinished)
      return {}
    }
  }))
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

test('the draft and each file stay noted until they are done', async () => {
  await begin()
  const endWriting = noteWriting('one', 'p')
  const endFile = noteFiles('one', ['a.png', 'b.mp4'])
  endFile(0)
  endFile(1)
  endWriting()
  const draft = { workspaceId: 'one', postId: 'p' }
  expect(told).toEqual([{ ...draft, fileNames: [] }, { ...draft, fileNames: ['a.png', 'b.mp4'] }, { ...draft, fileNames: ['b.mp4'] }, { ...draft, fileNames: [] }, null])
})

test('a page that ends as pages do leaves nothing behind', async () => {
  await begin()
  noteWriting('one', 'p')
  window.dispatchEvent(new Event('pagehide'))
  expect(told.at(-1)).toBeNull()
})

test('what was left is told until it is read', async () => {
  left = { workspaceId: 'one', postId: 'p', fileNames: ['a.png'] }
  await begin()
  expect(unfinishedStore.getState().left).toEqual(left)
  expect(told).toEqual([])
  dismissUnfinished()
  expect(told).toEqual([null])
})

test('files that come in after their draft was left belong to no draft', async () => {
  await begin()
  const end = noteWriting('one', 'p')
  noteFiles('one', ['b.mp4'])
  end()
  expect(told.at(-1)).toEqual({ workspaceId: 'one', postId: null, fileNames: ['b.mp4'] })
})
