import { expect, it } from 'vitest'
import { readLimitHeaders } from '../../../electron/engine/networks/read-limit-headers.ts'

const now = Date.UTC(2026, 10, 21, 9)
const read = (headers: Record<string, string>) => readLimitHeaders(headers, now).map(({ bucket, max, remaining, resetsAt }) => [bucket, max, remaining, (resetsAt - now) / 1000])

it.each<[string, Record<string, string>, unknown]>([
  ['Mastodon', { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '298', 'x-ratelimit-reset': '2026-11-21T09:05:00.123456Z' }, [['300', 300, 298, 300.123]]],
  ['Bluesky', { 'ratelimit-limit': '3000', 'ratelimit-remaining': '2999', 'ratelimit-reset': String(now / 1000 + 60), 'ratelimit-policy': '3000;w=300' }, [['3000;w=300', 3000, 2999, 60]]],
  ['X', { 'x-rate-limit-limit': '100', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(now / 1000 + 900) }, [['100', 100, 0, 900]]],
  ['none', { 'content-type': 'text/html' }, []],
  ['half of it', { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '298' }, []],
  ['nonsense', { 'x-ratelimit-limit': 'many', 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': 'soon' }, []],
  ['a window that is over', { 'x-ratelimit-limit': '300', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2026-11-21T08:55:00Z' }, []],
  ['less than nothing', { 'x-ratelimit-limit': '-300', 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset': '-5' }, []],
  ['counts without end', { 'ratelimit-limit': '9'.repeat(40), 'ratelimit-remaining': '1', 'ratelimit-reset': '30' }, []],
  ['a moment without end', { 'ratelimit-limit': '10', 'ratelimit-remaining': '1', 'ratelimit-reset': '9'.repeat(40) }, [['10', 10, 1, 86_400]]],
  ['a part of a millisecond', { 'ratelimit-limit': '10', 'ratelimit-remaining': '1', 'ratelimit-reset': '30.0001' }, [['10', 10, 1, 30.001]]],
  ['more left than there is', { 'ratelimit-limit': '10', 'ratelimit-remaining': '99', 'ratelimit-reset': '30' }, [['10', 10, 10, 30]]]
])('reads the budget from the headers of %s', (_name, headers, expected) => {
  expect(read(headers)).toEqual(expected)
})
