import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../../electron/main/security/content-security-policy.ts'
import { serveAppProtocol } from '../../../../electron/main/security/serve-app-protocol.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-page-'))
  mkdirSync(join(folder, 'renderer'))
  writeFileSync(join(folder, 'renderer/index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'outside.html'), 'outside')
  symlinkSync(join(folder, 'outside.html'), join(folder, 'renderer/link.html'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const get = (url: string, method = 'GET') => serveAppProtocol(join(folder, 'renderer'))({ method, url })

test('serves a file with its type, the policy and no sniffing', () => {
  const response = get('app://studio/')
  expect(response.statusCode).toBe(200)
  expect(response.data.toString()).toBe('<!doctype html>')
  expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(response.headers['content-security-policy']).toBe(contentSecurityPolicy)
  expect(response.headers['x-content-type-options']).toBe('nosniff')
})

test('does not follow a link out of the folder', () => {
  expect(get('app://studio/link.html').statusCode).toBe(404)
})

test('answers 404 for what is not there, with the policy all the same', () => {
  const response = get('app://studio/missing.js')
  expect(response.statusCode).toBe(404)
  expect(response.headers['content-security-policy']).toBe(contentSecurityPolicy)
})

test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('refuses %s', (method) => {
  expect(get('app://studio/', method).statusCode).toBe(405)
})
