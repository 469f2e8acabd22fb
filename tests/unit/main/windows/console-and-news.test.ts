import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { EngineRequest } from '../../../../electron/main/engine/engine-client.ts'
import { SettingsMirror } from '../../../../electron/main/settings-mirror.ts'
import { followNextDue } from '../../../../electron/main/windows/follow-next-due.ts'
import { readConsoleMessage } from '../../../../electron/main/windows/read-console-message.ts'
import { createStudioTray, trayIconName } from '../../../../electron/main/windows/studio-tray.ts'
import { fail, succeed, type Result } from '../../../../shared/contract/result.ts'
import { studioError } from '../../../../shared/errors/studio-error.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each([
  ['Electron 33', [{}, 3, 'text', 7, 'app://studio/a.js'], { level: 'error', text: 'text' }],
  ['Electron 33', [{}, 2, 'text', 7, ''], { level: 'warning', text: 'text' }],
  ['Electron 33', [{}, 1, 'text', 7, ''], { level: 'info', text: 'text' }],
  ['Electron 45', [{ level: 'error', message: 'text' }], { level: 'error', text: 'text' }],
  ['Electron 45', [{ level: 'debug', message: 'text' }], { level: 'info', text: 'text' }],
  ['neither', [{}], null],
  ['neither', [], null]
])('reads what the page writes to its console, as %s tells it', (_form, values, message) => {
  expect(readConsoleMessage(values)).toEqual(message)
})

test('asks what is due once for many changes', async () => {
  const told: (number | null)[] = []
  let asked = 0
  const changed = followNextDue((async () => succeed({ sending: 0, leaving: 0, dueToday: 1, nextDueAt: ++asked, isHeld: false })) as unknown as EngineRequest, ({ nextDueAt }) => void told.push(nextDueAt))
  for (let count = 0; count < 50; count++) changed()
  await vi.advanceTimersByTimeAsync(400)
  expect(told).toEqual([1])
  changed()
  await vi.advanceTimersByTimeAsync(400)
  expect(told).toEqual([1, 2])
})

const settings = { theme: 'system', language: 'system', notifications: true, workOffline: false } as const

test('mirrors the settings it needs, and says so only when they changed', async () => {
  const answers: Result<unknown>[] = [
    succeed({ settings: { ...settings, lastWorkspaceId: null } }),
    succeed({ settings: { ...settings, theme: 'dark', lastWorkspaceId: null } }),
    fail(studioError('engine_stopped', 'x'))
  ]
  const changes: unknown[] = []
  const mirror = new SettingsMirror((async () => answers.shift()) as unknown as EngineRequest, settings, (changed) => void changes.push(changed))
  await mirror.refresh()
  expect(changes).toEqual([])
  await mirror.refresh()
  expect(changes).toEqual([{ ...settings, theme: 'dark' }])
  await mirror.refresh()
  expect(mirror.current.theme).toBe('dark')
})

test('a desktop without a place for icons ends nothing', () => {
  const errors: string[] = []
  const NoTray = function () {
    throw new Error('no StatusNotifierWatcher')
  }
  const actions = { open: () => {}, newPost: () => {}, setWorkOffline: () => {}, quit: () => {} }
  const tray = createStudioTray({ Tray: NoTray as never, Menu: { buildFromTemplate: () => ({}) as never }, iconPath: '/icon.png', actions, logError: (text) => void errors.push(text) })
  tray.destroy()
  expect(errors).toEqual(['no icon among the system\'s: no StatusNotifierWatcher'])
  expect([trayIconName('darwin'), trayIconName('linux')]).toEqual(['trayTemplate.png', 'tray.png'])
})
