/**
 * Looks for what breaks `npm ci` elsewhere, in every lock file of the project.
 * npm ci refuses a lock file that lacks an optional package (one for another system) which its parent names; npm install leaves such
 * a hole without a word when the registry cannot serve that one package.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './setup/commands.ts'

const LOCK_FILES = ['package-lock.json', 'tests/servers/bluesky/package-lock.json', 'tests/servers/openid/package-lock.json', 'tests/servers/s3/package-lock.json', 'tests/appview/network/package-lock.json']

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly inBundle?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
export type LockedPackages = Readonly<Record<string, LockedPackage>>

/** Where Node would look for a package named inside the one at `path`, nearest first: `a/node_modules/b` looks in itself, in a, in the root. */
function placesFor(name: string, path: string): string[] {
  const places: string[] = []
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    places.push(`${at === '' ? '' : `${at}/`}node_modules/${name}`)
    if (at === '') return places
  }
}

/** What is wrong with a lock file, one line each. */
export function complaintsAboutLock(packages: LockedPackages): string[] {
  return Object.entries(packages).flatMap(([path, entry]) => {
    const isForeign = path !== '' && entry.link !== true && entry.inBundle !== true
    const missing = Object.keys(entry.optionalDependencies ?? {}).filter((name) => placesFor(name, path).every((place) => packages[place] === undefined))
    return [
      ...(isForeign && (entry.version === undefined || entry.integrity === undefined) ? [`${path}: no version or no integrity`] : []),
      ...(entry.resolved === undefined ? [] : [`${path}: names a download address`]),
      ...missing.map((name) => `${path}: its optional ${name} is missing`)
    ]
  })
}

/** Resolves to an exit code; says what is wrong. */
export async function checkLock(): Promise<number> {
  const complaints = LOCK_FILES.flatMap((file) => {
    const { packages }: { packages: LockedPackages } = JSON.parse(readFileSync(join(root, file), 'utf8'))
    return complaintsAboutLock(packages).map((complaint) => `${file}: ${complaint}`)
  })
  for (const complaint of complaints) console.error(complaint)
  return complaints.length === 0 ? 0 : 1
}
