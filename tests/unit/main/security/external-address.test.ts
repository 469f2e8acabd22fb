import { expect, test } from 'vitest'
import { externalAddress } from '../../../../electron/main/security/external-address.ts'
import { createOpenExternal } from '../../../../electron/main/security/safe-open-external.ts'

test.each([
  ['https://example.com', 'https://example.com/'],
  ['HTTPS://EXAMPLE.COM/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['https://exämple.fr/été', 'https://xn--exmple-cua.fr/%C3%A9t%C3%A9'],
  ['mailto:lea@example.com', 'mailto:lea@example.com'],
  ['mailto:lea@example.com?subject=Hello&body=World', 'mailto:lea@example.com?subject=Hello&body=World']
])('opens %s', (text, address) => {
  expect(externalAddress(text)).toBe(address)
})

test.each([
  'http://example.com/', 'http://127.0.0.1:3000/', 'file:///etc/passwd', 'FILE:///etc/passwd', 'file://server/share/a.exe', '\\\\server\\share', '//example.com/x',
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\tscript:alert(1)', 'smb://server/share', 'ms-msdt:/id PCWDiagnostic', 'ms-officecmd:%7B%7D',
  'search-ms:query=x', 'data:text/html,<script>1</script>', 'vbscript:x', 'ftp://example.com/', 'ssh://example.com', 'vigie://open/inbox', 'app://studio/',
  'about:blank', 'view-source:https://example.com', ' https://example.com', 'https://example.com ', '\thttps://example.com', 'https://exa\nmple.com',
  'https://example.com/\u0000', 'https://example.com/\u2028', 'https://user@example.com/', 'https://user:pass@example.com/', 'https:\\\\example.com',
  'mailto:', 'mailto:nobody', 'mailto:a@example.com?attach=/etc/passwd', 'mailto:a@example.com?Attachment=x', 'https://', 'nonsense', '',
  `https://example.com/${'x'.repeat(2048)}`
])('refuses %j', (text) => {
  expect(externalAddress(text)).toBeNull()
})

test('opens login pages on loopback only where that is allowed', () => {
  const allowLoopback = { allowLoopback: true }
  expect(externalAddress('http://127.0.0.1:3000/oauth/authorize?state=x', allowLoopback)).toBe('http://127.0.0.1:3000/oauth/authorize?state=x')
  expect(externalAddress('http://localhost:3000/', allowLoopback)).toBe('http://localhost:3000/')
  expect(externalAddress('http://example.com/', allowLoopback)).toBeNull()
  expect(externalAddress('http://127.0.0.1.example.com/', allowLoopback)).toBeNull()
})

test('hands the rewritten address to the system, and nothing when it is refused', async () => {
  const opened: string[] = []
  const open = createOpenExternal({ openExternal: async (url) => void opened.push(url) }, { allowLoopback: false })
  expect(await open('HTTPS://Example.com')).toEqual({ ok: true, value: {} })
  expect(await open('file:///etc/passwd')).toMatchObject({ ok: false, error: { code: 'address_refused' } })
  expect(opened).toEqual(['https://example.com/'])
})

test('says so when the system cannot open it, without repeating the address', async () => {
  const open = createOpenExternal({ openExternal: () => Promise.reject(new Error('no browser for https://example.com/?state=secret')) }, { allowLoopback: false })
  const result = await open('https://example.com/?state=secret')
  expect(result).toMatchObject({ ok: false, error: { code: 'unreachable', retryable: true } })
  expect(JSON.stringify(result)).not.toContain('secret')
})
