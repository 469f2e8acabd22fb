/** Which Electron runs here: the official one when it is here or can be had, else the one carried by npm. */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cacheFolder, say } from './cache-folder.mjs'
import { outputOf, root, runNode } from './commands.ts'
import { ensureFallback, FALLBACK_VERSION } from './electron-fallback.ts'

export interface ElectronRuntime {
  /** The unpacked distribution, and the program in it. */
  readonly folder: string
  readonly executable: string
  readonly version: string
  /** The Node-API version its native modules may use. */
  readonly nodeApi: number
  readonly isFallback: boolean
}

const electronPackage = join(root, 'node_modules/electron')
const RETRY_AFTER_MS = 7 * 24 * 3_600_000
const PROBE_MS = 5_000
const DOWNLOAD_MS = 15 * 60_000

const wantedVersion = (): string => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'))
  return version
}

function officialRuntime(version: string): ElectronRuntime | undefined {
  const note = join(electronPackage, 'path.txt')
  if (!existsSync(note)) return undefined
  const folder = join(electronPackage, 'dist')
  const executable = join(folder, readFileSync(note, 'utf8').trim())
  return existsSync(executable) ? { folder, executable, version, nodeApi: 10, isFallback: false } : undefined
}

/** Somebody's own unpacked Electron, asked for its versions. */
function runtimeAt(folder: string, version: string): ElectronRuntime {
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' } as Partial<Record<NodeJS.Platform, string>>
  const executable = join(folder, names[process.platform] ?? 'electron')
  const question = 'process.stdout.write(JSON.stringify([process.versions.electron, Number(process.versions.napi)]))'
  const [found, nodeApi]: [string, number] = JSON.parse(outputOf(executable, ['-e', question], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } }))
  return { folder, executable, version: found, nodeApi, isFallback: found !== version }
}

/** Does anything answer where Electron would be downloaded from? */
async function answers(version: string): Promise<boolean> {
  if (Object.keys(process.env).some((name) => /^(https?_proxy|all_proxy|electron_get_use_proxy)$/i.test(name))) return true
  try {
    const entry = createRequire(join(electronPackage, 'install.js')).resolve('@electron/get')
    const { getArtifactRemoteURL } = await import(new URL('artifact-utils.js', pathToFileURL(entry)).href)
    const address: string = await getArtifactRemoteURL({ version: `v${version}`, platform: process.platform, arch: process.arch, artifactName: 'electron' })
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })
    return true
  } catch {
    return false
  }
}

/** Electron's installer keeps what it downloads; then it needs no network. */
function isInElectronsCache(version: string): boolean {
  const folder = process.env['electron_config_cache'] ?? join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'electron')
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => String(name).includes(`electron-v${version}-`))
}

async function download(version: string): Promise<void> {
  const failureNote = join(cacheFolder, `electron-${version}.unreachable`)
  const hasFailedLately = existsSync(failureNote) && Date.now() - statSync(failureNote).mtimeMs < RETRY_AFTER_MS
  if (hasFailedLately && process.env['VIGIE_RETRY_ELECTRON'] === undefined && process.platform === 'linux') return
  if ((await answers(version)) || isInElectronsCache(version)) {
    say(`fetching Electron ${version}, once`)
    await runNode('node_modules/electron/install.js', [], { timeout: DOWNLOAD_MS })
    if (officialRuntime(version) !== undefined) return
  }
  say(`Electron ${version} cannot be had from its official place; remembered for a week (VIGIE_RETRY_ELECTRON=1 tries again)`)
  mkdirSync(cacheFolder, { recursive: true })
  writeFileSync(failureNote, '')
}

async function findRuntime(): Promise<ElectronRuntime> {
  const version = wantedVersion()
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (own) return runtimeAt(own, version)
  if (officialRuntime(version) === undefined) await download(version)
  const official = officialRuntime(version)
  if (official !== undefined) return official
  const folder = await ensureFallback()
  return { folder, executable: join(folder, 'electron'), version: FALLBACK_VERSION, nodeApi: 9, isFallback: true }
}

/** Finds or fetches the runtime, and says in one line which it is. */
export async function ensureElectron(): Promise<ElectronRuntime> {
  const runtime = await findRuntime()
  const remark = runtime.isFallback ? `, for development and tests only: the official ${wantedVersion()} is not here` : ''
  say(`running on Electron ${runtime.version}${remark}`)
  return runtime
}
