import { join } from 'node:path'
import { app, Menu, nativeTheme, Notification, shell, Tray } from 'electron'
import { createDesktopAlerts } from '../alerts/show-desktop-alert.ts'
import type { Alert } from '../alerts/describe-alert.ts'
import type { EngineRequest } from '../engine/engine-client.ts'
import type { OwnPages } from '../ipc/push-events.ts'
import type { Texts } from '../language/en.ts'
import { chooseLanguage, textsFor } from '../language/texts.ts'
import { systemLanguage } from '../launch/describe-environment.ts'
import type { Launch } from '../launch/read-launch.ts'
import { SettingsMirror, type ShellSettings } from '../settings-mirror.ts'
import { now } from '../system-clock.ts'
import { newId } from '../system-random.ts'
import { createWindow } from './create-window.ts'
import { followNextDue, type NextDue } from './follow-next-due.ts'
import { MainWindow, type Destination } from './main-window.ts'
import { menuTemplate } from './menu-template.ts'
import { createStudioTray, trayIconName, type StudioTray } from './studio-tray.ts'

export interface StudioShellNeeds {
  readonly request: EngineRequest
  readonly pages: OwnPages
  /** The folder of the built parts. */
  readonly outFolder: string
  /** A page of the window has its files. */
  readonly onLoaded: () => void
  /** false: the window holds words that are stored nowhere, and the user keeps it. */
  readonly mayClose: () => Promise<boolean>
}

/** What people see of main: the window, the menu, the icon among the system's, notifications; in their language and theme. */
export class StudioShell {
  readonly window: MainWindow
  readonly showAlert: (alert: Alert) => void
  /** Something was sent, scheduled or dropped. */
  readonly workMayHaveChanged: () => void
  readonly #launch: Launch
  readonly #needs: StudioShellNeeds
  readonly #settings: SettingsMirror
  #tray: StudioTray | null = null
  #next: NextDue = { nextDueAt: null, isHeld: false }

  constructor(launch: Launch, needs: StudioShellNeeds) {
    this.#launch = launch
    this.#needs = needs
    const { theme, language } = launch.shellState.current()
    this.#settings = new SettingsMirror(needs.request, { theme, language, notifications: false, workOffline: false }, (settings) => this.#settingsChanged(settings))
    this.window = this.#createMainWindow()
    const showAlert = createDesktopAlerts({
      Notification,
      texts: () => this.texts,
      isWanted: () => this.#settings.current.notifications && !this.window.isFocused,
      clientName: (workspaceId) => this.#clientName(workspaceId),
      goTo: (destination) => this.window.goTo(destination)
    })
    this.showAlert = (alert) => void showAlert(alert)
    this.workMayHaveChanged = followNextDue(needs.request, (next) => {
      this.#next = next
      this.#showTray()
    })
  }

  get texts(): Texts {
    return textsFor(chooseLanguage(this.#settings.current.language, systemLanguage(app.getPreferredSystemLanguages(), app.getLocale())))
  }

  /** Once the application is ready, before the window: the theme of its first frame. */
  applyTheme(): void {
    const { mode } = this.#launch.options
    const wished = mode.kind === 'screenshot' ? mode.wish.theme : null
    nativeTheme.themeSource = wished ?? this.#settings.current.theme
  }

  /** After the window is on its way: what nobody waits for. */
  dress(): void {
    this.#showMenu()
    if (this.#launch.options.mode.kind !== 'studio') return
    this.#tray = createStudioTray({
      Tray,
      Menu,
      iconPath: join(this.#needs.outFolder, 'main', 'icons', trayIconName(process.platform)),
      actions: {
        open: () => this.window.open(),
        newPost: () => this.#goTo('compose'),
        setWorkOffline: (workOffline) => void this.#needs.request('studio.saveSettings', { requestId: newId(), settings: { workOffline } }),
        quit: () => app.quit()
      },
      logError: (text) => this.#launch.log.write('warning', 'main', text)
    })
    this.#showTray()
  }

  /** The engine has started, or the settings are other ones. */
  async refresh(): Promise<void> {
    await this.#settings.refresh()
    this.workMayHaveChanged()
  }

  /** Lets the mouse that holds it carry a file to another program. False: there is no window. */
  startDrag(file: string): boolean {
    const contents = this.window.window?.webContents
    contents?.startDrag({ file, icon: join(this.#needs.outFolder, 'main', 'icons', 'tray.png') })
    return contents !== undefined
  }

  undress(): void {
    this.#tray?.destroy()
    this.#tray = null
  }

  async #clientName(workspaceId: string): Promise<string | null> {
    const studio = await this.#needs.request('studio.read', {})
    return studio.ok ? (studio.value.workspaces.find(({ id }) => id === workspaceId)?.name ?? null) : null
  }

  #createMainWindow(): MainWindow {
    const launch = this.#launch
    const { outFolder, pages } = this.#needs
    const files = { preloadPath: join(outFolder, 'preload', 'preload.cjs'), iconPath: join(outFolder, 'main', 'icons', 'icon-256.png') }
    return new MainWindow({
      create: () => {
        const window = createWindow(launch, files, app.isPackaged)
        pages.add(window.webContents)
        return window
      },
      shellState: launch.shellState,
      push: (destination) => pages.push('navigate', destination),
      askAboutWords: () => pages.push('studio.ending', {}),
      mayClose: () => this.#needs.mayClose(),
      onLoaded: () => {
        launch.timing.reached('loaded')
        this.#needs.onLoaded()
      },
      onClosedByUser: () => this.#explainTray(),
      logError: (text) => launch.log.write('error', 'page', text),
      now
    })
  }

  #settingsChanged({ theme, language }: ShellSettings): void {
    this.#launch.shellState.change({ theme, language })
    this.applyTheme()
    this.#showMenu()
    this.#showTray()
  }

  #showMenu(): void {
    const actions = { goTo: (to: Destination['to']) => this.#goTo(to), openDataFolder: () => void shell.openPath(this.#launch.places.data), quit: () => app.quit() }
    const situation = { isMac: process.platform === 'darwin', isDevelopment: this.#launch.isDevelopment }
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(this.texts, actions, situation)))
  }

  #showTray(): void {
    this.#tray?.show(this.texts, { isWorkingOffline: this.#settings.current.workOffline, ...this.#next, now: now() })
  }

  #goTo(to: Destination['to']): void {
    this.window.goTo({ workspaceId: null, to, subjectId: null })
  }

  /** Said once in the life of a data folder: the window is closed, the work goes on. */
  #explainTray(): void {
    const { shellState, isAttended } = this.#launch
    if (!isAttended || shellState.current().isTrayExplained || !Notification.isSupported()) return
    shellState.change({ isTrayExplained: true })
    new Notification({ title: this.texts.tray.staysTitle, body: this.texts.tray.staysText }).show()
  }
}
