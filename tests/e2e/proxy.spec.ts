import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createRawServer, type AddressInfo } from 'node:net'
import { filesWithSecrets } from './support/search-secrets.ts'
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

test('a proxy that wants a login is signed in to once, and nobody but it and the keychain knows', async ({ launch, dataFolder }) => {
  const password = 'corne-de-brume-77'
  const proxy = createServer((request, response) => {
    const given = /^Basic (.+)$/.exec(request.headers['proxy-authorization'] ?? '')?.[1] ?? ''
    if (Buffer.from(given, 'base64').toString() !== `zoé:${password}`) response.writeHead(407, { 'proxy-authenticate': 'NTLM, Basic realm="bureau"' }).end()
    else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feed)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const words = [`--proxy-server=127.0.0.1:${(proxy.address() as AddressInfo).port}`]
  const studio = await launch({ words })
  const workspaceId = randomUUID()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  await studio.bridge.ask('studio.saveSettings', { settings: { language: 'fr', lastWorkspaceId: workspaceId } })
  await studio.goTo(`#/w/${workspaceId}/watch`)
  const follow = () => studio.bridge.request('watch.addFeed', { workspaceId, feedId: randomUUID(), url: 'http://presse.vigie.test/rss', folder: '' })
  expect(await follow()).toMatchObject({ ok: false, error: { code: 'unreachable', details: { reason: 'proxy_login' } } })

  const { page } = studio
  await expect(page.getByText(/Le proxy 127\.0\.0\.1:\d+ demande un nom et un mot de passe\./)).toBeVisible()
  const signIn = async (typed: string): Promise<void> => {
    await page.getByRole('button', { name: 'S’identifier…' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Nom').fill('zoé')
    await dialog.getByLabel('Mot de passe').fill(typed)
    await dialog.getByRole('button', { name: 'S’identifier' }).click()
    await expect(dialog).toBeHidden()
  }
  await signIn('wrong')
  expect(await follow()).toMatchObject({ ok: false })
  await expect(page.getByText(/n’a pas accepté le nom ou le mot de passe/)).toBeVisible()
  await signIn(password)
  expect(await follow()).toMatchObject({ ok: true, value: { title: 'Presse locale' } })
  await expect(page.getByText(/n’a pas accepté/)).toBeHidden()
  expect(await page.content()).not.toContain(password)
  expect(studio.output()).not.toContain(password)
  await studio.close()
  expect(filesWithSecrets(dataFolder, [password])).toEqual([])

  // The next start asks nobody.
  const again = await launch({ words })
  await again.bridge.ask('watch.addFeed', { workspaceId, feedId: randomUUID(), url: 'http://gazette.vigie.test/rss', folder: '' })
  expect(await again.bridge.ask('proxies.read', {})).toMatchObject({ proxies: [{ state: 'known' }] })
  proxy.closeAllConnections()
  proxy.close()
})
