/** node_modules as package-lock.json says, installed only when it differs. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './cache-folder.mjs'
import { npm, root } from './commands.ts'

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly optional?: boolean
}
type Locked = Readonly<Record<string, LockedPackage>>

const lockedPackages = (file: string): Locked => {
  const { packages }: { packages: Locked } = JSON.parse(readFileSync(file, 'utf8'))
  return packages
}

/** Whether what npm noted after its last install is what the lock file asks for. Packages of other systems may be absent. */
export function isUpToDate(wanted: Locked, installed: Locked): boolean {
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    if (path === '') return true
    const found = installed[path]
    return found === undefined ? optional === true : found.version === version && found.integrity === integrity
  })
}

export function ensureDependencies(): void {
  const installed = join(root, 'node_modules/.package-lock.json')
  if (existsSync(installed) && isUpToDate(lockedPackages(join(root, 'package-lock.json')), lockedPackages(installed))) return
  say('node_modules does not hold what package-lock.json asks for: npm ci')
  npm(['ci'])
}
