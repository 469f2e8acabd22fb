import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { app, dialog, ipcMain, Menu, net, powerMonitor, protocol, session } from 'electron'
import { assembleStudio, type Studio } from './assemble-studio.ts'
import { handleRequests } from './ipc/handle-requests.ts'
import { chooseLanguage, textsFor } from './language/texts.ts'
import { prepareBeforeReady } from './launch/before-ready.ts'
import { readLaunch, type Launch } from './launch/read-launch.ts'
import { runScreenshot } from './launch/run-screenshot.ts'
import { checkSelf } from './launch/self-check.ts'
import { endProcess } from './lifecycle/end-process.ts'
import { watchPower } from './lifecycle/power-events.ts'
import { findStudioLink, parseStudioLink } from './lifecycle/studio-link.ts'
import { endOnUncaughtErrors } from './lifecycle/uncaught-errors.ts'
import { blockNetwork } from './security/block-network.ts'
import { guardDownloads } from './security/guard-downloads.ts'
import { guardNavigation } from './security/guard-navigation.ts'
import { guardPermissions } from './security/guard-permissions.ts'
import { appScheme } from './security/is-own-url.ts'
import { serveAppProtocol } from './security/serve-app-protocol.ts'
import { mediaScheme, serveMediaProtocol, type MediaAddress } from './security/serve-media-protocol.ts'
import { randomText } from './system-random.ts'

/** out/, where the built parts lie side by side; inside app.asar when packaged. */
const outFolder = dirname(import.meta.dirname)

const dressAfter = 5_000

boot()

/**
 * The order of a start. Up to `whenReady` everything is synchronous: Chromium reads its schemes, paths and switches only once.
 * 1 what is asked for · 2 what happens to bugs · 3 sandbox, schemes, paths · 4 one studio for each data folder · 5 the parts, joined ·
 * 6 the system's voices · then, ready: 7 the engine's process · 8 the walls around the page · 9 the page · 10 menu, tray, power.
 */
function boot(): void {
  const launch = readLaunch(app, process)
  if (typeof launch === 'string') return leave(launch, 2)
  endOnUncaughtErrors({ process, log: (text) => logLastWords(launch, text), end: () => app.exit(1), tell: launch.isAttended ? tellOfFailure : null })
  prepareBeforeReady(app, protocol, launch)
  Menu.setApplicationMenu(null) // Else Electron builds one of its own first.
  if (!app.requestSingleInstanceLock()) return leaveToTheFirst(launch)
  const studio = assembleStudio(launch, outFolder)
  listenToTheSystem(studio)
  void app.whenReady().then(() => start(studio))
}

async function start(studio: Studio): Promise<void> {
  const { launch, engine, shell } = studio
  launch.timing.reached('ready')
  // First, as everything the page shows waits for it; the page itself comes after the walls are up.
  engine.start()
  raiseWalls(studio)
  handleRequests(ipcMain, studio.door)
  shell.applyTheme()
  switch (launch.options.mode.kind) {
    case 'studio':
      return openStudio(studio)
    case 'screenshot':
      return finish(studio, await runScreenshot(studio, launch.options.mode.wish, sayLoudly))
    case 'self-check':
      return finish(studio, await runSelfCheck(studio))
  }
}

function openStudio({ engine, shell, shutdown, loaded }: Studio): void {
  const link = findStudioLink(process.argv)
  if (link === null) shell.window.open()
  else shell.window.goTo(link)
  // Nobody waits for menu, tray and power: they would only keep main from serving the page. A page that does not come has to be quit, though.
  void Promise.race([loaded, wait(dressAfter, undefined, { ref: false })]).then(() => {
    shell.dress()
    const stopWatching = watchPower({
      powerMonitor,
      net,
      onResume: () => void engine.request('engine.systemResumed', {}),
      onNetwork: (online) => void engine.request('engine.networkHint', { online }),
      onSystemShutdown: () => shutdown.quitWithoutAsking()
    })
    app.once('will-quit', stopWatching)
  })
}

/** What the page can reach: its own files, its pictures, nothing else. */
function raiseWalls({ launch, engine, pages }: Studio): void {
  const { defaultSession } = session
  guardPermissions(defaultSession)
  blockNetwork(defaultSession, launch.isDevelopment)
  guardDownloads(defaultSession, (ended) => pages.push('studio.fileSaved', ended))
  // The older way to serve a scheme, on purpose: `protocol.handle` loads Node's whole fetch to make its Request and Response, while the first page waits.
  const answerPage = serveAppProtocol(join(outFolder, 'renderer'))
  protocol.registerBufferProtocol(appScheme, (request, answer) => answer(answerPage(request)))
  const locate = async (address: MediaAddress) => {
    const located = await engine.request('media.locate', address)
    return located.ok ? located.value : null
  }
  protocol.handle(mediaScheme, serveMediaProtocol({ workspacesFolder: launch.places.workspaces, locate }))
}

function listenToTheSystem({ shell, shutdown, openExternal }: Studio): void {
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents, openExternal))
  app.on('before-quit', (event) => shutdown.handleBeforeQuit(event))
  // The studio goes on publishing without a window; it ends when somebody says so.
  app.on('window-all-closed', () => {})
  app.on('activate', () => shell.window.open())
  app.on('second-instance', (_event, words) => followLink(shell, findStudioLink(words)))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    followLink(shell, parseStudioLink(url))
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => shutdown.quitWithoutAsking())
}

function followLink(shell: Studio['shell'], link: ReturnType<typeof findStudioLink>): void {
  void app.whenReady().then(() => (link === null ? shell.window.open() : shell.window.goTo(link)))
}

async function runSelfCheck({ launch, engine, secrets }: Studio): Promise<number> {
  const report = await checkSelf({ request: engine.request, secrets, electron: process.versions.electron, reference: `self-check:${randomText(16)}` })
  await engine.stop(5_000)
  if (process.env['VIGIE_DATA_DIR'] === undefined) rmSync(launch.places.data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  process.stdout.write(`${JSON.stringify(report)}\n`)
  return report.engine && report.sqlite ? 0 : 1
}

/** Ends a run that had one thing to do. `app.quit` would end with 0 whatever happened. */
async function finish({ launch, shell, engine, secrets }: Studio, exitCode: number): Promise<void> {
  await shell.window.end()
  await engine.stop(5_000)
  await endProcess(secrets, () => app.exit(exitCode), launch.log)
}

function leaveToTheFirst({ options }: Launch): void {
  if (options.mode.kind === 'studio') return leave('Vigie is open already with this data folder: its window comes to the front', 0)
  leave('Vigie is open with this data folder: close it first, or name another folder in VIGIE_DATA_DIR', 1)
}

function leave(message: string, exitCode: number): void {
  sayLoudly(message)
  app.exit(exitCode)
}

function sayLoudly(line: string): void {
  process.stderr.write(`vigie: ${line}\n`)
}

function logLastWords(launch: Launch, text: string): void {
  launch.log.write('error', 'main', text)
  if (!launch.isAttended) sayLoudly(text)
}

function tellOfFailure(): void {
  const { failure } = textsFor(chooseLanguage('system', app.getLocale()))
  dialog.showErrorBox(failure.title, failure.text)
}
