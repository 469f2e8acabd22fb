import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLogFile } from '../../../../electron/main/log/log-file.ts'
import { coverSecrets, logLine } from '../../../../electron/main/log/log-line.ts'

test.each([
  ['Authorization: Bearer abcdefgh12345678', 'abcdefgh12345678'],
  ['DPoP 9f8e7d6c5b4a39281706', '9f8e7d6c5b4a39281706'],
  ['sent basic bGVhOnNlY3JldA==', 'bGVhOnNlY3JldA'],
  ['jwt eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJkaWQ6cGxjIn0.c2lnbmF0dXJl end', 'eyJzdWIiOiJkaWQ6cGxjIn0'],
  ['{"accessToken":"abc-def","x":1}', 'abc-def'],
  ['{"refresh_token": "abc def"}', 'abc def'],
  ["appPassword: 'hunter2'", 'hunter2'],
  ['client_secret=s3cr3t&x=1', 's3cr3t'],
  ['GET /callback?code=4711abc&state=xyz987 HTTP', '4711abc'],
  ['GET /callback?code=4711abc&state=xyz987 HTTP', 'xyz987'],
  ['https://lea:geheim@example.com/', 'geheim'],
  ['password abcd-efgh-2345-wxyz refused', 'abcd-efgh-2345-wxyz'],
  ['Qw3r Ty7u Io9p As1d Fg2h Jk4l', 'Ty7u']
])('covers the secret in %j', (text, secret) => {
  const covered = coverSecrets(text)
  expect(covered).toContain('[covered]')
  expect(covered).not.toContain(secret)
})

test.each(['the engine ended with 1', 'workspace 0b1f7a7e-3c1b-4d52-9d5c-111111111111 opened', 'GET https://example.com/feed.xml 304', 'error code: not_found'])(
  'leaves %j alone',
  (text) => expect(coverSecrets(text)).toBe(text)
)

test('writes one line, whatever the text', () => {
  expect(logLine(0, 'error', 'engine', 'a\nb\r\nc')).toBe('1970-01-01T00:00:00.000Z error   engine: a ⏎ b ⏎ c\n')
})

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-log-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('puts a long file aside and keeps only a few', () => {
  const log = openLogFile({ folder: join(folder, 'logs'), now: () => 0, maxBytes: 200, keep: 2 })
  for (let index = 0; index < 40; index++) log.write('info', 'main', `line ${index}`)
  expect(readdirSync(join(folder, 'logs')).toSorted()).toEqual(['vigie.1.log', 'vigie.2.log', 'vigie.log'])
  expect(readFileSync(join(folder, 'logs/vigie.log'), 'utf8')).toContain('line 39')
})

test('goes on where an earlier run ended, readable by the owner only', () => {
  openLogFile({ folder: join(folder, 'again'), now: () => 0 }).write('info', 'main', 'first run')
  openLogFile({ folder: join(folder, 'again'), now: () => 0 }).write('info', 'engine', 'second run token=abc')
  const text = readFileSync(join(folder, 'again/vigie.log'), 'utf8')
  expect(text).toMatch(/first run\n.*second run token=\[covered\]\n$/)
  expect(statSync(join(folder, 'again/vigie.log')).mode & 0o077).toBe(0)
})

test('a folder that cannot be made ends nothing', () => {
  writeFileSync(join(folder, 'a-file'), '')
  expect(() => openLogFile({ folder: join(folder, 'a-file/logs'), now: () => 0 }).write('info', 'main', 'x')).not.toThrow()
})
