import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server.ts'
import { expect, test } from '../support/test.ts'

/** The numbers are those of Electron's security list: https://www.electronjs.org/docs/latest/tutorial/security */

let outside: LoopbackServer
test.beforeAll(async () => {
  outside = await startLoopbackServer()
})
test.afterAll(() => outside.close())

const ways: Record<string, (origin: string) => void> = {
  'a click on a link': (origin) => {
    const link = document.createElement('a')
    link.href = `${origin}/click`
    document.body.append(link)
    link.click()
  },
  'a script': (origin) => location.assign(`${origin}/script`),
  'a script that replaces': (origin) => location.replace(`${origin}/?app://studio/`),
  'a redirect': (origin) => location.assign(`${origin}/redirect`),
  'a form': (origin) => {
    const form = document.createElement('form')
    form.action = `${origin}/form`
    form.method = 'post'
    document.body.append(form)
    form.submit()
  },
  'a refresh in the head': (origin) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0;url=${origin}/refresh`
    document.head.append(meta)
  },
  'a file': () => location.assign('file:///etc/passwd'),
  'a page of text': () => location.assign('data:text/html,<title>data</title>'),
  'a host that begins alike': () => location.assign('app://studio.evil/index.html')
}
for (const [way, go] of Object.entries(ways)) {
  test(`leaving the page by ${way} is stopped (13)`, async ({ studio }) => {
    const before = outside.visits.length
    await studio.page.evaluate(go, outside.origin)
    // The bridge answers from the same page: nothing was loaded in its place.
    await studio.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect((await studio.bridge.request('studio.environment', {})).ok).toBe(true)
    expect(studio.page.url()).toMatch(/^app:\/\/studio\/index\.html/)
    expect(outside.visits.length).toBe(before)
  })
}

test('leaving the page to our own host with a name before it ends at our own page (13)', async ({ studio }) => {
  // Chromium knows no names in addresses of this kind and drops them before anybody is asked.
  const loaded = studio.page.waitForEvent('load')
  await studio.page.evaluate(() => location.assign('app://user@studio/index.html'))
  await loaded
  await studio.isUsable()
  expect(await studio.page.evaluate(() => location.origin)).toBe('app://studio')
})

test('leaving the page by window.open gives no window; only https goes to the browser (14, 15)', async ({ studio }) => {
  const opened = await studio.catchExternal()
  const results = await studio.page.evaluate((origin) => {
    const urls = ['https://example.com/path', 'about:blank', 'app://studio/index.html', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', `${origin}/opened`.replace('127.0.0.1', '10.0.0.1'), '']
    return urls.map((url) => window.open(url) === null)
  }, outside.origin)
  expect(new Set(results)).toEqual(new Set([true]))
  expect(await studio.windowCount()).toBe(1)
  await expect.poll(opened).toEqual(['https://example.com/path'])
})

test('leaving the page by a link to a new window, or the middle button, gives no window (10, 14)', async ({ studio }) => {
  const opened = await studio.catchExternal()
  await studio.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'https://example.com/middle'
    link.textContent = 'outside'
    link.id = 'outside-link'
    link.style.setProperty('position', 'fixed')
    link.style.setProperty('inset', '0 auto auto 0')
    link.style.setProperty('z-index', '99999')
    document.body.append(link)
  })
  await studio.page.click('#outside-link', { button: 'middle', force: true })
  await studio.page.click('#outside-link', { modifiers: ['ControlOrMeta'], force: true })
  await studio.page.evaluate(() => {
    const link = document.querySelector<HTMLAnchorElement>('#outside-link')!
    link.target = '_blank'
    link.click()
  })
  await expect.poll(opened).toContain('https://example.com/middle')
  expect(await studio.windowCount()).toBe(1)
  expect(await studio.contentsCount()).toBe(1)
})

test('the request to open something outside takes https and mailto only (15)', async ({ studio }) => {
  const opened = await studio.catchExternal()
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'https://user:pass@example.com/', ' https://example.com']) {
    expect(await studio.bridge.request('studio.openExternal', { url }), url).toMatchObject({ ok: false, error: { code: 'address_refused' } })
  }
  await studio.bridge.ask('studio.openExternal', { url: 'https://example.com/a' })
  await studio.bridge.ask('studio.openExternal', { url: 'mailto:lea@example.com' })
  expect(await opened()).toEqual(['https://example.com/a', 'mailto:lea@example.com'])
})
