import { join } from 'node:path'
import { startLoopbackServer, type LoopbackServer } from '../support/loopback-server.ts'
import { projectRoot } from '../support/studio-command.ts'
import { expect, test } from '../support/test.ts'

/** The numbers are those of Electron's security list: https://www.electronjs.org/docs/latest/tutorial/security */

const preloadPath = join(projectRoot, 'out/preload/preload.cjs')

let outside: LoopbackServer
test.beforeAll(async () => {
  outside = await startLoopbackServer()
})
test.afterAll(() => outside.close())

test('a frame gets no bridge and no network (13, 17)', async ({ studio }) => {
  const frames = await studio.page.evaluate(async (origin) => {
    const make = (set: (frame: HTMLIFrameElement) => void): Promise<string> =>
      new Promise((resolve) => {
        const frame = document.createElement('iframe')
        set(frame)
        frame.addEventListener('load', () => resolve(describe(frame)))
        frame.addEventListener('error', () => resolve('refused'))
        document.body.append(frame)
        setTimeout(() => resolve(describe(frame)), 500)
      })
    const describe = (frame: HTMLIFrameElement): string => {
      try {
        return typeof (frame.contentWindow as Window & { studio?: unknown }).studio
      } catch {
        return 'another origin'
      }
    }
    return Promise.all([
      make(() => {}),
      make((frame) => (frame.srcdoc = '<script>parent.reached = true</script>')),
      make((frame) => (frame.src = 'app://studio/index.html')),
      make((frame) => (frame.src = `${origin}/frame`)),
      make((frame) => (frame.src = 'data:text/html,<script>parent.reached = true</script>'))
    ])
  }, outside.origin)
  expect(frames.every((frame) => frame !== 'object')).toBe(true)
  expect(await studio.page.evaluate(() => 'reached' in globalThis)).toBe(false)
  expect(outside.visits.filter((visit) => visit.includes('/frame'))).toEqual([])
})

test('a webview is no more than an unknown word (11, 12)', async ({ studio }) => {
  await studio.page.evaluate((origin) => {
    const webview = document.createElement('webview')
    webview.setAttribute('src', origin)
    webview.setAttribute('nodeintegration', '')
    webview.setAttribute('allowpopups', '')
    document.body.append(webview)
  }, outside.origin)
  expect((await studio.bridge.request('studio.environment', {})).ok).toBe(true)
  expect(await studio.contentsCount()).toBe(1)
})

for (const url of ['app://studio/index.html', 'about:blank']) {
  test(`a window that is not the studio’s own gets no answer, at ${url} (17)`, async ({ studio }) => {
    const answer = await studio.app.evaluate(async ({ BrowserWindow }, [address, preload]) => {
      const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } })
      await stranger.loadURL(address)
      const said: unknown = await stranger.webContents.executeJavaScript("window.studio.request('studio.read', {}).then(() => 'answered', (error) => error.message)")
      stranger.destroy()
      return said
    }, [url, preloadPath] as const)
    expect(answer).toContain('untrusted_sender')
  })
}

test('events go to the studio’s own pages only', async ({ studio }) => {
  await studio.app.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } })
    await stranger.loadURL('app://studio/index.html')
    await stranger.webContents.executeJavaScript("window.heard = 0; window.studio.on('studio.changed', () => window.heard++); 0")
  }, preloadPath)
  const heard = studio.bridge.next('studio.changed')
  await studio.bridge.ask('studio.saveSettings', { settings: { theme: 'dark' } })
  await heard
  const strangersEar = await studio.app.evaluate(({ BrowserWindow }) => {
    const stranger = BrowserWindow.getAllWindows().find((window) => !window.isVisible())!
    return stranger.webContents.executeJavaScript('window.heard') as Promise<number>
  })
  expect(strangersEar).toBe(0)
})
