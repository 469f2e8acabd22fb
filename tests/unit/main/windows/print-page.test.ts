import type { Session } from 'electron'
import { expect, test } from 'vitest'
import { isAllowedForPrint, printWindowOptions } from '../../../../electron/main/windows/print-page.ts'

test.each([
  ['vigie-print:page', true],
  ['data:image/jpeg;base64,AA==', true],
  ['vigie-print:other', false],
  ['https://example.com/a.png', false],
  ['http://127.0.0.1/a.png', false],
  ['file:///etc/passwd', false],
  ['app://studio/index.html', false],
  ['vigie-media://0b1f/0b1f', false]
])('a page that is printed may ask for %s: %s', (url, isAllowed) => {
  expect(isAllowedForPrint(url)).toBe(isAllowed)
})

test('what is printed has no script, no preload, no Node and a session of its own', () => {
  // Only handed on.
  const session = {} as Session
  expect(printWindowOptions(session)).toEqual({
    show: false,
    webPreferences: { session, javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, devTools: false }
  })
})
