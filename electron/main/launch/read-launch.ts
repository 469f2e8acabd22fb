import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from 'electron'
import { openLogFile, type LogFile } from '../log/log-file.ts'
import { now } from '../system-clock.ts'
import { freshShellState, openShellState, type ShellStateFile } from '../windows/shell-state.ts'
import { dataFolder, placesIn, type Places } from './data-folder.ts'
import { parseLaunchOptions, type LaunchOptions } from './launch-options.ts'
import { readDevelopmentEnvironment, type DevelopmentEnvironment } from './read-environment.ts'
import { processAge } from './process-age.ts'
import { StartTiming } from './start-timing.ts'
import { stateFolder } from './state-folder.ts'

/** What this start is about, known before anything happens. */
export interface Launch {
  readonly options: LaunchOptions
  readonly environment: DevelopmentEnvironment
  readonly places: Places
  readonly log: LogFile
  readonly shellState: ShellStateFile
  readonly timing: StartTiming
  readonly isDevelopment: boolean
  /** Somebody sits in front of it and can answer a question. */
  readonly isAttended: boolean
}

type LaunchingApp = Pick<App, 'isPackaged' | 'getPath'>

/** Reads the command line and the environment, and makes the data folder. A text: why this start cannot be. */
export function readLaunch(app: LaunchingApp, process: NodeJS.Process): Launch | string {
  const parsed = parseLaunchOptions(process.argv.slice(1), process.cwd())
  if (!parsed.ok) return parsed.message
  const { options } = parsed
  const environment = readDevelopmentEnvironment(process.env, app.isPackaged)
  const places = placesIn(chooseDataFolder(app, process, options), chooseStateFolder(app, process, options))
  mkdirSync(places.data, { recursive: true, mode: 0o700 })
  return {
    options,
    environment,
    places,
    log: openLogFile({ folder: places.logs, now }),
    shellState: options.mode.kind === 'studio' ? openShellState(places.shellState) : forgetfulShellState(),
    timing: new StartTiming(now, now() - processAge(process), options.timing ? (line) => void process.stdout.write(`${line}\n`) : null),
    isDevelopment: !app.isPackaged,
    isAttended: options.mode.kind === 'studio' && !environment.isAutomated
  }
}

function chooseDataFolder(app: LaunchingApp, process: NodeJS.Process, options: LaunchOptions): string {
  const wished = process.env['VIGIE_DATA_DIR']
  // A self-check tries the installation, not the user's data: those may be open in the studio at this moment.
  if (options.mode.kind === 'self-check' && !wished) return mkdtempSync(join(tmpdir(), 'vigie-self-check-'))
  return dataFolder({ wished, currentFolder: process.cwd(), standard: () => app.getPath('userData') })
}

/** A self-check tries the installation alone. */
function chooseStateFolder(app: LaunchingApp, process: NodeJS.Process, options: LaunchOptions): string | null {
  if (options.mode.kind === 'self-check') return null
  return stateFolder({ platform: process.platform, environment: process.env, home: app.getPath('home'), currentFolder: process.cwd() })
}

/** A picture is taken in a window of its own size, which is nothing to remember. */
function forgetfulShellState(): ShellStateFile {
  return { current: () => freshShellState, change: () => {} }
}
