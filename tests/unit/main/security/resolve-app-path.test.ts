import { expect, test } from 'vitest'
import { resolveAppPath } from '../../../../electron/main/security/resolve-app-path.ts'

const folder = '/opt/Vigie/renderer'

test.each([
  ['app://studio/', '/opt/Vigie/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://studio/index.html?theme=dark#inbox', '/opt/Vigie/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://studio/assets/main-1a2b.js', '/opt/Vigie/renderer/assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
  ['app://studio/assets/Inter%20Variable.woff2', '/opt/Vigie/renderer/assets/Inter Variable.woff2', 'font/woff2'],
  // The URL parser itself takes these dots away; what is left is inside.
  ['app://studio/a/../index.html', '/opt/Vigie/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://studio/../../index.html', '/opt/Vigie/renderer/index.html', 'text/html; charset=utf-8'],
  ['app://studio/%2e%2e/%2E%2E/index.html', '/opt/Vigie/renderer/index.html', 'text/html; charset=utf-8']
])('finds %s', (url, path, mediaType) => {
  expect(resolveAppPath(folder, url)).toEqual({ path, mediaType })
})

test.each([
  ['a slash written as %2f', 'app://studio/..%2f..%2fetc%2fpasswd.html'],
  ['dots and slash both escaped', 'app://studio/%2e%2e%2f%2e%2e%2fsecret.json'],
  ['a backslash', 'app://studio/..\\..\\secret.json'],
  ['an escaped backslash', 'app://studio/..%5c..%5csecret.json'],
  ['an absolute path', 'app://studio//etc/passwd.html'],
  ['an absolute path, escaped', 'app://studio/%2fetc/passwd.html'],
  ['a drive letter', 'app://studio/C:/Windows/win.json'],
  ['a NUL', 'app://studio/index.html%00.js'],
  ['a line feed', 'app://studio/index%0a.html'],
  ['a broken escape', 'app://studio/%zz.html'],
  ['an alternate data stream', 'app://studio/index.html::$DATA'],
  ['a kind of file that is never served', 'app://studio/studio.db'],
  ['no kind at all', 'app://studio/assets'],
  ['another host', 'app://other/index.html'],
  ['another host that begins alike', 'app://studio.evil/index.html'],
  ['credentials', 'app://u@studio/index.html'],
  ['another scheme', 'file:///opt/Vigie/renderer/index.html']
])('refuses %s', (_what, url) => {
  expect(resolveAppPath(folder, url)).toBeNull()
})
