// What Vigie ships of others, with the licence of each: read from node_modules, so that nothing is forgotten when a package comes in.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow } from './source-stamp.ts'

export interface Notice {
  readonly name: string
  readonly version: string
  /** As the package names it: `MIT`, `MPL-2.0`. */
  readonly licence: string
  /** Where its source is; empty where the package does not say. */
  readonly source: string
  /** The licence's own words; empty where the package brings none. */
  readonly text: string
}

/** Copied beside the parts and never imported: see `copyImageLibrary` and `copyDictionaries` in vite-build.ts. */
const copied = ['wasm-vips', 'libheif-js', 'hunspell-wasm', 'dictionary-fr', 'dictionary-en', 'dictionary-en-gb']
const sources = ['electron', 'renderer', 'shared']
const licenceFile = /^(?:licen[cs]e|copying|notice|third[-_]party)/i

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>>; readonly optionalDependencies?: Readonly<Record<string, string>> }>>
}

/** Every package that the sources import, and what those need, each with its licence; in the order of their names. */
export function readNotices(root: string): readonly Notice[] {
  const lock: Lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const found = new Map<string, string>()
  const open = [...importedPackages(root), ...copied].map((name) => ({ name, from: '' }))
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = placeOf(lock, next.name, next.from)
    if (place === null || found.has(place) || !existsSync(join(root, place, 'package.json'))) continue
    found.set(place, next.name)
    const { dependencies = {}, optionalDependencies = {} } = lock.packages[place] ?? {}
    open.push(...Object.keys({ ...dependencies, ...optionalDependencies }).map((name) => ({ name, from: place })))
  }
  return [...found.keys()].map((place) => noticeOf(join(root, place))).toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** The names of packages in `import`s, `import()`s and style sheets; Electron comes as a programme of its own, with its own licences. */
export function importedPackages(root: string): readonly string[] {
  const names = new Set<string>()
  for (const file of sources.flatMap((folder) => filesBelow(join(root, folder)))) {
    if (!/\.(?:ts|tsx|css)$/.test(file)) continue
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import|import\(|@import)\s*['"]([^'"./][^'"]*)['"]/g)) {
      const [scope = '', name = ''] = path.split('/')
      names.add(path.startsWith('@') ? `${scope}/${name}` : scope)
    }
  }
  return [...names].filter((name) => name !== 'electron' && !name.startsWith('node:') && existsSync(join(root, 'node_modules', name, 'package.json'))).toSorted()
}

/** Where the package lies that is meant by this name in another one: nested in it, or further out. */
function placeOf({ packages }: Lock, name: string, from: string): string | null {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('/node_modules/')))) {
    const place = base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`
    if (packages[place] !== undefined) return place
    if (base === '') return null
  }
}

interface PackageFile {
  readonly name: string
  readonly version: string
  readonly license?: string | { readonly type?: string }
  readonly repository?: string | { readonly url?: string }
  readonly homepage?: string
}

/** `git+https://….git` and `github:owner/name` as people open them. */
function webAddress(place: string): string {
  const path = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(place)?.[1]
  if (path !== undefined) return `https://github.com/${path}`
  return place.replace(/^git@([\w.-]+):/, 'https://$1/').replace(/^git\+/, '').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://').replace(/\.git$/, '')
}

function noticeOf(folder: string): Notice {
  const { name, version, license, repository, homepage = '' }: PackageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const files = readdirSync(folder).filter((file) => licenceFile.test(file)).toSorted()
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n')
  const place = typeof repository === 'string' ? repository : (repository?.url ?? homepage)
  return { name, version, licence: (typeof license === 'string' ? license : license?.type) ?? '', source: webAddress(place), text }
}

/** The same as one file, for people who look for it beside the programme. */
export function writeNotices(notices: readonly Notice[]): string {
  return notices.map(({ name, version, licence, source, text }) => `${name} ${version} (${licence})\n${source}\n\n${text}\n`).join(`\n${'-'.repeat(80)}\n\n`)
}
