import { expect, test } from 'vitest'
import { windowOptions } from '../../../../electron/main/windows/window-options.ts'

const wishes = { preloadPath: '/app/preload.cjs', isPackaged: true, bounds: { width: 1280, height: 800 }, backgroundColor: '#fff', icon: null }

test('gives the page exactly this much power', () => {
  expect(windowOptions(wishes).webPreferences).toEqual({
    preload: '/app/preload.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    disableBlinkFeatures: 'Auxclick',
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false
  })
})

test('has developer tools only when it is not packaged', () => {
  expect(windowOptions({ ...wishes, isPackaged: false }).webPreferences?.devTools).toBe(true)
})
