import { isInstalled, isLinux, root, run, type Environment, type RunOptions } from '../setup/commands.ts'
import { hasDisplay, withDisplay } from '../setup/display.ts'
import { say } from '../setup/cache-folder.mjs'
import { KEYRING_COMMANDS, runWithKeyring } from '../setup/keyring.ts'
import { buildParts, PART_NAMES } from '../vite-build.ts'
import { prepareElectron } from './prepare-electron.ts'

const SCREENSHOT_LIMIT_MS = 120_000

type Run = (command: string, args: readonly string[], options: RunOptions & { env: Environment }) => Promise<number>

/**
 * On a desktop the studio uses the session's own keychain, or tells that there is none. A virtual display has no session at all:
 * there it gets a keyring for the length of the run, where the programs for one are installed, so that accounts can be tried out.
 */
function chooseRun(env: Environment): Run {
  if (!isLinux || hasDisplay(env) || env['DBUS_SESSION_BUS_ADDRESS'] || !KEYRING_COMMANDS.every(isInstalled)) return run
  say('no desktop session here: a throw-away keyring serves, which forgets connected accounts at the end')
  return runWithKeyring
}

/** `npm start [-- arguments of the studio]` */
export async function start(args: readonly string[]): Promise<number> {
  const { runtime, switches, env } = await prepareElectron()
  const buildCode = await buildParts(PART_NAMES)
  if (buildCode !== 0) return buildCode
  const runIt = chooseRun(env)
  const isWaylandOnly = Boolean(env['WAYLAND_DISPLAY']) && !env['DISPLAY']
  const words = [
    ...switches,
    ...(isWaylandOnly ? ['--ozone-platform-hint=auto'] : []),
    ...(hasDisplay(env) ? [] : ['--log-level=3']), // without a desktop Chromium complains of the system bus and the graphics card it does not find
    root,
    ...args
  ]
  // Paths among the arguments are meant from where npm was called.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  const limit = args.includes('--screenshot') ? { timeout: SCREENSHOT_LIMIT_MS } : {}
  return withDisplay(env, (displayEnv) => runIt(runtime.executable, words, { env: displayEnv, cwd, ...limit }))
}
