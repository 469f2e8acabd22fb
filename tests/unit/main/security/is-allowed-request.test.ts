import { expect, test } from 'vitest'
import { blockNetwork } from '../../../../electron/main/security/block-network.ts'
import { isAllowedRequest } from '../../../../electron/main/security/is-allowed-request.ts'

test.each(['app://studio/index.html', 'vigie-media://0b1f7a7e-3c1b-4d52-9d5c-111111111111/x', 'data:image/png;base64,AA==', 'blob:app://studio/1'])(
  'lets the page load %s',
  (url) => expect(isAllowedRequest(url, false)).toBe(true)
)

test.each([
  'https://example.com/',
  'http://example.com/',
  'http://127.0.0.1:8080/',
  'http://localhost/',
  'ws://127.0.0.1/',
  'wss://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'chrome://gpu',
  'chrome-extension://abc/x.js',
  'app://other/x.js',
  'not an address'
])('does not let the page load %s', (url) => {
  expect(isAllowedRequest(url, false)).toBe(false)
  expect(isAllowedRequest(url, true)).toBe(false)
})

test('loads the developer tools only in development', () => {
  expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', true)).toBe(true)
  expect(isAllowedRequest('devtools://devtools/bundled/inspector.html', false)).toBe(false)
})

test('is asked for every request of the session', () => {
  const answers: unknown[] = []
  type Listener = (details: { url: string }, answer: (decision: { cancel: boolean }) => void) => void
  const listeners: Listener[] = []
  const session = { webRequest: { onBeforeRequest: (listener: Listener) => listeners.push(listener) } }
  blockNetwork(session as unknown as Parameters<typeof blockNetwork>[0], false)
  for (const url of ['https://example.com/', 'app://studio/a.js']) listeners[0]?.({ url }, (decision) => answers.push(decision))
  expect(answers).toEqual([{ cancel: true }, { cancel: false }])
})
