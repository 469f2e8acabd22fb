// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PostStatus } from '../../../shared/posts/post.ts'
import { Toaster } from '../../../renderer/components/Toast.tsx'
import { followPostToasts, showPostToast } from '../../../renderer/shell/post-toasts.ts'
import { offerToSend, rememberUndo, undoStore, type Undoable } from '../../../renderer/shell/undo-store.ts'
import { createFakeStudio, type FakeStudio } from '../../fakes/fake-studio.ts'
import { during, find, mount } from './mount.tsx'

const workspaceId = 'one'
const place = { workspaceId, postId: 'p' }
let status: PostStatus
let studio: FakeStudio
let stop: () => void

beforeEach(async () => {
  status = 'draft'
  studio = createFakeStudio({
    'posts.read': () => ({
      post: { id: 'p', status, schedule: null, plan: null, title: '', document: { type: 'doc', content: [] }, targets: [], media: [], origin: { kind: 'composer' }, approval: { kind: 'none' }, createdAt: 0, updatedAt: 0, publishedAt: null, revision: 1 },
      jobs: []
    })
  })
  vi.stubGlobal('studio', studio)
  stop = followPostToasts()
  undoStore.setState({ step: null })
  await mount(<Toaster workspaceId={workspaceId} />)
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

const said = (): string => document.body.textContent
const change = async (to: PostStatus = status): Promise<void> => {
  status = to
  await during(() => studio.emit('posts.changed', { workspaceId, ids: ['p'] }))
}
const offer = () => offerToSend({ ...place, label: 'is a draft again', action: 'Schedule again', done: 'Scheduled', send: () => Promise.resolve(null) })

test('what is said of a post goes when the post has another state, whoever gave it that', async () => {
  await during(offer)
  await change()
  expect(said()).toContain('is a draft again')
  await change('scheduled')
  expect(said()).not.toContain('is a draft again')
  expect(find('button', 'Schedule again')).toBeUndefined()
})

test('of one post one message stands, of another post its own', async () => {
  await during(offer)
  await during(() => showPostToast({ workspaceId, postId: 'other' }, { title: 'The other is scheduled' }))
  await during(() => showPostToast(place, { title: 'does not leave' }))
  expect(said()).not.toContain('is a draft again')
  expect(said()).toContain('does not leave')
  expect(said()).toContain('The other is scheduled')
})

test('with the message goes what the key could take back', async () => {
  const undo = vi.fn<Undoable['undo']>().mockResolvedValue(null)
  await during(() => rememberUndo({ ...place, label: 'planned for Friday', will: 'no plan', undone: 'has no plan', undo }))
  expect(undoStore.getState().step).not.toBeNull()
  await change('published')
  expect(undoStore.getState().step).toBeNull()
  expect(said()).not.toContain('planned for Friday')
})

test('a message that has left is followed no longer', async () => {
  await during(() => showPostToast(place, { title: 'is scheduled' }))
  await during(() => find('button', 'Close')?.click())
  await change()
  const asked = studio.requests.length
  await change()
  expect(studio.requests.length).toBe(asked)
})
