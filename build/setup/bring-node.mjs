// Goes on under Node 24 where this one is too old, fetching it from npm once. Runs on Node 20.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { cacheFolder, fillOnce, say } from './cache-folder.mjs'

/** The first version that runs TypeScript files as they are; vitest and better-sqlite3 ask for 22.12 at least. */
const NEEDED = { major: 22, minor: 18 }
/** Version 23 learned it later than 22 did, in 23.6. */
const NEEDED_OF_23 = 6
/** The npm packages node-<system>-<processor> hold the whole runtime with its headers, and no install script. */
const PINNED = '24.21.0'

/** @param {string} version such as 22.18.0 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major === 23) return minor >= NEEDED_OF_23
  return major > NEEDED.major || (major === NEEDED.major && minor >= NEEDED.minor)
}

/** @param {string[]} args */
function npm(args) {
  const cli = process.env['npm_execpath']
  if (cli?.endsWith('.js')) return spawnSync(process.execPath, [cli, ...args], { stdio: ['ignore', 2, 2] })
  return spawnSync('npm', args, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
}

async function fetchNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const packageName = `node-${system}-${process.arch}`
  const inFolder = join('node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const folder = `node-${PINNED}`
  if (!existsSync(join(cacheFolder, folder))) say(`Node ${process.versions.node} is too old for the tools: fetching Node ${PINNED} from npm, once`)
  const path = await fillOnce(folder, (work) => {
    const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const { status } = npm(['install', '--prefix', work, ...quiet, `${packageName}@${PINNED}`])
    if (status !== 0 || !existsSync(join(work, inFolder))) {
      throw new Error(`npm could not bring ${packageName}@${PINNED}: install Node ${NEEDED.major}.${NEEDED.minor} or newer and try again`)
    }
  })
  return join(path, inFolder)
}

/**
 * Undefined when this Node is new enough: the caller goes on. Otherwise the exit code of the newer Node that did it all.
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number | undefined>}
 */
export async function continueUnderNewerNode(script, args) {
  if (isNewEnough(process.versions.node)) {
    // npm's scripts and every child find this Node first.
    process.env['PATH'] = dirname(process.execPath) + delimiter + process.env['PATH']
    return undefined
  }
  try {
    const node = await fetchNode()
    return await new Promise((resolve, reject) => {
      const child = spawn(node, [script, ...args], { stdio: 'inherit' })
      for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal))
      child.on('error', reject)
      child.on('exit', (code) => resolve(code ?? 1))
    })
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return 1
  }
}
