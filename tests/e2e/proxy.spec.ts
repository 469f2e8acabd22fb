import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createRawServer, type AddressInfo } from 'node:net'
import { expect, test } from './support/test.ts'

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Presse locale</title><link>http://presse.vigie.test/</link><description>Nouvelles</description>
<item><title>La halle rouvre</title><link>http://presse.vigie.test/halle</link><guid>halle</guid><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>`

test('the engine goes by the proxy of the system', async ({ launch }) => {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  const studio = await launch({ words: [`--proxy-server=127.0.0.1:${port}`] })
  const workspaceId = randomUUID()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  // A name that nobody knows but the proxy.
  const added = await studio.bridge.ask('watch.addFeed', { workspaceId, feedId: randomUUID(), url: 'http://presse.vigie.test/rss', folder: '' })
  expect(added.title).toBe('Presse locale')
  expect(asked).toContain('GET http://presse.vigie.test/rss')
  proxy.closeAllConnections()
  proxy.close()
})

test('the engine goes by a SOCKS proxy of the system', async ({ launch }) => {
  const asked: string[] = []
  // A greeting, an address by its name, and from then on the server itself.
  const proxy = createRawServer((socket) => {
    let step = 0
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      step += 1
      if (step === 1) socket.write(Uint8Array.of(5, 0))
      else if (step === 2) {
        asked.push(chunk.subarray(5, 5 + (chunk[4] ?? 0)).toString())
        socket.write(Uint8Array.of(5, 0, 0, 1, 127, 0, 0, 1, 0, 80))
      } else socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/rss+xml\r\ncontent-length: ${Buffer.byteLength(feed)}\r\nconnection: close\r\n\r\n${feed}`)
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const studio = await launch({ words: [`--proxy-server=socks5://127.0.0.1:${(proxy.address() as AddressInfo).port}`] })
  const workspaceId = randomUUID()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  const added = await studio.bridge.ask('watch.addFeed', { workspaceId, feedId: randomUUID(), url: 'http://presse.vigie.test/rss', folder: '' })
  expect(added.title).toBe('Presse locale')
  expect(asked).toContain('presse.vigie.test')
  proxy.close()
})
