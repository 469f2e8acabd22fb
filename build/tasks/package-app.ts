/** `npm run package [-- electron-builder's arguments]`: builds, packs, and starts what came out. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from '../setup/cache-folder.mjs'
import { isInstalled, isLinux, outputOf, root, runNode, type Environment } from '../setup/commands.ts'
import { buildParts, PART_NAMES } from '../vite-build.ts'
import { checkPackagedApp } from './check-packaged-app.ts'
import { prepareElectron, type ReadyElectron } from './prepare-electron.ts'

const dist = join(root, 'dist')

/** With the runtime carried by npm electron-builder must not download anything either. */
function environmentFor({ runtime, env }: ReadyElectron): Environment {
  if (!runtime.isFallback) return env
  say(`packing with Electron ${runtime.version}, carried by npm: for trying the package out, not for a release`)
  const sevenZip = join(root, `node_modules/7zip-bin/linux/${process.arch}/7za`)
  if (existsSync(sevenZip)) chmodSync(sevenZip, 0o755)
  return {
    ...env,
    VIGIE_PACK_ELECTRON: `${runtime.folder}|${runtime.version}`,
    VIGIE_PACK_SQLITE_BINDING: env['VIGIE_SQLITE_BINDING'],
    ELECTRON_BUILDER_7ZIP_PATH: sevenZip,
    CUSTOM_FPM_PATH: join(root, 'build/package/deb-with-dpkg.ts')
  }
}

/** Only what needs no download; a machine with the official Electron makes all targets of its system. */
const targetsFor = ({ runtime }: ReadyElectron): string[] =>
  runtime.isFallback ? ['--linux', 'dir', ...(isInstalled('dpkg-deb') ? ['deb'] : [])] : []

/** The application inside the .deb, unpacked beside the system, as if installed. */
async function checkDeb(file: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-installed-'))
  try {
    outputOf('dpkg-deb', ['-x', file, folder])
    return await checkPackagedApp(join(folder, 'opt/Vigie/vigie'))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

export async function packageApp(args: readonly string[]): Promise<number> {
  const electron = await prepareElectron()
  const buildCode = await buildParts(PART_NAMES, { isRelease: true })
  if (buildCode !== 0) return buildCode
  rmSync(dist, { recursive: true, force: true })
  const words = ['--config', 'build/electron-builder.config.ts', '--publish', 'never', ...(args.length > 0 ? args : targetsFor(electron))]
  const packCode = await runNode('node_modules/electron-builder/cli.js', words, { env: environmentFor(electron) })
  if (packCode !== 0 || !isLinux) return packCode

  const unpacked = join(dist, 'linux-unpacked/vigie')
  const unpackedCode = existsSync(unpacked) ? await checkPackagedApp(unpacked) : 0
  const deb = isInstalled('dpkg-deb') ? readdirSync(dist).find((name) => name.endsWith('.deb')) : undefined
  return unpackedCode !== 0 || deb === undefined ? unpackedCode : checkDeb(join(dist, deb))
}
