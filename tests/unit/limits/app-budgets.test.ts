import { beforeEach, describe, expect, test } from 'vitest'
import { migration0013 } from '../../../electron/engine/database/migrations/workspace/0013-rate-limits.ts'
import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import { createAppBudgets } from '../../../electron/engine/limits/app-budgets.ts'
import { createRateLimits } from '../../../electron/engine/limits/create-rate-limits.ts'
import type { LimitReading } from '../../../electron/engine/networks/network-limits.ts'

const minute = 60_000
const day = 24 * 60 * minute
let now = 0
const account = (id: string) => ({ id, networkId: 'x' }) as const
const ofApp = (remaining: number): LimitReading => ({ scope: 'app', bucket: 'day', max: 10_000, remaining, resetsAt: now + day })

function client(apps: ReturnType<typeof createAppBudgets>, database = openDatabase(':memory:')) {
  if (database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'rate_limits'`).get() === undefined) migration0013.up(database)
  return { database, limits: createRateLimits({ database, clock: { now: () => now, after: () => () => undefined } }, apps) }
}

beforeEach(() => {
  now = Date.UTC(2026, 10, 21, 9)
})

describe('one app for several clients', () => {
  test('what one client used up is used up for the other', () => {
    const apps = createAppBudgets()
    const [first, second] = [client(apps), client(apps)]
    first.limits.of(account('a'), 'app-1').note('write', [ofApp(0)], now + minute)
    expect(second.limits.of(account('b'), 'app-1').heldUntil('write')).toBe(now + day)
    expect(second.limits.sendAt(account('b'), ['write'], () => 1)).toBe(now + day)
  })

  test('another app, and the budget of the account itself, are another matter', () => {
    const apps = createAppBudgets()
    const [first, second] = [client(apps), client(apps)]
    first.limits.of(account('a'), 'app-1').note('write', [ofApp(0), { ...ofApp(0), scope: 'account' }], null)
    expect(second.limits.of(account('b'), 'app-2').heldUntil('write')).toBeNull()
    const third = client(apps)
    first.limits.of(account('a'), 'app-1').note('write', [ofApp(9000)], null)
    expect(third.limits.of(account('c'), 'app-1').heldUntil('write')).toBeNull()
    expect(first.limits.of(account('a'), 'app-1').heldUntil('write')).toBe(now + day)
  })

  test('what is left of a short one is spread over the clients, whoever sent last', () => {
    const apps = createAppBudgets()
    const [first, second] = [client(apps), client(apps)]
    second.limits.of(account('b'), 'app-1')
    first.limits.of(account('a'), 'app-1').note('write', [ofApp(40)], null)
    expect(second.limits.sendAt(account('b'), ['write'], () => 1)).toBe(now + day / 10)
  })

  test('it is remembered over a restart, without the app’s name in the database', () => {
    const { database, limits } = client(createAppBudgets())
    limits.of(account('a'), 'app-1').note('write', [ofApp(0)], null)
    expect(JSON.stringify(database.prepare('SELECT * FROM rate_limits').all())).not.toContain('app-1')
    expect(client(createAppBudgets(), database).limits.of(account('a'), 'app-1').heldUntil('write')).toBe(now + day)
  })

  test('a clock that went back is noticed by every client and counts once', () => {
    const apps = createAppBudgets()
    const [first, second] = [client(apps), client(apps)]
    first.limits.of(account('a'), 'app-1').note('write', [ofApp(0)], null)
    const before = now
    now -= 60 * minute
    for (const { limits } of [first, second]) limits.clockWentBack(60 * minute)
    expect(first.limits.of(account('a'), 'app-1').heldUntil('write')).toBe(before + day - 60 * minute)
  })
})

test('a refusal that names a shorter time than the budget is not believed', () => {
  const { limits } = client(createAppBudgets())
  const throttled: LimitReading = { scope: 'app', bucket: 'usage', max: 100, remaining: 0, resetsAt: now + 60 * minute }
  limits.of(account('a'), 'app-1').note('read', [throttled], now + minute)
  expect(limits.of(account('a'), 'app-1').heldUntil('read')).toBe(now + 60 * minute)
})

test('of several used-up budgets, the one that lasts longest carries the refusal', () => {
  const { limits } = client(createAppBudgets())
  const page: LimitReading = { scope: 'account', bucket: 'page', max: 100, remaining: 0, resetsAt: now + 300 * minute }
  const usage: LimitReading = { scope: 'app', bucket: 'usage', max: 100, remaining: 0, resetsAt: now + 60 * minute }
  limits.of(account('a'), 'app-1').note('read', [usage, page], now + 300 * minute)
  expect(limits.of(account('a'), 'app-1').heldUntil('read')).toBe(now + 300 * minute)
  expect(limits.of(account('b'), 'app-1').heldUntil('read')).toBe(now + 60 * minute)
})
