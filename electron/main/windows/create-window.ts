import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { Launch } from '../launch/read-launch.ts'
import { placeWindow } from './place-window.ts'
import { readConsoleMessage } from './read-console-message.ts'
import { windowOptions } from './window-options.ts'

/** The grounds of the page (`--canvas` in renderer/styles/tokens.css), so that the first frame does not flash. */
const canvas = { light: '#f4f0e9', dark: '#181411' } as const

export interface WindowFiles {
  readonly preloadPath: string
  readonly iconPath: string
}

/** Makes the studio's window, hidden and empty. */
export function createWindow(launch: Launch, files: WindowFiles, isPackaged: boolean): BrowserWindow {
  const { mode } = launch.options
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()]
  const bounds = placeWindow(launch.shellState.current().bounds, displays.map(({ workArea }) => workArea))
  const window = new BrowserWindow(
    windowOptions({
      preloadPath: files.preloadPath,
      isPackaged,
      bounds: mode.kind === 'screenshot' ? mode.wish.size : bounds,
      backgroundColor: nativeTheme.shouldUseDarkColors ? canvas.dark : canvas.light,
      icon: process.platform === 'linux' ? files.iconPath : null
    })
  )
  if (mode.kind === 'screenshot') window.setContentSize(mode.wish.size.width, mode.wish.size.height)
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  window.webContents.on('console-message', (...values: readonly unknown[]) => {
    const message = readConsoleMessage(values)
    if (message !== null && message.level !== 'info') launch.log.write(message.level, 'page', message.text)
  })
  return window
}
