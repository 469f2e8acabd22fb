/**
 * Which folder may import which (the table is in electron/README.md and the design): plain data and one pure decision.
 * Paths are relative to the project's root, with forward slashes.
 */
import { builtinModules } from 'node:module'
import { posix } from 'node:path'

/** What an import names, after resolution: a file of the project, a package, or a module of Node's. */
export type ImportTarget = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'package' | 'node'; readonly name: string }

interface Zone {
  readonly folder: string
  /** Folders whose files may be imported. */
  readonly folders: readonly string[]
  /** Packages that may be imported; `all` leaves out those listed in `barred`. */
  readonly packages: readonly string[] | 'all'
  readonly barred?: readonly string[]
  readonly node: boolean
  /** What to do instead. */
  readonly instead: string
}

const NATIVE = ['better-sqlite3', 'keytar', 'electron']

const ZONES: readonly Zone[] = [
  {
    folder: 'shared/',
    folders: ['shared/'],
    packages: ['zod', 'temporal-polyfill', 'tlds'],
    node: false,
    instead: 'shared/ is pure TypeScript and zod: take the value or the function as an argument, or move the file to electron/ or renderer/'
  },
  {
    folder: 'electron/engine/',
    folders: ['shared/', 'electron/engine/'],
    packages: 'all',
    barred: ['electron', 'keytar', 'react', 'react-dom'],
    node: true,
    instead: 'the engine knows neither Electron nor main: ask main over the port (shared/contract/engine-link.ts)'
  },
  {
    folder: 'electron/main/',
    folders: ['shared/', 'electron/main/'],
    packages: 'all',
    barred: ['better-sqlite3', 'react', 'react-dom'],
    node: true,
    instead: 'main talks to the engine over its port and only knows its built path; put common types into shared/'
  },
  {
    folder: 'electron/preload/',
    folders: ['shared/', 'electron/preload/'],
    packages: ['electron'],
    node: false,
    instead: 'a sandboxed preload holds named methods only: do the work in main and name it in shared/contract/'
  },
  {
    folder: 'renderer/',
    folders: ['shared/', 'renderer/'],
    packages: 'all',
    barred: NATIVE,
    node: false,
    instead: 'the page reaches the rest of Vigie through renderer/bridge/ only'
  }
]

/** Folders of electron/engine/ that are features: another feature enters them by their service. */
const FEATURES = ['accounts', 'inbox', 'media', 'outbox', 'posts', 'scheduling', 'settings', 'watch']
/** Files of electron/engine/networks/ that everybody may import; the rest is for the networks and for whoever puts the engine together. */
const NETWORK_SEAM = /^electron\/engine\/networks\/(network-[a-z-]+|adapter-registry)\.ts$/

const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

/** Resolves an import as written in `file`. Undefined for what is not code (a style sheet, a picture, a font package). */
export function targetOfImport(file: string, specifier: string): ImportTarget | undefined {
  if (/\.(css|svg|png|woff2?)(\?.*)?$/.test(specifier) || specifier.startsWith('@fontsource')) return undefined
  if (specifier.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(file), specifier) }
  const name = packageOf(specifier)
  if (specifier.startsWith('node:') || builtinModules.includes(name)) return { kind: 'node', name: specifier }
  return { kind: 'package', name }
}

function isAllowedInZone(zone: Zone, target: ImportTarget): boolean {
  if (target.kind === 'node') return zone.node
  if (target.kind === 'file') return zone.folders.some((folder) => target.path.startsWith(folder))
  if (zone.packages !== 'all') return zone.packages.includes(target.name)
  return !(zone.barred ?? []).includes(target.name)
}

const featureOf = (path: string): string | undefined => {
  const [, folder] = /^electron\/engine\/([a-z-]+)\//.exec(path) ?? []
  return folder !== undefined && FEATURES.includes(folder) ? folder : undefined
}

/** The finer rules inside the engine. */
function complaintInEngine(file: string, target: string): string | undefined {
  const inNetworks = (path: string): boolean => path.startsWith('electron/engine/networks/')
  const to = featureOf(target)
  if (inNetworks(file)) {
    return to === undefined ? undefined : `a network never imports a feature (${to}): features call networks, through network-adapter.ts`
  }
  const from = featureOf(file)
  if (from === undefined) return undefined
  if (inNetworks(target) && !NETWORK_SEAM.test(target)) return 'a feature never imports a concrete network: use networks/network-adapter.ts'
  if (to !== undefined && to !== from && !target.endsWith('-service.ts')) {
    return `a feature reaches another one (${to}) through its *-service.ts only`
  }
  return undefined
}

/** What is wrong with `file` importing `specifier`, and what to do instead; undefined when it is right. */
export function complaintAboutImport(file: string, specifier: string): string | undefined {
  const zone = ZONES.find((candidate) => file.startsWith(candidate.folder))
  const target = targetOfImport(file, specifier)
  if (zone === undefined || target === undefined) return undefined
  if (!isAllowedInZone(zone, target)) return `${zone.folder} may not import ${specifier}: ${zone.instead}`
  return target.kind === 'file' ? complaintInEngine(file, target.path) : undefined
}
