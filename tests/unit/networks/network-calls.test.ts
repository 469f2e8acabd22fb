import { expect, it } from 'vitest'
import { callApi } from '../../../electron/engine/networks/api-call.ts'
import { createCallRecorder, currentRecorder, recordCalls } from '../../../electron/engine/networks/network-calls.ts'
import { saidBy } from '../../../electron/engine/networks/said-by.ts'
import { secretWords } from '../../../electron/engine/networks/secret-words.ts'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { redactPath } from '../../../electron/engine/http/redact.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

const request = (path: string, body?: string): HttpRequest => ({ method: 'POST', url: `https://mastodon.example${path}`, signed: true, ...(body === undefined ? {} : { body }) })
const ended = { status: 200, reached: true, said: '', receivedBytes: 10 } as const

function answering(status: number, body: string): HttpClient {
  return { send: async ({ url }) => ({ ok: true, response: { status, headers: { 'content-type': 'application/json' }, body: new TextEncoder().encode(body), url } }) }
}

function call(http: HttpClient, times: number[] = [0, 40]) {
  return callApi({ http, effect: 'visible', now: () => times.shift() ?? 0 }, request('/api/v1/statuses?access_token=abc', '{"status":"Bonjour à tous"}'))
}

it('keeps what was asked and answered, and neither query nor body', async () => {
  const recorder = createCallRecorder()
  await recordCalls(recorder, () => call(answering(422, '{"error":"Validation failed"}')))
  expect(recorder.read()).toEqual({
    calls: [{ method: 'POST', host: 'mastodon.example', path: '/api/v1/statuses', status: 422, reached: true, said: 'Validation failed', sentBytes: 28, receivedBytes: 29, tookMs: 40 }],
    leftOut: 0
  })
})

it.each([['no', false], ['maybe', true]] as const)('tells whether a call without an answer can have arrived: %s', async (sent, reached) => {
  const recorder = createCallRecorder()
  await recordCalls(recorder, () => call({ send: async () => ({ ok: false, failure: { sent, error: studioError('timeout', 'too slow') } }) }))
  expect(recorder.read().calls).toMatchObject([{ status: null, reached, said: 'timeout' }])
})

it('says that a page answered where the network’s interface should have', async () => {
  const recorder = createCallRecorder()
  await recordCalls(recorder, () => call({ send: async ({ url }) => ({ ok: true, response: { status: 200, headers: { 'content-type': 'text/html' }, body: new TextEncoder().encode('<h1>Hotel</h1>'), url } }) }))
  expect(recorder.read().calls).toMatchObject([{ status: 200, said: 'text/html' }])
})

it('has what is still under way when it is read: the call was cut off', async () => {
  const recorder = createCallRecorder()
  void recordCalls(recorder, () => call({ send: () => new Promise(() => undefined) }))
  expect(recorder.read().calls).toMatchObject([{ path: '/api/v1/statuses', status: null, reached: true }])
})

it('keeps two attempts apart that run at the same time, and records nothing outside of one', async () => {
  const one = createCallRecorder()
  const other = createCallRecorder()
  await Promise.all([recordCalls(one, () => call(answering(200, '{}'))), recordCalls(other, () => call(answering(500, '{}'))), call(answering(404, '{}'))])
  expect([one, other].map((each) => each.read().calls.map(({ status }) => status))).toEqual([[200], [500]])
  expect(currentRecorder()).toBeNull()
})

it('tells the parts of a large file in one line, and leaves out the middle of what is long', () => {
  const parts = createCallRecorder()
  for (const at of [0, 10, 20]) parts.begin({ ...request('/upload'), body: new Uint8Array(100) }, at)(ended, at + 5)
  expect(parts.read().calls).toMatchObject([{ times: 3, sentBytes: 300, receivedBytes: 30, tookMs: 15 }])
  const many = createCallRecorder()
  for (let count = 1; count <= 40; count += 1) many.begin(request(`/${count}`), 0)(ended, 1)
  const { calls, leftOut } = many.read()
  expect([calls.length, leftOut, calls.slice(0, 5).map(({ path }) => path), calls.at(-1)?.path]).toEqual([16, 24, ['/1', '/2', '/3', '/4', '/29'], '/40'])
})

it('hides a secret that is known only after the call, and whatever form it has', () => {
  const recorder = createCallRecorder()
  recorder.begin(request('/users/plain-word-secret/x'), 0)({ ...ended, status: 400, said: 'your key plain-word-secret or "pass word!" is wrong' }, 1)
  recorder.hide(JSON.stringify({ accessToken: 'plain-word-secret', more: [{ appPassword: 'pass word!' }], short: 'abc' }))
  expect(recorder.read().calls).toMatchObject([{ path: '/users/[hidden]/x', said: 'your key [hidden] or "[hidden]" is wrong' }])
})

it('finds the words of a secret: of an address only what is long in its path', () => {
  expect(secretWords('not json but long')).toContain('not json but long')
  expect(secretWords(JSON.stringify({ url: 'https://discord.com/api/webhooks/12345/abcdefghijklmnopqrstuvwxyz' }))).toEqual(['abcdefghijklmnopqrstuvwxyz'])
})

it.each([
  ['/bot123456:AAEabcdefghijklmnopqrstuvwxyz/sendMessage', '/bot[hidden]/sendMessage'],
  ['/bot123456%3AAAEabcdefghijklmnopqrstuvwxyz/sendMessage', '/bot[hidden]/sendMessage'],
  ['/file/bot1:A/photo.jpg', '/file/bot[hidden]/photo.jpg'],
  ['/api/v10/webhooks/123/aB-c_d', '/api/v10/webhooks/123/[hidden]'],
  ['/api/webhooks/123/abc/messages/9', '/api/webhooks/123/[hidden]/messages/9'],
  ['/api/v1/statuses/113', '/api/v1/statuses/113'],
  ['/wp-json/wp/v2/posts/12', '/wp-json/wp/v2/posts/12']
])('takes the secret out of a path: %s', (path, expected) => {
  expect(redactPath(path)).toBe(expected)
})

it.each([
  [{ error: 'Validation failed' }, 'Validation failed'],
  [{ error: 'InvalidRequest', message: 'Text is too long' }, 'InvalidRequest: Text is too long'],
  [{ ok: false, error_code: 400, description: 'Bad Request: chat not found' }, '400: Bad Request: chat not found'],
  [{ error: { message: 'Duplicate', code: 506 } }, '506: Duplicate'],
  [{ title: 'Forbidden', detail: 'You may not', type: 'about:blank', status: 403 }, 'about:blank: You may not'],
  [{ errors: [{ message: 'bad' }] }, 'bad'],
  [{ errors: ['too long'] }, 'too long'],
  [{ code: 'rest_forbidden', message: 'Sorry' }, 'rest_forbidden: Sorry'],
  [undefined, ''], [null, ''], [[], ''], [{}, '']
])('reads what a network says is wrong: %j', (json, expected) => {
  expect(saidBy(json)).toBe(expected)
})
