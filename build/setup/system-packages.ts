/** Libraries and programs of the system: installed where we may, named with the exact command where not. */
import { spawnSync } from 'node:child_process'
import { say } from './cache-folder.mjs'
import { isInstalled, isLinux, isRoot } from './commands.ts'

/** Library or command → Debian and Ubuntu packages, of which the first that apt knows is taken (t64: Debian 13, Ubuntu 24.04). */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libsmime3.so': ['libnss3'],
  'libnspr4.so': ['libnspr4'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libgbm.so.1': ['libgbm1'],
  'libexpat.so.1': ['libexpat1'],
  'libcairo.so.2': ['libcairo2'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libudev.so.1': ['libudev1'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  Xvfb: ['xvfb'],
  'dbus-run-session': ['dbus-daemon', 'dbus'],
  'gnome-keyring-daemon': ['gnome-keyring'],
  python3: ['python3'],
  make: ['make'],
  'g++': ['g++'],
  chromium: ['chromium'],
  'emoji font': ['fonts-noto-color-emoji'],
  php: ['php-cli'],
  'php sqlite3': ['php-sqlite3'],
  'php xml': ['php-xml'],
  'php mbstring': ['php-mbstring'],
  postgres: ['postgresql'],
  'redis-server': ['redis-server']
}

export interface SystemNeeds {
  /** Programs and native modules whose libraries must all be there. */
  readonly binaries?: readonly string[]
  readonly commands?: readonly string[]
  /** Other things, by their name in the table above, that the caller has found missing. */
  readonly others?: readonly string[]
}

/** The need for a font with emoji, where the system has none. */
export const missingEmojiFont = (): string[] => (isLinux && !/emoji/i.test(spawnSync('fc-list', { encoding: 'utf8' }).stdout ?? '') ? ['emoji font'] : [])

function missingOf({ binaries = [], commands = [] }: SystemNeeds): string[] {
  const libraries = binaries.flatMap((file) => {
    const { stdout } = spawnSync('ldd', [file], { encoding: 'utf8' })
    return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '')
  })
  return [...new Set([...libraries, ...commands.filter((command) => !isInstalled(command))])]
}

function packageFor(need: string): string {
  const candidates = PACKAGES[need]
  if (candidates === undefined) throw new Error(`no package is known for ${need}: name it in build/setup/system-packages.ts`)
  const isKnown = (name: string): boolean => /Candidate: .*\d/.test(spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' }).stdout ?? '')
  return candidates.find(isKnown) ?? candidates.at(-1) ?? need
}

function apt(args: readonly string[]): void {
  const { status } = spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed`)
}

/** Undefined when everything is there (now). Otherwise what is missing and the exact command that brings it. */
export function bringSystemPackages(needs: SystemNeeds): string | undefined {
  if (!isLinux) return undefined
  const missing = [...missingOf(needs), ...(needs.others ?? [])]
  if (missing.length === 0) return undefined
  if (!isInstalled('apt-get')) return `missing: ${missing.join(', ')}. Install them with this system's package manager.`
  const install = ['install', '-y', '--no-install-recommends']
  if (!isRoot) return `missing: ${missing.join(', ')}. Run:  sudo apt-get ${[...install, ...new Set(missing.map(packageFor))].join(' ')}`
  apt(['update', '-qq'])
  const names = [...new Set(missing.map(packageFor))]
  say(`missing: ${missing.join(', ')}; apt-get ${[...install, ...names].join(' ')}`)
  apt([...install, '-qq', ...names])
  const still = missingOf(needs)
  return still.length === 0 ? undefined : `still missing after the installation: ${still.join(', ')}`
}

/** As bringSystemPackages, for what nothing goes on without. */
export function requireSystemPackages(needs: SystemNeeds): void {
  const complaint = bringSystemPackages(needs)
  if (complaint !== undefined) throw new Error(complaint)
}
