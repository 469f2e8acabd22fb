// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { studioError, type StudioError } from '../../../shared/errors/studio-error.ts'
import { Toaster } from '../../../renderer/components/Toast.tsx'
import { registerCommands } from '../../../renderer/shell/command-registry.ts'
import { listenForShortcuts } from '../../../renderer/shell/listen-for-shortcuts.ts'
import { routeStore } from '../../../renderer/shell/route-store.ts'
import { routeTo } from '../../../renderer/shell/route.ts'
import { rememberUndo, undoLast, undoStore, type Undoable } from '../../../renderer/shell/undo-store.ts'
import { click, during, find, mount, press } from './mount.tsx'

const workspaceId = 'one'
const undoing = (error: StudioError | null = null) => vi.fn<Undoable['undo']>().mockResolvedValue(error)

beforeEach(async () => {
  undoStore.setState({ steps: [] })
  routeStore.setState({ route: routeTo('calendar', workspaceId) })
  await mount(<Toaster workspaceId={workspaceId} />)
})

test('the toast’s button and the key lead to the same step, which is taken back once', async () => {
  const undo = undoing()
  await during(() => rememberUndo({ workspaceId, label: 'Moved to Thursday', undo }))
  await click(find('button', 'Undo'))
  await during(undoLast)
  expect(undo).toHaveBeenCalledTimes(1)
  expect(document.body.textContent).toContain('Taken back: Moved to Thursday')
  expect(find('button', 'Undo')).toBeUndefined()
})

test('a button pressed while its toast is leaving takes nothing back a second time', async () => {
  const undo = undoing()
  await during(() => rememberUndo({ workspaceId, label: 'Moved to Thursday', undo }))
  const button = find('button', 'Undo')
  await during(() => {
    void undoLast()
    button?.click()
  })
  expect(undo).toHaveBeenCalledTimes(1)
})

test('the key goes back one step at a time, newest first, and never to another client’s', async () => {
  const [first, second, other] = [undoing(), undoing(), undoing()]
  await during(() => {
    rememberUndo({ workspaceId, label: 'first', undo: first })
    rememberUndo({ workspaceId, label: 'second', undo: second })
    rememberUndo({ workspaceId: 'two', label: 'other', undo: other })
  })
  await during(undoLast)
  expect([first, second, other].map((undo) => undo.mock.calls.length)).toEqual([0, 1, 0])
  await during(undoLast)
  await during(undoLast)
  expect([first, second, other].map((undo) => undo.mock.calls.length)).toEqual([1, 1, 0])
})

test('a step that could not be taken back is said, and stays when another try may help', async () => {
  const lost = studioError('engine_stopped', 'gone', { retryable: true })
  const refused = studioError('conflict', 'changed since')
  await during(() => rememberUndo({ workspaceId, label: 'retry', undo: undoing(lost) }))
  await during(undoLast)
  expect(undoStore.getState().steps.map(({ label }) => label)).toEqual(['retry'])
  undoStore.setState({ steps: [] })
  await during(() => rememberUndo({ workspaceId, label: 'refused', undo: undoing(refused) }))
  await during(undoLast)
  expect(undoStore.getState().steps).toEqual([])
  expect(document.body.textContent).not.toContain('Taken back: refused')
})

test('the key is the text field’s own while somebody types', async () => {
  const undo = undoing()
  const ends = [listenForShortcuts(), registerCommands({ name: 'global', title: 'Everywhere' }, [{ id: 'undo', title: 'Undo', shortcut: 'mod+z', run: () => void undoLast() }])]
  await during(() => rememberUndo({ workspaceId, label: 'Moved', undo }))
  const field = document.body.appendChild(document.createElement('textarea'))
  await press('z', { ctrlKey: true }, field)
  expect(undo).not.toHaveBeenCalled()
  await press('z', { ctrlKey: true })
  expect(undo).toHaveBeenCalledTimes(1)
  for (const end of ends) end()
})

test('what was forgotten is no longer offered', async () => {
  let forget = (): void => undefined
  await during(() => (forget = rememberUndo({ workspaceId, label: 'Moved', undo: undoing() })))
  await during(forget)
  expect(undoStore.getState().steps).toEqual([])
  expect(find('button', 'Undo')).toBeUndefined()
})
