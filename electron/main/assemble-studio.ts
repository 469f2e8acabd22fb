import { app, BrowserWindow, dialog, session, shell, utilityProcess } from 'electron'
import { fail, succeed, type Result } from '../../shared/contract/result.ts'
import { studioError } from '../../shared/errors/studio-error.ts'
import { createEngineAnswers } from './engine/answer-engine.ts'
import type { EngineSupervisor } from './engine/engine-supervisor.ts'
import { createStudioEngine } from './engine/studio-engine.ts'
import { createEngineFollower } from './ipc/follow-engine.ts'
import type { RequestDoor } from './ipc/handle-requests.ts'
import { createMainHandlers } from './ipc/main-handlers.ts'
import { OwnPages } from './ipc/push-events.ts'
import { knownPlatform, systemLanguage } from './launch/describe-environment.ts'
import { overrideSettings, type SettingsOverride } from './launch/override-settings.ts'
import type { Launch } from './launch/read-launch.ts'
import { askBeforeQuit } from './lifecycle/ask-before-quit.ts'
import { Shutdown } from './lifecycle/shutdown.ts'
import { createUnsavedWords, type UnsavedWords } from './lifecycle/unsaved-words.ts'
import { BrowserLogins } from './oauth/browser-logins.ts'
import { startLoginListener } from './oauth/loopback-listener.ts'
import { openSecretStore } from './secrets/open-secret-store.ts'
import type { SecretStore } from './secrets/secret-store.ts'
import { createOpenExternal, type OpenExternal } from './security/safe-open-external.ts'
import { now } from './system-clock.ts'
import { randomText } from './system-random.ts'
import { endProcess } from './lifecycle/end-process.ts'
import { createDragOut, type DragOut } from './windows/drag-out.ts'
import { createPagePrinter } from './windows/print-page.ts'
import { StudioShell } from './windows/studio-shell.ts'

/** How long a login in the browser may take, and how long the engine has at the end; ms. */
const loginLifetime = 5 * 60_000
const engineStopDeadline = 5_000

export interface Studio {
  readonly launch: Launch
  readonly pages: OwnPages
  readonly secrets: SecretStore
  readonly openExternal: OpenExternal
  readonly engine: EngineSupervisor
  readonly shell: StudioShell
  readonly logins: BrowserLogins
  readonly door: RequestDoor
  readonly shutdown: Shutdown
  /** Resolves when the page's own files are there for the first time. */
  readonly loaded: Promise<void>
  /** Resolves when the page said for the first time that it can be used. */
  readonly interactive: Promise<void>
}

/** Joins the parts of main. Nothing runs yet when it returns: `main.ts` starts them in their order. */
export function assembleStudio(launch: Launch, outFolder: string): Studio {
  const pages = new OwnPages()
  const openExternal = createOpenExternal(shell, { allowLoopback: launch.isDevelopment })
  const secrets = openSecretStore(launch, (state) => pages.push('secretStore.changed', state))
  const engine = assembleEngine(launch, outFolder, pages, secrets, () => studioShell)
  const loaded = createSignal()
  const words = createUnsavedWords({ askPage: () => studioShell.window.askAboutWords(), dialog, texts: () => studioShell.texts, window: () => studioShell.window.window, isAttended: launch.isAttended })
  const studioShell = new StudioShell(launch, { request: engine.request, pages, outFolder, onLoaded: loaded.raise, mayClose: words.mayLeave })
  const logins = new BrowserLogins({
    request: engine.request,
    openExternal,
    listen: (place) => startLoginListener({ place, lifetime: loginLifetime }),
    nonce: () => randomText(24),
    onFinished: (loginId, outcome, wasCancelled) => {
      pages.push('accounts.loginFinished', { loginId, outcome })
      if (!wasCancelled) studioShell.window.open() // The person is in the browser: the studio goes on.
    }
  })
  const dragOut = createDragOut({ folder: launch.places.dragged, askEngine: (name, input) => engine.forward(name, input), startDrag: (file) => studioShell.startDrag(file) })
  const { door, interactive } = assembleDoor(launch, { pages, secrets, openExternal, engine, shell: studioShell, logins, words, dragOut })
  const shutdown = new Shutdown({
    ask: async () => (await words.mayLeave()) && askBeforeQuit({ request: engine.request, dialog, texts: () => studioShell.texts, now, window: () => studioShell.window.window, isAttended: launch.isAttended }),
    drain: async () => {
      logins.cancelAll()
      // The page first: what it has not saved it hands to the engine while it goes.
      await studioShell.window.end()
      await engine.stop(engineStopDeadline)
      await dragOut.clean()
      studioShell.undress()
    },
    quit: () => {
      launch.log.write('info', 'main', 'everything is in order')
      void endProcess(secrets, () => app.quit(), launch.log)
    },
    logError: (text) => launch.log.write('error', 'main', text)
  })
  return { launch, pages, secrets, openExternal, engine, shell: studioShell, logins, door, shutdown, loaded: loaded.raised, interactive }
}

/** Something that happens once, for whoever waits for it. */
function createSignal(): { readonly raise: () => void; readonly raised: Promise<void> } {
  let raise: () => void = () => {}
  const raised = new Promise<void>((resolve) => {
    raise = resolve
  })
  return { raise, raised }
}

function assembleEngine(launch: Launch, outFolder: string, pages: OwnPages, secrets: SecretStore, studioShell: () => StudioShell): EngineSupervisor {
  return createStudioEngine(launch, {
    utilityProcess,
    outFolder,
    appVersion: app.getVersion(),
    systemLanguage: () => systemLanguage(app.getPreferredSystemLanguages(), app.getLocale()),
    answer: createEngineAnswers({ secrets, session: () => session.defaultSession }),
    onState: (state) => {
      pages.push('engine.changed', { state })
      if (state !== 'ready') return
      launch.timing.reached('engine')
      void studioShell().refresh()
    },
    onEvent: createEngineFollower({
      pushToPages: (name, payload) => pages.pushUnknown(name, payload),
      onAlert: (alert) => studioShell().showAlert(alert),
      onSettingsMayHaveChanged: () => void studioShell().refresh(),
      onWorkMayHaveChanged: () => studioShell().workMayHaveChanged(),
      onPersonNeeded: () => studioShell().window.open(),
      logError: (text) => launch.log.write('error', 'engine', text)
    })
  })
}

type DoorParts = Pick<Studio, 'pages' | 'secrets' | 'openExternal' | 'engine' | 'shell' | 'logins'> & { readonly words: UnsavedWords; readonly dragOut: DragOut }

function assembleDoor(launch: Launch, parts: DoorParts): Pick<Studio, 'door' | 'interactive'> {
  const interactive = createSignal()
  const override = settingsOverride(launch)
  const handlers = createMainHandlers({
    environment: () => describeEnvironment(launch, parts),
    checkSecretStore: () => parts.secrets.check(),
    restartEngine: () => parts.engine.restart(),
    openDataFolder: () => openFolder(launch.places.data),
    openExternal: parts.openExternal,
    logins: parts.logins,
    dragOut: parts.dragOut,
    printPage: createPagePrinter({
      createWindow: (options) => new BrowserWindow(options),
      createSession: () => session.fromPartition('print'),
      policy: "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox"
    }),
    onEndingAnswered: parts.words.answered,
    onInteractive: () => {
      launch.timing.reached('interactive')
      parts.shell.window.becameInteractive()
      interactive.raise()
    }
  })
  const door: RequestDoor = {
    ownPages: parts.pages,
    handlers,
    askEngine: async (name, input) => overrideSettings(name, await parts.engine.forward(name, input), override),
    logError: (text) => launch.log.write('error', 'main', text)
  }
  return { door, interactive: interactive.raised }
}

function describeEnvironment(launch: Launch, { secrets, engine }: Pick<DoorParts, 'secrets' | 'engine'>): ReturnType<Parameters<typeof createMainHandlers>[0]['environment']> {
  return {
    version: app.getVersion(),
    electron: process.versions.electron,
    platform: knownPlatform(process.platform),
    systemLanguage: systemLanguage(app.getPreferredSystemLanguages(), app.getLocale()),
    dataFolder: launch.places.data,
    secretStore: secrets.state(),
    engine: engine.state,
    isDevelopment: launch.isDevelopment
  }
}

async function openFolder(path: string): Promise<Result<Record<string, never>>> {
  const complaint = await shell.openPath(path)
  return complaint === '' ? succeed({}) : fail(studioError('unreachable', 'the system did not open the folder', { retryable: true }))
}

function settingsOverride({ options: { mode } }: Launch): SettingsOverride {
  if (mode.kind !== 'screenshot') return {}
  const { theme, language } = mode.wish
  return { ...(theme === null ? {} : { theme }), ...(language === null ? {} : { language }) }
}
