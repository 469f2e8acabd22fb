/** What electron-builder calls when an application folder stands, before it is signed and wrapped. */
import type { AfterPackContext } from 'electron-builder'
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { burnFuses } from './fuses.ts'

const PROCESSORS = ['ia32', 'x64', 'armv7l', 'arm64', 'universal']

/** Both native packages carry the binaries of every system: about 20 MB of dead weight. */
function removeForeignBinaries(modules: string, system: string): void {
  for (const name of ['better-sqlite3', 'keytar']) {
    const folder = join(modules, name, 'prebuilds')
    if (!existsSync(folder)) throw new Error(`${folder} is missing: the native modules were not packed`)
    for (const entry of readdirSync(folder)) if (entry.replace('.node', '') !== system) rmSync(join(folder, entry), { recursive: true })
  }
}

export async function afterPack({ appOutDir, electronPlatformName, arch, packager }: AfterPackContext): Promise<void> {
  const isMacOs = electronPlatformName === 'darwin'
  const product = packager.appInfo.productFilename
  const resources = join(appOutDir, isMacOs ? `${product}.app/Contents/Resources` : 'resources')
  const modules = join(resources, 'app.asar.unpacked/node_modules')
  const system = `${electronPlatformName}-${PROCESSORS[arch] ?? arch}`

  rmSync(join(resources, 'default_app.asar'), { force: true }) // comes along with a runtime folder of our own
  if (!system.endsWith('universal')) removeForeignBinaries(modules, system)
  const ownBinding = process.env['VIGIE_PACK_SQLITE_BINDING']
  // In place of the shipped one: a file with another name would not be in the archive's header, so never be seen.
  if (ownBinding !== undefined) cpSync(ownBinding, join(modules, 'better-sqlite3/prebuilds', `${system}.node`))

  const linuxName = 'executableName' in packager ? String(packager.executableName) : product
  await burnFuses(join(appOutDir, isMacOs ? `${product}.app` : electronPlatformName === 'win32' ? `${product}.exe` : linuxName), isMacOs)
}
