/**
 * better-sqlite3 13 ships Node-API 10 binaries, which a Node-API 9 host (Electron 33) cannot load. For such a host the same sources are
 * compiled once, against the experimental Node-API without its rule against calls during garbage collection.
 * (Changing only the version number in the shipped binary loads, and then aborts in the garbage collector.)
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, fillOnce, say } from './cache-folder.mjs'
import { root } from './commands.ts'

/** What compiling takes, as commands. */
export const COMPILER = ['python3', 'make', 'g++'] as const

const SHIPPED_DEFINE = "'NAPI_VERSION=10'"
const OLDER_DEFINE = "'NAPI_VERSION=2147483647','NAPI_EXPERIMENTAL','NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'"
/** better-sqlite3's own test extension, the last target of the file. */
const TEST_TARGET = /\n {4}\{\n {6}'target_name': 'test_extension'[\s\S]*?\n {4}\},\n {2}\],/
/** Settings of the user's npm that node-gyp would prefer to our arguments. */
const MISLEADING_SETTING = /^npm_(config|package_config_node_gyp)_(nodedir|node_gyp|target|runtime|disturl|arch)/i

const source = join(root, 'node_modules/better-sqlite3')
const nodeAddonApi = join(root, 'node_modules/node-addon-api')
const versionIn = (folder: string): string => {
  const { version }: { version: string } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return version
}

function firstExisting(what: string, candidates: readonly string[]): string {
  const found = candidates.find((path) => existsSync(path))
  if (found === undefined) throw new Error(`${what} was not found (looked for ${candidates.join(', ')})`)
  return found
}

/** npm carries node-gyp: nothing to fetch. */
function nodeGyp(): string {
  const starter = process.env['npm_execpath']
  const npmFolders = [
    ...(starter === undefined ? [] : [dirname(dirname(starter))]),
    join(dirname(process.execPath), '../lib/node_modules/npm'),
    '/usr/lib/node_modules/npm',
    '/usr/local/lib/node_modules/npm',
    '/usr/share/nodejs/npm'
  ]
  return firstExisting("npm's node-gyp", npmFolders.map((folder) => join(folder, 'node_modules/node-gyp/bin/node-gyp.js')))
}

function compile(folder: string): void {
  const work = join(folder, 'work')
  cpSync(source, work, { recursive: true, filter: (path) => !/[\\/](prebuilds|build)$/.test(path) })
  cpSync(nodeAddonApi, join(work, 'node_modules/node-addon-api'), { recursive: true })
  const recipeFile = join(work, 'binding.gyp')
  const recipe = readFileSync(recipeFile, 'utf8')
  if (!recipe.includes(SHIPPED_DEFINE)) throw new Error('better-sqlite3 is built in another way than expected: look at build/setup/sqlite-binding.ts')
  writeFileSync(recipeFile, recipe.replace(SHIPPED_DEFINE, OLDER_DEFINE).replace(TEST_TARGET, '\n  ],'))

  const headers = firstExisting("Node's headers", [dirname(dirname(process.execPath)), '/usr', '/usr/local'].map((prefix) => join(prefix, 'include/node/node_api.h')))
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING_SETTING.test(name)))
  const args = [nodeGyp(), 'rebuild', '--release', '--force_build=1', `--nodedir=${join(headers, '../../..')}`, '--loglevel=warn', '--jobs=max']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: work, encoding: 'utf8', env: environment, maxBuffer: 64 << 20 })
  if (status !== 0) throw new Error(`compiling better-sqlite3 failed\n${stdout}\n${stderr}`)
  renameSync(join(work, 'build/Release/better_sqlite3.node'), join(folder, 'better_sqlite3.node'))
  rmSync(work, { recursive: true, force: true })
}

/** The name says everything the result depends on. */
function bindingFolder(nodeApi: number): string {
  const recipe = createHash('sha256').update(SHIPPED_DEFINE + OLDER_DEFINE + versionIn(nodeAddonApi)).digest('hex').slice(0, 8)
  return `better-sqlite3-${versionIn(source)}-node-api-${nodeApi}-${process.platform}-${process.arch}-${recipe}`
}

const isShippedRight = (nodeApi: number): boolean => nodeApi >= 10

/** Whether nothing has to be compiled (any more). */
export const isSqliteBindingThere = (nodeApi: number): boolean => isShippedRight(nodeApi) || existsSync(join(cacheFolder, bindingFolder(nodeApi)))

/** The path to hand to `new Database(file, { nativeBinding })`, or undefined where the shipped binary serves. */
export async function ensureSqliteBinding(nodeApi: number): Promise<string | undefined> {
  if (isShippedRight(nodeApi)) return undefined
  const folder = await fillOnce(bindingFolder(nodeApi), (work) => {
    say(`compiling better-sqlite3 for Node-API ${nodeApi}, once: about a minute`)
    compile(work)
  })
  return join(folder, 'better_sqlite3.node')
}
