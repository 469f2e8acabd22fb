import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { guardPermissions } from '../security/guard-permissions.ts'

/** Known to the printing session alone, which serves the one page under it. */
const printScheme = 'vigie-print'
const printAddress = `${printScheme}:page`
const longest = 60_000

const foot = '<div style="width:100%;text-align:center;font-size:8px;color:#574e46"><span class="pageNumber"></span> / <span class="totalPages"></span></div>'

/** Pictures come inside the page; nothing else is ever asked for. */
export function isAllowedForPrint(url: string): boolean {
  return url === printAddress || url.startsWith('data:')
}

/** What holds the page while it is printed: no script, no preload, no Node, a session of its own that is forgotten. */
export function printWindowOptions(session: Session): BrowserWindowConstructorOptions {
  return {
    show: false,
    webPreferences: { session, javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, devTools: false }
  }
}

export interface PagePrinterNeeds {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => Pick<BrowserWindow, 'loadURL' | 'destroy' | 'webContents'>
  /** A session that lives in memory and is nobody else's. */
  readonly createSession: () => Session
  readonly policy: string
}

/** Draws a page of ours on paper, one after the other. Words of posts are in it, and whatever they were, they run nothing and reach nothing. */
export function createPagePrinter({ createWindow, createSession, policy }: PagePrinterNeeds): (page: string) => Promise<Uint8Array<ArrayBuffer>> {
  let session: Session | null = null
  let page = ''
  let last: Promise<unknown> = Promise.resolve()

  function wall(): Session {
    if (session !== null) return session
    session = createSession()
    guardPermissions(session)
    session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowedForPrint(url) }))
    session.on('will-download', (event) => event.preventDefault())
    session.protocol.handle(printScheme, () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } }))
    return session
  }

  async function print(next: string): Promise<Uint8Array<ArrayBuffer>> {
    const window = createWindow(printWindowOptions(wall()))
    const tooLong = setTimeout(() => window.destroy(), longest)
    try {
      page = next
      await window.loadURL(printAddress)
      return Uint8Array.from(await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: foot }))
    } finally {
      page = ''
      clearTimeout(tooLong)
      window.destroy()
    }
  }

  async function printAfter(before: Promise<unknown>, next: string): Promise<Uint8Array<ArrayBuffer>> {
    await before.catch(() => undefined) // Told to whoever asked for it.
    return print(next)
  }

  return (next) => {
    const printing = printAfter(last, next)
    last = printing
    return printing
  }
}
