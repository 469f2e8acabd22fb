/**
 * Fails when the pinned Electron is out of support. Electron supports its three newest major versions and brings one every eight weeks,
 * so each is supported for about 24 weeks. The dates are a table, because the checks ask no server: extend it with every upgrade.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/commands.ts'

/** Major version → last day of support: 24 weeks after its publication on npm (43: 2026-06-30, 44: 2026-08-25, 45: 2026-10-21; looked up 2026-11-21). */
const SUPPORTED_UNTIL: Readonly<Record<string, string>> = { 43: '2026-12-15', 44: '2027-02-09', 45: '2027-04-07' }

/** Why this version must not be used on this day (`2026-11-21`), or undefined. */
export function complaintAboutElectron(version: string, today: string): string | undefined {
  const until = SUPPORTED_UNTIL[version.split('.', 1)[0] ?? '']
  if (until === undefined) return `Electron ${version} is not in the table of build/check-electron-age.ts: add its last day of support`
  return today <= until ? undefined : `Electron ${version} has been out of support since ${until}: upgrade (build/README.md says how)`
}

/** Resolves to an exit code; says what is wrong. */
export async function checkElectronAge(): Promise<number> {
  const { devDependencies }: { devDependencies: { electron: string } } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const complaint = complaintAboutElectron(devDependencies.electron, new Date().toISOString().slice(0, 10))
  if (complaint === undefined) return 0
  console.error(complaint)
  return 1
}
