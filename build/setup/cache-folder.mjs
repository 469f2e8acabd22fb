// The folder where everything that was fetched or compiled is kept, once for all clones. Runs on Node 20.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'

function systemCacheFolder() {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? homedir()
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches')
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
}

/** VIGIE_CACHE_DIR moves it. */
export const cacheFolder = process.env['VIGIE_CACHE_DIR'] || join(systemCacheFolder(), 'vigie')

/**
 * One line about the set-up, on standard error: standard output belongs to the task.
 * @param {string} text
 */
export const say = (text) => console.error(`[vigie] ${text}`)

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Fills a folder of the cache once. The work is done in a folder beside it and then renamed, so that a folder that exists is whole,
 * an interrupted run leaves nothing half done, and two runs at once do not disturb each other.
 * @param {string} name of the folder inside the cache
 * @param {(folder: string) => void | Promise<void>} fill
 * @returns {Promise<string>} its path
 */
export async function fillOnce(name, fill) {
  const folder = join(cacheFolder, name)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const prefix = `${basename(name)}.filling-`
  for (const left of readdirSync(dirname(folder)).filter((entry) => entry.startsWith(prefix))) {
    if (!isRunning(Number(left.slice(prefix.length)))) rmSync(join(dirname(folder), left), { recursive: true, force: true })
  }
  const work = join(dirname(folder), `${prefix}${process.pid}`)
  mkdirSync(work)
  try {
    await fill(work)
    try {
      renameSync(work, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error // otherwise another run was first, and its copy is as good
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return folder
}
