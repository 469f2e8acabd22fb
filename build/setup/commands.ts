/** Starting other programs: quiet questions, npm, and long runs that end with everything they started. */
import { spawn, spawnSync, type SpawnSyncOptions, type StdioOptions } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { say } from './cache-folder.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
export type Environment = NodeJS.ProcessEnv

export const isLinux = process.platform === 'linux'
export const isRoot = process.getuid?.() === 0
/** The full path of a command, or undefined where there is none. */
export const pathOf = (command: string): string | undefined => spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' }).stdout?.trim() || undefined
export const isInstalled = (command: string): boolean => pathOf(command) !== undefined

/** Standard output of a short command; throws with its error output when it fails. */
export function outputOf(command: string, args: readonly string[], options: { cwd?: string; env?: Environment } = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 << 20, ...options })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${error?.message ?? `${stdout}${stderr}`}`)
  return stdout
}

/** Runs npm: the one that started us, else the one on the path. Only its errors are shown. */
export function npm(args: readonly string[], cwd = root): void {
  const cli = process.env['npm_execpath']
  const options: SpawnSyncOptions = { cwd, stdio: ['ignore', 'ignore', 2] }
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error']
  const { status } =
    cli?.endsWith('.js') === true
      ? spawnSync(process.execPath, [cli, ...args, ...quiet], options)
      : spawnSync('npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`npm ${args.slice(0, 2).join(' ')} failed: see above (is the npm registry in reach?)`)
}

export interface PinnedTarball {
  readonly name: string
  readonly version: string
  /** As npm writes it: sha512-… */
  readonly integrity: string
}

/** Fetches one package's tarball, without its dependencies, into `folder`; refuses any other content than the pinned one. */
export function fetchTarball({ name, version, integrity }: PinnedTarball, folder: string): string {
  npm(['pack', `${name}@${version}`, '--pack-destination', folder], folder)
  const file = join(folder, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`)
  const actual = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
  if (actual !== integrity) throw new Error(`${name}@${version}: its integrity is ${actual}, not the pinned one`)
  return file
}

export interface RunOptions {
  readonly env?: Environment
  readonly cwd?: string
  /** ms, after which the run and all it started are killed. */
  readonly timeout?: number
  /** A file to write standard output to, instead of ours. */
  readonly stdout?: number
  readonly stdio?: StdioOptions
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Runs a program with our terminal and resolves to its exit code. It leads a process group of its own, so that what it started
 * (Electron's helpers, a D-Bus daemon) ends with it, and so that a time limit ends all of them.
 */
export function run(command: string, args: readonly string[], { env = process.env, cwd = root, timeout, stdout, stdio = ['inherit', stdout ?? 'inherit', 'inherit'] }: RunOptions = {}): Promise<number> {
  return new Promise((resolve) => {
    const leadsGroup = process.platform !== 'win32'
    const child = spawn(command, args, { stdio, env, cwd, detached: leadsGroup })
    const signal = (name: NodeJS.Signals): void => {
      try {
        if (leadsGroup && child.pid !== undefined) process.kill(-child.pid, name)
        else child.kill(name)
      } catch {
        // It has already ended.
      }
    }
    const stop = (): void => {
      say(`${command}: no end after ${(timeout ?? 0) / 1000} s, stopped`)
      signal('SIGKILL')
    }
    const timer = timeout === undefined ? undefined : setTimeout(stop, timeout)
    const finish = (code: number): void => {
      clearTimeout(timer)
      for (const name of SIGNALS) process.off(name, signal)
      signal('SIGTERM')
      resolve(code)
    }
    for (const name of SIGNALS) process.on(name, signal)
    child.on('error', (error) => {
      say(`${command}: ${error.message}`)
      finish(127)
    })
    child.on('exit', (code) => finish(code ?? 1))
  })
}

/** Runs a script of ours or of a package under this Node. */
export const runNode = (script: string, args: readonly string[] = [], options: RunOptions = {}): Promise<number> =>
  run(process.execPath, [join(root, script), ...args], options)
