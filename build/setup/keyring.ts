/** A D-Bus session with an unlocked, empty, throw-away keyring: never the developer's own. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLinux, run, type Environment, type RunOptions } from './commands.ts'
import { requireSystemPackages } from './system-packages.ts'

export const KEYRING_COMMANDS = ['dbus-run-session', 'gnome-keyring-daemon'] as const

/**
 * The folders are the daemon's alone: the program that follows keeps its own. The D-Bus daemon's remarks (about limits of file handles)
 * are dropped, so the program's errors travel as file 3.
 */
const OPEN_KEYRING_THEN_RUN = `
printf 'throw-away\\n' | XDG_RUNTIME_DIR="$1/run" XDG_DATA_HOME="$1/data" XDG_CONFIG_HOME="$1/config" \
  gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1 || { echo 'gnome-keyring-daemon does not start' >&3; exit 97; }
shift
exec "$@" 2>&3 3>&-`

/** Runs a program inside such a session; on other systems than Linux as it is. */
export async function runWithKeyring(command: string, args: readonly string[], options: RunOptions & { env: Environment }): Promise<number> {
  if (!isLinux) return run(command, args, options)
  requireSystemPackages({ commands: KEYRING_COMMANDS })
  const folder = mkdtempSync(join(tmpdir(), 'vigie-keyring-'))
  try {
    for (const name of ['run', 'data', 'config']) mkdirSync(join(folder, name), { mode: 0o700 })
    const env = { ...options.env }
    delete env['DBUS_SESSION_BUS_ADDRESS']
    const words = ['--', 'sh', '-c', OPEN_KEYRING_THEN_RUN, 'sh', folder, command, ...args]
    return await run('dbus-run-session', words, { ...options, env, stdio: ['inherit', options.stdout ?? 'inherit', 'ignore', 2] })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}
