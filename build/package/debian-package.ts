/** A .deb made with dpkg-deb, as fpm's arguments ask for it. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { filesBelow } from '../source-stamp.ts'

const SWITCHES = new Set(['--force', '--debug'])

interface Wishes {
  /** Options by name, each with all its values. */
  readonly options: ReadonlyMap<string, readonly string[]>
  /** What goes where: [source, path in the package]. */
  readonly contents: readonly (readonly [string, string])[]
}

/** Reads `--name=value`, `--name value`, `-n value` and `source=place`. */
export function readArguments(words: readonly string[]): Wishes {
  const options = new Map<string, string[]>()
  const contents: [string, string][] = []
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (SWITCHES.has(word)) continue
    const equals = word.startsWith('--') ? word.indexOf('=') : word.startsWith('-') ? -1 : word.lastIndexOf('=')
    if (!word.startsWith('-')) {
      contents.push([word.slice(0, equals), word.slice(equals + 1)])
      continue
    }
    const name = equals < 0 ? word : word.slice(0, equals)
    const value = equals < 0 ? (words[++index] ?? '') : word.slice(equals + 1)
    options.set(name, [...(options.get(name) ?? []), value])
  }
  return { options, contents }
}

/** The control file of the package. `installedSize` is in KiB. */
export function controlFile({ options }: Wishes, installedSize: number): string {
  const one = (name: string): string | undefined => options.get(name)?.at(-1)
  const list = (name: string): string | undefined => options.get(name)?.join(', ')
  const lines = (one('--description') ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const [summary = one('--name') ?? '', ...rest] = lines
  const fields = {
    Package: one('--name'),
    Version: one('--version'),
    License: one('--license'),
    Vendor: one('--vendor'),
    Architecture: one('--architecture'),
    Maintainer: one('--maintainer'),
    'Installed-Size': String(installedSize),
    Depends: list('-d'),
    Recommends: list('--deb-recommends'),
    Section: one('--category') ?? 'default',
    Priority: one('--deb-priority') ?? 'optional',
    Homepage: one('--url'),
    Description: [summary, ...rest.map((line) => ` ${line}`)].join('\n')
  }
  return Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}\n`] : [])).join('')
}

function copyContents({ contents }: Wishes, tree: string): number {
  for (const [from, to] of contents) {
    const place = join(tree, to)
    mkdirSync(dirname(place), { recursive: true })
    cpSync(from, place, { recursive: true, verbatimSymlinks: true })
  }
  return filesBelow(tree).reduce((size, file) => size + Math.ceil(statSync(file).size / 1024), 0)
}

function writeControl(wishes: Wishes, tree: string, installedSize: number): void {
  const folder = join(tree, 'DEBIAN')
  mkdirSync(folder)
  writeFileSync(join(folder, 'control'), controlFile(wishes, installedSize))
  for (const [option, name] of [['--after-install', 'postinst'], ['--after-remove', 'postrm']] as const) {
    const script = wishes.options.get(option)?.at(-1)
    if (script !== undefined && existsSync(script)) writeFileSync(join(folder, name), readFileSync(script), { mode: 0o755 })
  }
}

/** Returns an exit code. */
export function buildPackage(wishes: Wishes): number {
  const kind = wishes.options.get('-t')?.at(-1)
  if (kind !== 'deb') throw new Error(`only deb is made here, not ${kind}`)
  const tree = mkdtempSync(join(tmpdir(), 'vigie-deb-'))
  try {
    writeControl(wishes, tree, copyContents(wishes, tree))
    // The same rights whatever the umask was: folders and programs for all, nothing writable by others.
    spawnSync('chmod', ['-R', 'u=rwX,go=rX', tree])
    chmodSync(tree, 0o755)
    const wished = wishes.options.get('--deb-compression')?.at(-1) ?? 'xz'
    const compression = wished === 'gz' ? 'gzip' : wished
    const file = wishes.options.get('--package')?.at(-1) ?? wishes.options.get('-p')?.at(-1) ?? ''
    return spawnSync('dpkg-deb', ['--root-owner-group', `-Z${compression}`, '--build', tree, file], { stdio: 'inherit' }).status ?? 1
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}
