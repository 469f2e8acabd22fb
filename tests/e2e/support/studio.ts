import { readFileSync } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { Bridge } from './bridge.ts'
import { studioCommand, studioEnvironment } from './studio-command.ts'

export interface StudioLaunch {
  readonly dataFolder: string
  /** Further words of the command line. */
  readonly words?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** A running studio: the real application, its window, and what a test needs of its inside. */
export class Studio {
  readonly app: ElectronApplication
  readonly page: Page
  readonly bridge: Bridge
  readonly dataFolder: string
  readonly #child: ChildProcess
  readonly #output: string[]
  readonly #complaints: string[] = []

  private constructor(app: ElectronApplication, page: Page, dataFolder: string, output: string[]) {
    this.app = app
    this.#child = app.process()
    this.page = page
    this.bridge = new Bridge(page)
    this.dataFolder = dataFolder
    this.#output = output
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.#complaints.push(error.message))
  }

  /** Resolves when the page can be used. */
  static async launch({ dataFolder, words = [], environment = {} }: StudioLaunch): Promise<Studio> {
    const command = studioCommand()
    // Without a named executable Playwright takes the one of the package `electron` (ELECTRON_OVERRIDE_DIST_PATH moves it), and only then holds
    // the application back until it listens itself: a window that opens too early would be missed.
    const app = await _electron.launch({ args: [...command.words, ...words], env: studioEnvironment(dataFolder, environment), timeout: 30_000 })
    const output: string[] = []
    for (const stream of [app.process().stdout, app.process().stderr]) stream?.setEncoding('utf8').on('data', (text: string) => output.push(text))
    const studio = new Studio(app, await app.firstWindow(), dataFolder, output)
    await studio.isUsable()
    await studio.bridge.record()
    return studio
  }

  /** The page has its bridge and shows one of its screens. */
  async isUsable(page: Page = this.page): Promise<void> {
    await page.waitForFunction(() => window.studio !== undefined && document.querySelector('h1, h2, nav, main') !== null)
  }

  /**
   * Goes to a place of a client, as a link would. A client made a moment ago by the bridge may not have reached the page yet, and the address of
   * one that it does not know leads to the first screen: then it is gone to again.
   */
  async goTo(address: string): Promise<void> {
    const client = /^#\/w\/[^/]+\//.exec(address)?.[0]
    if (client === undefined) throw new Error(`${address} is no place of a client`)
    await expect(async () => {
      await this.page.evaluate((hash) => (window.location.hash = hash), address)
      await expect(this.page.locator(`a[href^="${client}"]`).first()).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 15_000 })
  }

  /** Everything the processes wrote so far, to the console and to the log file. */
  output(): string {
    return this.#output.join('')
  }

  log(): string {
    return readFileSync(join(this.dataFolder, 'logs/vigie.log'), 'utf8')
  }

  /** Warnings and errors of the page so far. */
  complaints(): readonly string[] {
    return this.#complaints
  }

  /** The engine's process id. */
  async enginePid(): Promise<number> {
    const pid = await this.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Vigie engine')?.pid)
    if (pid === undefined) throw new Error('no engine is running')
    return pid
  }

  windowCount(): Promise<number> {
    return this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  }

  /** Everything with a page of its own, whoever made it. */
  contentsCount(): Promise<number> {
    return this.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)
  }

  /** From now on the system's browser is not opened; gives what would have been, in order. */
  async catchExternal(): Promise<() => Promise<readonly string[]>> {
    await this.app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { openedOutside: opened })
      shell.openExternal = async (url) => void opened.push(url)
    })
    return () => this.app.evaluate(() => (globalThis as unknown as { openedOutside: string[] }).openedOutside)
  }

  /** Whether its process lives. Playwright's own handle answers no more once the application is closed. */
  isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null
  }

  /** As a power cut would: nothing gets a chance to be written. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGKILL')
    await gone
  }

  /** Ends it as a person would; resolves to the exit code once the process is gone. */
  async close(): Promise<number | null> {
    await this.app.close()
    return this.#child.exitCode
  }
}
