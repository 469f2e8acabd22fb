import { expect, test } from 'vitest'
import { decidePermission } from '../../../../electron/main/security/decide-permission.ts'
import { guardPermissions } from '../../../../electron/main/security/guard-permissions.ts'

// Every name in the types of Electron 33 and 45, and a few that Chromium knows beyond them.
const permissions = [
  'accessibility-events', 'ambient-light-sensor', 'background-fetch', 'background-sync', 'clipboard-read', 'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem', 'fullscreen', 'geolocation', 'hid', 'idle-detection', 'keyboardLock', 'media',
  'mediaKeySystem', 'midi', 'midiSysex', 'notifications', 'openExternal', 'payment-handler', 'pointerLock', 'screen-wake-lock', 'sensors', 'serial',
  'speaker-selection', 'storage-access', 'top-level-storage-access', 'unknown', 'usb', 'window-management', 'persistent-storage', 'local-network-access'
]

test.each(permissions)('decides about %s', (permission) => {
  const allowed = decidePermission({ permission, requestingUrl: 'app://studio/', isMainFrame: true })
  expect(allowed).toBe(permission === 'clipboard-sanitized-write')
})

test.each([
  ['another origin', { requestingUrl: 'https://example.com/', isMainFrame: true }],
  ['an origin that names ours', { requestingUrl: 'https://example.com/?app://studio/', isMainFrame: true }],
  ['a frame', { requestingUrl: 'app://studio/', isMainFrame: false }],
  ['nobody', { requestingUrl: '', isMainFrame: true }]
])('refuses the clipboard to %s', (_who, question) => {
  expect(decidePermission({ permission: 'clipboard-sanitized-write', ...question })).toBe(false)
})

test('sets the request, the check and the device handler', () => {
  type Handler = (...values: unknown[]) => unknown
  const handlers: Record<string, Handler> = {}
  const session = {
    setPermissionRequestHandler: (handler: Handler) => (handlers['request'] = handler),
    setPermissionCheckHandler: (handler: Handler) => (handlers['check'] = handler),
    setDevicePermissionHandler: (handler: Handler) => (handlers['device'] = handler)
  }
  guardPermissions(session as unknown as Parameters<typeof guardPermissions>[0])
  const answers: unknown[] = []
  handlers['request']?.(null, 'geolocation', (answer: boolean) => answers.push(answer), { requestingUrl: 'app://studio/', isMainFrame: true })
  handlers['request']?.(null, 'clipboard-sanitized-write', (answer: boolean) => answers.push(answer), { requestingUrl: 'app://studio/', isMainFrame: true })
  expect(answers).toEqual([false, true])
  expect(handlers['check']?.(null, 'media', 'app://studio/', { isMainFrame: true })).toBe(false)
  expect(handlers['check']?.(null, 'clipboard-sanitized-write', 'app://studio/', { isMainFrame: true })).toBe(true)
  expect(handlers['device']?.({})).toBe(false)
})
