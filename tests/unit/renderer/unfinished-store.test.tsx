// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { UnfinishedWork } from '../../../shared/posts/unfinished-work.ts'
import { dismissUnfinished, followUnfinished, noteFiles, noteWriting, unfinishedStore } from '../../../renderer/shell/unfinished-store.ts'
import { createFakeStudio } from '../../fakes/fake-studio.ts'

const intoPost = (name: string) => ({ name, inPost: { postId: 'p', mediaId: `id of ${name}` } })

let left: UnfinishedWork | null
let inDraft: string[]
let told: (UnfinishedWork | null)[]
let stop: () => void

async function begin(): Promise<void> {
  stop = followUnfinished()
  await new Promise((resolve) => setTimeout(resolve))
}

beforeEach(() => {
  left = null
  inDraft = []
  told = []
  unfinishedStore.setState({ left: null, writing: null, files: [] })
  vi.stubGlobal('studio', createFakeStudio({
    'studio.unfinished': () => ({ unfinished: left }),
    'posts.read': () => ({ post: { media: inDraft.map((mediaId) => ({ mediaId, altText: '' })), targets: [], moreParts: [] }, jobs: [] }) as never,
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
  const endFile = noteFiles('one', [intoPost('a.png'), intoPost('b.mp4')])
  endFile(0)
  endFile(1)
  endWriting()
  const draft = { workspaceId: 'one', postId: 'p' }
  expect(told).toEqual([{ ...draft, files: [] }, { ...draft, files: [intoPost('a.png'), intoPost('b.mp4')] }, { ...draft, files: [intoPost('b.mp4')] }, { ...draft, files: [] }, null])
})

test('a page that ends as pages do leaves nothing behind', async () => {
  await begin()
  noteWriting('one', 'p')
  window.dispatchEvent(new Event('pagehide'))
  expect(told.at(-1)).toBeNull()
})

test('what was left is told until it is read', async () => {
  left = { workspaceId: 'one', postId: 'p', files: [intoPost('a.png')] }
  await begin()
  expect(unfinishedStore.getState().left).toEqual(left)
  expect(told).toEqual([])
  dismissUnfinished()
  expect(told).toEqual([null])
})

test('files that come in after their draft was left belong to no draft', async () => {
  await begin()
  const end = noteWriting('one', 'p')
  noteFiles('one', [{ name: 'b.mp4', inPost: null }])
  end()
  expect(told.at(-1)).toEqual({ workspaceId: 'one', postId: null, files: [{ name: 'b.mp4', inPost: null }] })
})

test('a file that the stored draft has did come in, however late its note would have ended', async () => {
  left = { workspaceId: 'one', postId: 'p', files: [intoPost('a.png'), intoPost('b.png'), { name: 'c.png', inPost: null }] }
  inDraft = ['id of a.png']
  await begin()
  expect(unfinishedStore.getState().left?.files.map(({ name }) => name)).toEqual(['b.png', 'c.png'])
})
