import { describe, expect, test } from 'vitest'
import { migration0013 } from '../../../electron/engine/database/migrations/workspace/0013-rate-limits.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import { createRateLimits } from '../../../electron/engine/limits/create-rate-limits.ts'
import { callApi } from '../../../electron/engine/networks/api-call.ts'
import { explainMetaThrottle, metaThrottledUntil, readMetaLimits } from '../../../electron/engine/networks/meta/read-meta-limits.ts'
import { readXLimits } from '../../../electron/engine/networks/read-x-limits.ts'

const now = Date.UTC(2026, 10, 21, 9)
const minute = 60_000

describe('X', () => {
  test('tells the window of the call, and the days of the user and of the app', () => {
    const inSeconds = (at: number): string => String(at / 1000)
    const headers = {
      'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '99', 'x-rate-limit-reset': inSeconds(now + 15 * minute),
      'x-user-limit-24hour-limit': '100', 'x-user-limit-24hour-remaining': '3', 'x-user-limit-24hour-reset': inSeconds(now + 600 * minute),
      'x-app-limit-24hour-limit': '10000', 'x-app-limit-24hour-remaining': '0', 'x-app-limit-24hour-reset': inSeconds(now + 700 * minute)
    }
    expect(readXLimits(headers, now)).toEqual([
      { scope: 'account', bucket: '100', max: 100, remaining: 99, resetsAt: now + 15 * minute },
      { scope: 'account', bucket: 'day', max: 100, remaining: 3, resetsAt: now + 600 * minute },
      { scope: 'app', bucket: 'day', max: 10_000, remaining: 0, resetsAt: now + 700 * minute }
    ])
  })

  test('tells nothing where a part is missing', () => {
    expect(readXLimits({ 'x-app-limit-24hour-limit': '10000' }, now)).toEqual([])
  })
})

describe('Meta', () => {
  // The shapes are those of the documentation's examples.
  const business = (more: object) => ({ 'x-business-use-case-usage': JSON.stringify({ '112130216863063': [{ type: 'pages', call_count: 1, total_cputime: 1, total_time: 1, estimated_time_to_regain_access: 0, ...more }] }) })

  test('the highest of the three shares counts, for the app and for the page', () => {
    const headers = { 'x-app-usage': '{"call_count":28,"total_time":75,"total_cputime":25}', 'x-page-usage': '{"call_count":100,"total_time":3,"total_cputime":4}' }
    expect(readMetaLimits(headers, now)).toEqual([
      { scope: 'app', bucket: 'usage', max: 100, remaining: 25, resetsAt: now + 60 * minute },
      { scope: 'account', bucket: 'page', max: 100, remaining: 0, resetsAt: now + 60 * minute }
    ])
  })

  test('minutes until access is regained mean a throttle, whatever the shares say', () => {
    expect(readMetaLimits(business({ estimated_time_to_regain_access: 19 }), now)).toEqual([{ scope: 'account', bucket: 'business 112130216863063 pages', max: 100, remaining: 0, resetsAt: now + 19 * minute }])
    expect(readMetaLimits(business({ call_count: 120 }), now)).toMatchObject([{ remaining: 0, resetsAt: now + 60 * minute }])
    expect(readMetaLimits(business({}), now)).toMatchObject([{ remaining: 99 }])
  })

  test('a throttle ends when the last of its budgets is free again, and not before an hour when nothing is said', () => {
    expect(metaThrottledUntil({ ...business({ estimated_time_to_regain_access: 300 }), 'x-app-usage': '{"call_count":100}' }, now)).toBe(now + 300 * minute)
    expect(metaThrottledUntil({}, now)).toBe(now + 60 * minute)
  })

  test.each(['', 'null', '[]', '{', '{"a":1}', '{"a":[1]}', '{"call_count":"many","total_time":null,"total_cputime":[]}', '{"call_count":-5}', '{"a":[{"call_count":-1,"estimated_time_to_regain_access":-60}]}', '<html>'])(
    'nonsense (%s) tells no throttle',
    (value) => {
      expect(readMetaLimits({ 'x-app-usage': value, 'x-page-usage': value, 'x-business-use-case-usage': value }, now).filter(({ remaining }) => remaining < 100)).toEqual([])
    }
  )

  test('one entry that is no usage does not hide the throttle in another', () => {
    const value = '{"a":[7,null,{"type":"pages","estimated_time_to_regain_access":5}],"b":"no list"}'
    expect(readMetaLimits({ 'x-business-use-case-usage': value }, now)).toEqual([{ scope: 'account', bucket: 'business a pages', max: 100, remaining: 0, resetsAt: now + 5 * minute }])
  })

  test.each(['1e400', '99999999999999999999', '0.00001'])('%s minutes end in whole milliseconds, within a week', (minutes) => {
    const [reading] = readMetaLimits({ 'x-business-use-case-usage': `{"a":[{"type":"pages","estimated_time_to_regain_access":${minutes}}]}` }, now)
    expect(reading?.remaining).toBe(0)
    expect(Number.isSafeInteger(reading?.resetsAt)).toBe(true)
    expect(reading?.resetsAt).toBeGreaterThan(now)
    expect(reading?.resetsAt).toBeLessThanOrEqual(now + 7 * 24 * 60 * minute)
  })

  const answer = (status: number, json: unknown, headers: Record<string, string> = {}) => ({ response: { status, headers, body: new Uint8Array(), url: 'https://graph.facebook.com' }, json })

  test.each([4, 17, 32, 613, 80_001, 80_002, 80_014])('code %i is a throttle, whatever the status, until access is regained', (code) => {
    expect(explainMetaThrottle(answer(400, { error: { code, message: 'limit reached' } }, business({ estimated_time_to_regain_access: 45 })), now)).toMatchObject({
      kind: 'rate_limited', until: now + 45 * minute, error: { code: 'rate_limited', details: { host: 'graph.facebook.com', until: now + 45 * minute, reason: 'limit reached' } }
    })
  })

  test('a 429 is one without a code, another refusal is none', () => {
    expect(explainMetaThrottle(answer(429, undefined), now)).toMatchObject({ kind: 'rate_limited', until: now + 60 * minute })
    expect(explainMetaThrottle(answer(400, { error: { code: 100, message: 'invalid parameter' } }), now)).toBeNull()
    expect(explainMetaThrottle(answer(400, '<html>'), now)).toBeNull()
  })
})

test('a call that Meta throttled is not made again before the minutes are over, over a restart too', async () => {
  const database = openDatabase(':memory:')
  migration0013.up(database)
  let at = now
  let sent = 0
  const http: HttpClient = {
    async send() {
      sent += 1
      const headers = { 'x-business-use-case-usage': '{"1":[{"type":"pages","call_count":100,"estimated_time_to_regain_access":90}]}' }
      return { ok: true, response: { status: 400, headers, body: new TextEncoder().encode('{"error":{"code":32,"message":"Page request limit reached"}}'), url: 'https://graph.facebook.com/me' } }
    }
  }
  const ask = () => {
    const limits = createRateLimits({ database, clock: { now: () => at, after: () => () => undefined } }).of({ id: 'page', networkId: 'x' })
    return callApi({ http, effect: 'none', now: () => at, limits, readLimits: readMetaLimits, explain: (each) => explainMetaThrottle(each, at) }, { method: 'GET', url: 'https://graph.facebook.com/me', signed: true })
  }
  for (const minutes of [0, 1, 60, 89]) {
    at = now + minutes * minute
    expect(await ask()).toMatchObject({ ok: false, failure: { kind: 'rate_limited', until: now + 90 * minute } })
  }
  expect(sent).toBe(1)
  at = now + 90 * minute
  await ask()
  expect(sent).toBe(2)
})
