import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server.ts'
import { expect, test } from '../support/test.ts'

/** The numbers are those of Electron's security list: https://www.electronjs.org/docs/latest/tutorial/security */

let outside: LoopbackServer
test.beforeAll(async () => {
  outside = await startLoopbackServer()
})
test.afterAll(() => outside.close())

test('comes from app:, with the policy in the header (1, 7, 18)', async ({ studio }) => {
  const page = await studio.page.evaluate(async () => {
    const response = await fetch('app://studio/index.html')
    return { protocol: location.protocol, policy: response.headers.get('content-security-policy'), sniffing: response.headers.get('x-content-type-options') }
  })
  expect(page.protocol).toBe('app:')
  expect(page.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(page.sniffing).toBe('nosniff')
})

test('no script in the page itself is run, nor text made into code (7)', async ({ studio }) => {
  const violations = await studio.page.evaluate(async () => {
    const seen: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'globalThis.injected = true'
    document.head.append(script)
    const image = document.createElement('img')
    image.setAttribute('onerror', 'globalThis.injected = true')
    image.src = 'data:image/png;base64,AA=='
    document.body.append(image)
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    document.head.append(style)
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- that it fails is what is tested
          resolve((0, eval)('1 + 1'))
        } catch (error) {
          resolve(error instanceof EvalError ? 'EvalError' : 'other')
        }
      })
    })
    await new Promise((resolve) => (image.complete ? resolve(null) : image.addEventListener('error', resolve)))
    return { seen: [...new Set(seen)], evaluated, injected: 'injected' in globalThis, display: getComputedStyle(document.body).display }
  })
  expect(violations.injected).toBe(false)
  expect(violations.evaluated).toBe('EvalError')
  expect(violations.seen).toEqual(expect.arrayContaining(['script-src-elem', 'style-src-elem']))
  expect(violations.display).not.toBe('none')
})

test('no network: every way out is closed, and no server hears of it (1)', async ({ studio }) => {
  const before = outside.visits.length
  const outcomes = await studio.page.evaluate(async (origin) => {
    const loads = (element: HTMLElement, attribute: string): Promise<string> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve('loaded'))
        element.addEventListener('error', () => resolve('refused'))
        element.setAttribute(attribute, `${origin}/${element.tagName}`)
        document.head.append(element)
      })
    const fetched = (url: string): Promise<string> => fetch(url, { mode: 'no-cors' }).then(() => 'loaded', () => 'refused')
    const socket = new Promise<string>((resolve) => {
      try {
        const opened = new WebSocket(origin.replace('http', 'ws'))
        opened.addEventListener('open', () => resolve('loaded'))
        opened.addEventListener('error', () => resolve('refused'))
      } catch {
        resolve('refused')
      }
    })
    const events = new Promise<string>((resolve) => {
      const source = new EventSource(`${origin}/events`)
      source.addEventListener('open', () => resolve('loaded'))
      source.addEventListener('error', () => {
        source.close()
        resolve('refused')
      })
    })
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    navigator.sendBeacon(`${origin}/beacon`, 'x')
    return Promise.all([
      fetched(`${origin}/fetch`),
      fetched('https://example.invalid/'),
      fetched('file:///etc/passwd'),
      fetched('app://other/index.html'),
      socket,
      events,
      loads(document.createElement('img'), 'src'),
      loads(document.createElement('script'), 'src'),
      loads(link, 'href')
    ])
  }, outside.origin)
  expect(new Set(outcomes)).toEqual(new Set(['refused']))
  expect(outside.visits.length).toBe(before)
})

test('the session refuses the network too, even to a page that main itself sends there (1)', async ({ studio }) => {
  const before = outside.visits.length
  const error = await studio.app.evaluate(async ({ BrowserWindow }, origin) => {
    const window = new BrowserWindow({ show: false })
    const reason = await window.loadURL(`${origin}/redirect`).then(() => 'loaded', (cause: Error) => cause.message)
    window.destroy()
    return reason
  }, outside.origin)
  expect(error).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(outside.visits.length).toBe(before)
})

test('only the page’s own folder is served (18)', async ({ studio }) => {
  const statuses = await studio.page.evaluate(async () => {
    const urls = [
      'app://studio/index.html', 'app://studio/..%2fmain%2fmain.cjs', 'app://studio/%2e%2e%2fmain%2fmain.cjs', 'app://studio/..%5cmain%5cmain.cjs',
      'app://studio//etc/passwd', 'app://studio/../package.json', 'app://studio/%00index.html', 'app://studio/assets', 'app://studio/missing.js'
    ]
    return Promise.all(urls.map((url) => fetch(url).then(({ status }) => status, () => 0)))
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404, 404])
  const posted = await studio.page.evaluate(() => fetch('app://studio/index.html', { method: 'POST' }).then(({ status }) => status, () => 0))
  expect(posted).toBe(405)
})

test('only what the page itself made can be saved', async ({ studio }) => {
  await studio.app.evaluate(({ session }) => {
    const seen: string[] = []
    Object.assign(globalThis, { seenDownloads: seen })
    session.defaultSession.on('will-download', (event, item) => {
      seen.push(`${event.defaultPrevented ? 'stopped' : 'allowed'} ${item.getURL().slice(0, 18)}`)
      item.cancel()
    })
  })
  const seen = () => studio.app.evaluate(() => (globalThis as unknown as { seenDownloads: string[] }).seenDownloads)
  const save = (isOurs: boolean) =>
    studio.page.evaluate((ours) => {
      const link = document.createElement('a')
      link.href = ours ? URL.createObjectURL(new Blob(['ours'])) : 'data:text/html,<title>stranger</title>'
      link.download = 'export.txt'
      link.click()
    }, isOurs)
  await save(false)
  await expect.poll(seen).toEqual(['stopped data:text/html,<ti'])
  await save(true)
  await expect.poll(seen).toEqual(['stopped data:text/html,<ti', 'allowed blob:app://studio/'])
})

test('the media scheme serves nothing that is not a picture of a workspace', async ({ studio }) => {
  const outcomes = await studio.page.evaluate(() => {
    const id = '0b1f7a7e-3c1b-4d52-9d5c-111111111111'
    const urls = [`vigie-media://${id}/${id}`, `vigie-media://${id}/..%2f..%2fstudio.db`, 'vigie-media://studio/studio.db', `vigie-media://${id}/`]
    return Promise.all(
      urls.map(
        (url) =>
          new Promise<string>((resolve) => {
            const image = new Image()
            image.addEventListener('load', () => resolve('loaded'))
            image.addEventListener('error', () => resolve('refused'))
            image.src = url
          })
      )
    )
  })
  expect(new Set(outcomes)).toEqual(new Set(['refused']))
})

test('permissions are refused, but for copying text (5)', async ({ studio }) => {
  await studio.page.bringToFront()
  const outcomes = await studio.page.evaluate(async () => {
    const said = <T>(promise: Promise<T>): Promise<string> => promise.then(() => 'granted', (error: Error) => error.name)
    return {
      geolocation: await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), ({ code }) => resolve(code))),
      camera: await said(navigator.mediaDevices.getUserMedia({ video: true })),
      microphone: await said(navigator.mediaDevices.getUserMedia({ audio: true })),
      screen: await said(navigator.mediaDevices.getDisplayMedia()),
      notifications: await Notification.requestPermission(),
      clipboardRead: await said(navigator.clipboard.readText()),
      midi: await said(navigator.requestMIDIAccess()),
      persistence: await navigator.storage.persisted()
    }
  })
  expect(outcomes).toMatchObject({ geolocation: 1, notifications: 'denied', clipboardRead: 'NotAllowedError', persistence: false })
  for (const refused of [outcomes.camera, outcomes.microphone, outcomes.screen, outcomes.midi]) expect(refused).not.toBe('granted')
})
