import { expect, test } from 'vitest'
import { guardNavigation, isAllowedNavigation } from '../../../../electron/main/security/guard-navigation.ts'

test('lets the page load itself again, and nothing else', () => {
  expect(isAllowedNavigation('app://studio/index.html', true)).toBe(true)
  expect(isAllowedNavigation('app://studio/index.html', false)).toBe(false)
  expect(isAllowedNavigation('https://example.com/?app://studio', true)).toBe(false)
  expect(isAllowedNavigation('about:blank', true)).toBe(false)
})

interface FakeEvent { url: string; isMainFrame: boolean; prevented: boolean; preventDefault(): void }

function guarded() {
  const listeners = new Map<string, (event: FakeEvent) => void>()
  const opened: string[] = []
  let openHandler: ((details: { url: string }) => unknown) | null = null
  const contents = {
    on: (name: string, listener: (event: FakeEvent) => void) => listeners.set(name, listener),
    setWindowOpenHandler: (handler: (details: { url: string }) => unknown) => (openHandler = handler)
  }
  guardNavigation(contents as unknown as Parameters<typeof guardNavigation>[0], async (url) => {
    opened.push(url)
    return { ok: true, value: {} }
  })
  const fire = (name: string, url: string, isMainFrame = true) => {
    const event: FakeEvent = { url, isMainFrame, prevented: false, preventDefault() { this.prevented = true } }
    listeners.get(name)?.(event)
    return event.prevented
  }
  return { fire, opened, open: (url: string) => openHandler?.({ url }) }
}

test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stops %s to anywhere else', (name) => {
  const { fire } = guarded()
  expect(fire(name, 'https://example.com/')).toBe(true)
  expect(fire(name, 'app://studio.evil/')).toBe(true)
  expect(fire(name, 'app://studio/', false)).toBe(true)
  expect(fire(name, 'app://studio/')).toBe(false)
})

test('never lets a webview in', () => {
  expect(guarded().fire('will-attach-webview', 'app://studio/')).toBe(true)
})

test('makes no new window and leaves the address to the one door outside', () => {
  const { open, opened } = guarded()
  expect(open('https://example.com/')).toEqual({ action: 'deny' })
  expect(open('app://studio/')).toEqual({ action: 'deny' })
  expect(opened).toEqual(['https://example.com/', 'app://studio/'])
})
