import { expect, test } from 'vitest'
import { createFindRoutes } from '../../../electron/engine/http/find-routes.ts'
import { direct, parseRoutes, type Route } from '../../../electron/engine/http/route.ts'
import { createManualClock } from '../../integration/support/manual-clock.ts'

const proxy = (host: string, port: number, isSecured = false): Route => ({ kind: 'proxy', host, port, isSecured })

test.each<[string, readonly Route[]]>([
  ['DIRECT', [direct]],
  ['PROXY proxy.example:3128', [proxy('proxy.example', 3128)]],
  ['PROXY a.example:8080; HTTPS b.example; DIRECT', [proxy('a.example', 8080), proxy('b.example', 443, true), direct]],
  ['HTTPS b.example:80', [proxy('b.example', 80, true)]],
  ['proxy [2001:db8::1]:3128 ;', [proxy('2001:db8::1', 3128)]],
  ['PROXY 10.0.0.1', [proxy('10.0.0.1', 80)]],
  ['SOCKS5 s.example:1081; DIRECT', [{ kind: 'socks', host: 's.example', port: 1081, version: 5 }, direct]],
  ['SOCKS5 [2001:db8::1]', [{ kind: 'socks', host: '2001:db8::1', port: 1080, version: 5 }]],
  ['SOCKS5', [{ kind: 'unknown_proxy', name: 'SOCKS5' }]],
  ['SOCKS s.example:1080', [{ kind: 'socks', host: 's.example', port: 1080, version: 4 }]],
  ['SOCKS4 s.example', [{ kind: 'socks', host: 's.example', port: 1080, version: 4 }]],
  ['SOCKS6 s.example:1080', [{ kind: 'unknown_proxy', name: 'SOCKS6' }]],
  ['', [direct]],
  ['PROXY', [direct]],
  ['PROXY user:word@p.example:1', [direct]],
  ['nonsense; QUIC q.example:443; DIRECT', [direct]]
])('reads %j', (answer, routes) => {
  expect(parseRoutes(answer)).toEqual(routes)
})

test('asks once a minute for each server, never about this computer', async () => {
  const clock = createManualClock(0)
  const asked: string[] = []
  const find = createFindRoutes({ clock, ask: async (origin) => (asked.push(origin), 'PROXY p.example:1') })
  await Promise.all([find(new URL('https://a.example/x')), find(new URL('https://a.example/y')), find(new URL('https://b.example/'))])
  expect(await find(new URL('http://127.0.0.1:8080/'))).toEqual([direct])
  expect(asked).toEqual(['https://a.example/', 'https://b.example/'])
  clock.runDue(60_000)
  expect(await find(new URL('https://a.example/x'))).toEqual([proxy('p.example', 1)])
  expect(asked).toHaveLength(3)
})

test('goes straight when the system does not answer in time', async () => {
  const clock = createManualClock(0)
  const finding = createFindRoutes({ clock, ask: () => new Promise(() => undefined) })(new URL('https://a.example/'))
  clock.runDue(5_000)
  expect(await finding).toEqual([direct])
})
