/** Everything a run of Electron needs: packages, runtime, libraries, a matching SQLite, a build; and the environment that says so. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../setup/cache-folder.mjs'
import { isLinux, isRoot, root, type Environment } from '../setup/commands.ts'
import { ensureDependencies } from '../setup/dependencies.ts'
import { ensureElectron, type ElectronRuntime } from '../setup/electron-runtime.ts'
import { COMPILER, ensureSqliteBinding, isSqliteBindingThere } from '../setup/sqlite-binding.ts'
import { requireSystemPackages } from '../setup/system-packages.ts'

export interface ReadyElectron {
  readonly runtime: ElectronRuntime
  /** Switches every start needs here, such as --no-sandbox for root. */
  readonly switches: readonly string[]
  readonly env: Environment
}

const SETUID = 0o4000

/** Chromium's sandbox needs user namespaces, or its helper owned by root with the setuid bit; to root itself it refuses both. */
function sandboxSwitches(runtime: ElectronRuntime): string[] {
  if (!isLinux) return []
  if (isRoot) return ['--no-sandbox']
  if (spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' }).status === 0) return []
  const helper = join(runtime.folder, 'chrome-sandbox')
  const { uid, mode } = statSync(helper)
  if (uid === 0 && (mode & SETUID) !== 0) return []
  say(`this system gives its users no namespaces: Chromium's sandbox is off for this run. To have it on: sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`)
  return ['--no-sandbox']
}

export async function prepareElectron(): Promise<ReadyElectron> {
  ensureDependencies()
  const runtime = await ensureElectron()
  const keytar = join(root, `node_modules/keytar/prebuilds/linux-${process.arch}/keytar.node`)
  requireSystemPackages({
    binaries: [runtime.executable, keytar].filter((file) => existsSync(file)),
    commands: isSqliteBindingThere(runtime.nodeApi) ? [] : COMPILER
  })
  const binding = await ensureSqliteBinding(runtime.nodeApi)
  const switches = sandboxSwitches(runtime)
  const env: Environment = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    VIGIE_ELECTRON: runtime.executable,
    VIGIE_ELECTRON_SWITCHES: switches.join(' '),
    ...(binding === undefined ? {} : { VIGIE_SQLITE_BINDING: binding })
  }
  delete env['ELECTRON_RUN_AS_NODE']
  return { runtime, switches, env }
}
