import type { App, CommandLine, Protocol } from 'electron'
import { linkScheme } from '../lifecycle/studio-link.ts'
import { appScheme } from '../security/is-own-url.ts'
import { mediaScheme } from '../security/serve-media-protocol.ts'
import type { Launch } from './read-launch.ts'

type EarlyApp = Pick<App, 'enableSandbox' | 'setPath' | 'setAppUserModelId' | 'setAsDefaultProtocolClient' | 'isPackaged'> & { readonly commandLine: Pick<CommandLine, 'appendSwitch' | 'hasSwitch'> }

/** All that Chromium has to know before it is ready; synchronous, and in this order. */
export function prepareBeforeReady(app: EarlyApp, protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>, launch: Launch): void {
  // Root may only run Chromium with --no-sandbox (a container, a test machine); both together end every child process at once. The window's
  // own `sandbox` keeps Node out of the page all the same.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    // stream: a player may ask for parts of a video. corsEnabled: the page may read the colours of a picture and take one out of a video.
    { scheme: mediaScheme, privileges: { standard: true, secure: true, stream: true, corsEnabled: true } }
  ])
  app.setPath('userData', launch.places.data)
  app.setPath('sessionData', launch.places.browser)
  app.setPath('crashDumps', launch.places.crashes)
  app.setAppUserModelId('invalid.example.vigie')
  const language = wishedLanguage(launch)
  if (language !== null) app.commandLine.appendSwitch('lang', language)
  // From the sources there is no application to name: the system would start a bare Electron.
  if (app.isPackaged) app.setAsDefaultProtocolClient(linkScheme)
}

/** Chromium speaks it in dates and native fields; null: the system's. */
function wishedLanguage({ options, shellState }: Launch): string | null {
  if (options.mode.kind === 'screenshot' && options.mode.wish.language !== null) return options.mode.wish.language
  const { language } = shellState.current()
  return language === 'system' ? null : language
}
