import { expect, test } from 'vitest'
import { isOwnUrl } from '../../../../electron/main/security/is-own-url.ts'

test.each(['app://studio/', 'app://studio/index.html', 'app://studio/assets/a.js?x=1#y'])('counts %s as our own', (url) => {
  expect(isOwnUrl(url)).toBe(true)
})

test.each([
  'https://x.example/?app://studio',
  'https://x.example/#app://studio/',
  'app://studio.evil/',
  'app://studio.evil.example/index.html',
  'app://u@studio/',
  'app://u:p@studio/',
  'app://studio:8080/',
  'app://other/',
  'app:studio',
  'file:///app://studio/',
  'about:blank',
  'about:srcdoc',
  'data:text/html,app://studio',
  'javascript:app://studio',
  'apps://studio/',
  'null',
  ''
])('does not count %s as our own', (url) => {
  expect(isOwnUrl(url)).toBe(false)
})
