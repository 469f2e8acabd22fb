import { readFileSync } from 'node:fs'
import { createRequire, wrap } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'
import { readCodeCache, writeCodeCache } from './code-cache.ts'

/** Later than anything a start waits for, in ms. */
const writeAfter = 10_000

/**
 * Runs a CommonJS file as `require` would, without compiling it anew at each start: the engine is the one file of Vigie whose compiling the first
 * screen waits for. (Node's own `module.enableCompileCache` is younger than the oldest runtime, and leaves out what is compiled later.)
 */
export function runWithCodeCache(codeFile: string, cacheFile: string): void {
  const code = readFileSync(codeFile, 'utf8')
  const cachedData = readCodeCache(cacheFile, code)
  const script = new Script(wrap(code), { filename: codeFile, ...(cachedData === undefined ? {} : { cachedData }) })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(codeFile), module, codeFile, dirname(codeFile))
  if (cachedData !== undefined && script.cachedDataRejected !== true) return
  // By then the functions that a start needs are compiled, and go into the cache as well. A shorter life keeps what it has at its end.
  const keep = (): void => {
    clearTimeout(timer)
    process.off('exit', keep)
    writeCodeCache(cacheFile, code, script.createCachedData())
  }
  const timer = setTimeout(keep, writeAfter).unref()
  process.once('exit', keep)
}
