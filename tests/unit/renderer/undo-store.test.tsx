// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import type { Leaving } from '../../../shared/outbox/undo-window.ts'
import { Toaster } from '../../../renderer/components/Toast.tsx'
import { registerCommands } from '../../../renderer/shell/command-registry.ts'
import { leavingByKey, leavingStore } from '../../../renderer/shell/leaving-store.ts'
import { listenForShortcuts } from '../../../renderer/shell/listen-for-shortcuts.ts'
import { routeStore } from '../../../renderer/shell/route-store.ts'
import { routeTo } from '../../../renderer/shell/route.ts'
import { undoByKey, useKeyedAction, useUndoLabel } from '../../../renderer/shell/undo-key.ts'
import { keyLasts, offerToSend, rememberUndo, undoStore, type Undoable } from '../../../renderer/shell/undo-store.ts'
import { click, during, find, mount, press } from './mount.tsx'

const workspaceId = 'one'
const undoing = (error: StudioError | null = null) => vi.fn<Undoable['undo']>().mockResolvedValue(error)
const act = (label: string, undo: Undoable['undo'], more: Partial<Undoable> = {}) => rememberUndo({ workspaceId, label, will: `${label} will be as before`, undone: `${label} is as before`, undo, ...more })
const leavingPost: Leaving = { workspaceId, kind: 'publish_post', postId: 'p', conversationId: null, jobIds: ['j'], accountIds: ['a'], excerpt: 'Low tide', leavesAt: Date.now() + 15_000, waitsForConnection: false }

function Page() {
  const label = useUndoLabel()
  return (
    <>
      <output>{label ?? 'nothing'}</output>
      <Toaster workspaceId={workspaceId} keyedAction={useKeyedAction()} />
    </>
  )
}

const promised = () => document.querySelector('output')?.textContent
const hasKey = (button: Element | undefined) => button?.getAttribute('aria-keyshortcuts') !== null

beforeEach(async () => {
  undoStore.setState({ step: null })
  leavingStore.setState({ leaving: [] })
  routeStore.setState({ route: routeTo('calendar', workspaceId) })
  await mount(<Page />)
})

afterEach(() => {
  vi.restoreAllMocks()
})

test('the toast’s button and the key lead to the same step, which is taken back once; then the state is said, not the act', async () => {
  const undo = undoing()
  await during(() => act('Tide', undo))
  expect(promised()).toBe('Tide will be as before')
  await click(find('button', 'Undo'))
  await during(undoByKey)
  expect(undo).toHaveBeenCalledTimes(1)
  expect(document.body.textContent).toContain('Tide is as before')
  expect(find('button', 'Undo')).toBeUndefined()
  expect(promised()).toBe('nothing')
})

test('a button pressed while its toast is leaving takes nothing back a second time', async () => {
  const undo = undoing()
  await during(() => act('Tide', undo))
  const button = find('button', 'Undo')
  await during(() => {
    void undoByKey()
    button?.click()
  })
  expect(undo).toHaveBeenCalledTimes(1)
})

test('the key takes back the last act only, and never another client’s; the button of its toast alone shows the key', async () => {
  const [first, second, other] = [undoing(), undoing(), undoing()]
  await during(() => act('first', first))
  await during(() => act('second', second))
  expect([...document.querySelectorAll('[role="dialog"] button, button')].filter((button) => button.textContent.includes('Undo') && hasKey(button))).toHaveLength(1)
  await during(undoByKey)
  await during(undoByKey)
  expect([first, second].map((undo) => undo.mock.calls.length)).toEqual([0, 1])
  await during(() => act('other', other, { workspaceId: 'two' }))
  await during(undoByKey)
  expect(other).not.toHaveBeenCalled()
})

test('the key counts only on the screen, or the conversation, where it was done', async () => {
  const undo = undoing()
  await during(() => routeStore.setState({ route: { screen: 'inbox', workspaceId, conversationId: 'a' } }))
  await during(() => act('Talk', undo))
  for (const route of [{ screen: 'inbox', workspaceId, conversationId: 'b' } as const, routeTo('calendar', workspaceId)]) {
    await during(() => routeStore.setState({ route }))
    expect(promised()).toBe('nothing')
    expect(hasKey(find('button', 'Undo'))).toBe(false)
    await during(undoByKey)
  }
  expect(undo).not.toHaveBeenCalled()
  await during(() => routeStore.setState({ route: { screen: 'inbox', workspaceId, conversationId: 'a' } }))
  await during(undoByKey)
  expect(undo).toHaveBeenCalledTimes(1)
})

test('half a minute later the key does nothing any more, also after a sleep in which no timer ran', async () => {
  const undo = undoing()
  const now = Date.now()
  await during(() => act('Tide', undo))
  vi.spyOn(Date, 'now').mockReturnValue(now + keyLasts + 1_000)
  await during(undoByKey)
  expect(undo).not.toHaveBeenCalled()
})

test('what would go out is sent by its own button alone, which says what it does; and it ends what the key could do', async () => {
  const [earlier, send] = [undoing(), undoing()]
  await during(() => act('earlier', earlier))
  await during(() => offerToSend({ workspaceId, postId: 'p', label: 'A draft again', action: 'Schedule again for Fri 27 Nov, 18:00', done: 'Scheduled', send }))
  expect(promised()).toBe('nothing')
  await during(undoByKey)
  expect([earlier, send].map((undo) => undo.mock.calls.length)).toEqual([0, 0])
  const button = find('button', 'Schedule again for Fri 27 Nov, 18:00')
  expect(hasKey(button)).toBe(false)
  await click(button)
  expect(send).toHaveBeenCalledTimes(1)
})

test('what is about to leave has the key before everything else, and then no toast promises it', async () => {
  const undo = undoing()
  await during(() => act('Tide', undo))
  await during(() => leavingStore.setState({ leaving: [leavingPost] }))
  expect(promised()).toBe('the post “Low tide” does not leave')
  expect(hasKey(find('button', 'Undo'))).toBe(false)
  await during(() => leavingStore.setState({ leaving: [{ ...leavingPost, workspaceId: 'two' }] }))
  expect(promised()).toBe('Tide will be as before')
  expect(hasKey(find('button', 'Undo'))).toBe(true)
})

test('among what leaves, the newest line that can be seen comes before a heart', () => {
  const heart: Leaving = { ...leavingPost, kind: 'like', postId: null, jobIds: ['h'] }
  expect(leavingByKey([leavingPost, heart], workspaceId)).toBe(leavingPost)
  expect(leavingByKey([heart], workspaceId)).toBe(heart)
  expect(leavingByKey([leavingPost], 'two')).toBeNull()
})

test('a step that could not be taken back is said, and stays when another try may help', async () => {
  const lost = studioError('engine_stopped', 'gone', { retryable: true })
  const refused = studioError('conflict', 'changed since')
  const retried = undoing(lost)
  await during(() => act('retry', retried))
  await during(undoByKey)
  await during(undoByKey)
  expect(retried).toHaveBeenCalledTimes(2)
  await during(() => act('refused', undoing(refused)))
  await during(undoByKey)
  expect(promised()).toBe('nothing')
  expect(document.body.textContent).toContain('The post was edited since, so nothing was undone.')
  expect(document.body.textContent).not.toContain('elsewhere')
  expect(document.body.textContent).not.toContain('refused is as before')
})

test('the key is the text field’s own while somebody types', async () => {
  const undo = undoing()
  const ends = [listenForShortcuts(), registerCommands({ name: 'global', title: 'Everywhere' }, [{ id: 'undo', title: 'Undo', shortcut: 'mod+z', run: () => void undoByKey() }])]
  await during(() => act('Moved', undo))
  const field = document.body.appendChild(document.createElement('textarea'))
  await press('z', { ctrlKey: true }, field)
  expect(undo).not.toHaveBeenCalled()
  await press('z', { ctrlKey: true })
  expect(undo).toHaveBeenCalledTimes(1)
  for (const end of ends) end()
})

test('what was forgotten is no longer offered', async () => {
  let forget = (): void => undefined
  await during(() => (forget = act('Moved', undoing())))
  await during(forget)
  expect(undoStore.getState().step).toBeNull()
  expect(find('button', 'Undo')).toBeUndefined()
})
