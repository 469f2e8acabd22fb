import { expect, test } from 'vitest'
import { guardDownloads, isAllowedDownload } from '../../../../electron/main/security/guard-downloads.ts'

test.each([
  ['blob:app://studio/0b1f7a7e-3c1b-4d52-9d5c-111111111111', true],
  ['blob:app://studio.evil/0b1f7a7e', false],
  ['blob:https://example.com/0b1f7a7e', false],
  ['app://studio/index.html', false],
  ['data:text/html,<script>1</script>', false],
  ['https://example.com/a.exe', false],
  ['file:///etc/passwd', false]
])('%s may be saved: %s', (url, isAllowed) => {
  expect(isAllowedDownload(url)).toBe(isAllowed)
})

test('stops every other download of the session, and tells what became of the rest', () => {
  type Listener = (event: { preventDefault(): void }, item: { getURL(): string; once(name: string, done: (event: unknown, state: string) => void): void }) => void
  const listeners: Listener[] = []
  const told: unknown[] = []
  guardDownloads({ on: (_name: string, listener: Listener) => listeners.push(listener) } as unknown as Parameters<typeof guardDownloads>[0], (ended) => told.push(ended))
  const address = 'blob:app://studio/1'
  const stopped: string[] = []
  for (const url of [address, 'data:text/html,x']) listeners[0]?.({ preventDefault: () => void stopped.push(url) }, { getURL: () => url, once: (_name, done) => done(null, 'cancelled') })
  expect(stopped).toEqual(['data:text/html,x'])
  expect(told).toEqual([{ address, outcome: 'cancelled' }])
})
