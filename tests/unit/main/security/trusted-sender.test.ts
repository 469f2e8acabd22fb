import { expect, test } from 'vitest'
import { isTrustedSender, readSender } from '../../../../electron/main/security/trusted-sender.ts'

const own = new Set([7])
const good = { webContentsId: 7, frameOrigin: 'app://studio', isMainFrame: true }

test('trusts the top frame of our own window', () => {
  expect(isTrustedSender(good, own)).toBe(true)
})

test.each([
  ['another web contents', { ...good, webContentsId: 8 }],
  ['a remote page in our window', { ...good, frameOrigin: 'https://example.com' }],
  ['a page whose host begins alike', { ...good, frameOrigin: 'app://studio.evil' }],
  ['about:blank', { ...good, frameOrigin: 'null' }],
  ['a frame that is gone', { ...good, frameOrigin: null }],
  ['an iframe with our own origin', { ...good, isMainFrame: false }]
])('does not trust %s', (_who, sender) => {
  expect(isTrustedSender(sender, own)).toBe(false)
})

test('reads the sender off an event', () => {
  expect(readSender({ sender: { id: 7 }, senderFrame: { origin: 'app://studio', parent: null } })).toEqual(good)
  expect(readSender({ sender: { id: 7 }, senderFrame: { origin: 'app://studio', parent: {} } }).isMainFrame).toBe(false)
})

test('takes a missing or destroyed frame for nobody', () => {
  const nobody = { webContentsId: 7, frameOrigin: null, isMainFrame: false }
  expect(readSender({ sender: { id: 7 }, senderFrame: null })).toEqual(nobody)
  const destroyed = { get origin(): string { throw new Error('Render frame was disposed') }, parent: null }
  expect(readSender({ sender: { id: 7 }, senderFrame: destroyed })).toEqual(nobody)
})
