import type { BrowserWindow } from 'electron'
import type { EventPayload } from '../../../shared/contract/event-map.ts'
import { appAddress } from '../security/is-own-url.ts'
import type { ShellStateFile } from './shell-state.ts'

export type Destination = EventPayload<'navigate'>

export interface MainWindowNeeds {
  /** Makes the window, hidden and empty, where it was last. */
  readonly create: () => BrowserWindow
  readonly shellState: ShellStateFile
  readonly push: (destination: Destination) => void
  readonly askAboutWords: () => void
  /** false: it holds words that are stored nowhere, and the user keeps it open. */
  readonly mayClose: () => Promise<boolean>
  readonly onLoaded: () => void
  /** The last window is gone, and not because Vigie ends. */
  readonly onClosedByUser: () => void
  readonly logError: (text: string) => void
  readonly now: () => number
}

const saveAfter = 500
/** A page that ends by itself this often within a minute is not loaded again. */
const maxReloadsPerMinute = 3

/** The studio's one window: opened, closed and opened again while the studio goes on. */
export class MainWindow {
  readonly #needs: MainWindowNeeds
  #window: BrowserWindow | null = null
  #isInteractive = false
  #isEnding = false
  #mayClose = false
  #waiting: Destination | null = null
  #saveTimer: NodeJS.Timeout | undefined
  #reloads: number[] = []

  constructor(needs: MainWindowNeeds) {
    this.#needs = needs
  }

  get window(): BrowserWindow | null {
    return this.#window
  }

  /** The user looks at it. */
  get isFocused(): boolean {
    return this.#window?.isFocused() ?? false
  }

  /** Brings it to the front, or opens it. `hash`: where the page begins, for a new window. */
  open(hash = ''): void {
    if (this.#isEnding) return // A link or a login that ends in the last moment opens nothing any more.
    if (this.#window === null) this.#openNew(hash)
    else bringToFront(this.#window)
  }

  /** Opens the window if needed and leads it there, as soon as the page can follow. */
  goTo(destination: Destination): void {
    if (this.#window !== null && this.#isInteractive) this.#needs.push(destination)
    else this.#waiting = destination
    this.open()
  }

  /** The page says that it can be used. */
  becameInteractive(): void {
    this.#isInteractive = true
    if (this.#waiting !== null) this.#needs.push(this.#waiting)
    this.#waiting = null
  }

  /** Has the page store what it has in hand and say what it could not; false: no page is there. */
  askAboutWords(): boolean {
    if (this.#window === null || !this.#isInteractive) return false
    this.#needs.askAboutWords()
    return true
  }

  /** Closes it for good: the page may still hand over what it has not saved. Resolves when it is gone. */
  async end(): Promise<void> {
    this.#isEnding = true
    const last = this.#window
    if (last === null) return
    await new Promise<void>((resolve) => {
      last.once('closed', () => resolve())
      last.close()
    })
  }

  #openNew(hash: string): void {
    const window = this.#needs.create()
    this.#window = window
    this.#isInteractive = false
    this.#mayClose = false
    const { isMaximised } = this.#needs.shellState.current()
    window.once('ready-to-show', () => {
      if (isMaximised) window.maximize()
      window.show()
    })
    window.on('resize', () => this.#savePlaceSoon())
    window.on('move', () => this.#savePlaceSoon())
    window.on('close', (event) => {
      this.#savePlace()
      if (this.#isEnding || this.#mayClose) return
      event.preventDefault()
      void this.#closeIfWanted(window)
    })
    window.on('closed', () => this.#closed())
    const { webContents } = window
    webContents.once('did-finish-load', this.#needs.onLoaded)
    // Nothing on the page may keep the window open: what it has not saved it hands over while it goes.
    webContents.on('will-prevent-unload', (event) => event.preventDefault())
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#isInteractive = false
    })
    webContents.on('render-process-gone', (_event, { reason }) => this.#pageEnded(window, reason))
    // It rejects when the window is closed before the page is there, too.
    window.loadURL(`${appAddress}${hash}`).catch((cause: unknown) => this.#needs.logError(`the page did not load: ${String(cause)}`))
  }

  async #closeIfWanted(window: BrowserWindow): Promise<void> {
    this.#mayClose = await this.#needs.mayClose()
    if (this.#mayClose && !window.isDestroyed()) window.close()
  }

  #closed(): void {
    clearTimeout(this.#saveTimer)
    this.#window = null
    this.#isInteractive = false
    if (!this.#isEnding) this.#needs.onClosedByUser()
  }

  #pageEnded(window: BrowserWindow, reason: string): void {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    this.#needs.logError(`the page ended: ${reason}`)
    const now = this.#needs.now()
    this.#reloads = [...this.#reloads.filter((at) => now - at < 60_000), now]
    if (this.#reloads.length <= maxReloadsPerMinute) window.webContents.reload()
  }

  #savePlaceSoon(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = setTimeout(() => this.#savePlace(), saveAfter)
  }

  #savePlace(): void {
    const window = this.#window
    if (window === null || window.isDestroyed() || window.isMinimized()) return
    this.#needs.shellState.change({ bounds: window.getNormalBounds(), isMaximised: window.isMaximized() })
  }
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
