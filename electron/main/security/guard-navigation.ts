import type { WebContents } from 'electron'
import type { OpenExternal } from './safe-open-external.ts'
import { isOwnUrl } from './is-own-url.ts'

/** Only the page itself may load the page again (a reload); a frame inside it may load nothing. */
export function isAllowedNavigation(url: string, isMainFrame: boolean): boolean {
  return isMainFrame && isOwnUrl(url)
}

type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>

/**
 * Keeps the window on the application's own page. All three events are needed: `will-navigate` misses frames, `will-frame-navigate` misses
 * redirects. Do not change without reading https://www.electronjs.org/docs/latest/tutorial/security (points 12 to 14).
 */
export function guardNavigation(contents: GuardedContents, openExternal: OpenExternal): void {
  contents.on('will-navigate', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url)
    return { action: 'deny' }
  })
}
