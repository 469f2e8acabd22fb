import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { hostOfConnect } from '../../../build/loopback-only.ts'

const refusalOf = async (address: string): Promise<string> =>
  fetch(address).then(
    () => 'answered',
    (error: Error) => (error.cause instanceof Error ? error.cause.message : error.message)
  )

test('a request in a test reaches loopback', async () => {
  const server = createServer((_request, response) => response.end('here'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here')
  server.close()
})

test('a request in a test reaches nothing else, by number or by name, plain or encrypted', async () => {
  expect(await refusalOf('http://192.0.2.1/')).toContain('a test tried to reach 192.0.2.1')
  expect(await refusalOf('https://example.com/')).toContain('a test tried to reach example.com')
  const socket = connect(80, '192.0.2.1')
  expect(await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)))).toContain('192.0.2.1')
})

test.each([
  [[80, '10.0.0.1'], '10.0.0.1'],
  [[80], 'localhost'],
  [[{ host: 'example.test', port: 80 }], 'example.test'],
  [[[{ host: 'example.test', port: 80 }, null]], 'example.test'],
  [[{ path: '/run/socket' }], undefined],
  [['/run/socket'], undefined]
])('finds the host in the arguments of connect: %j', (args, host) => {
  expect(hostOfConnect(args)).toBe(host)
})
