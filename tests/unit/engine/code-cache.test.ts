import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readCodeCache, writeCodeCache } from '../../../electron/engine/launcher/code-cache.ts'
import { runWithCodeCache } from '../../../electron/engine/launcher/run-with-code-cache.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-code-cache-'))
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

describe('the file of compiled code', () => {
  const code = 'const answer = () => 42'
  const data = Buffer.from('compiled')

  it('gives back what was kept for that code, and for no other', () => {
    const file = join(folder, 'deep', 'code.bin')
    writeCodeCache(file, code, data)
    expect(readCodeCache(file, code)).toEqual(data)
    expect(readCodeCache(file, 'const answer = () => 43')).toBeUndefined()
    expect(readdirSync(join(folder, 'deep'))).toEqual(['code.bin'])
  })

  it('gives nothing when it is missing, cut at any place, or changed in any byte', () => {
    const file = join(folder, 'code.bin')
    expect(readCodeCache(file, code)).toBeUndefined()
    writeCodeCache(file, code, data)
    const whole = readFileSync(file)
    for (let length = 0; length < whole.length; length += 1) {
      truncateSync(file, length)
      expect(readCodeCache(file, code)).toBeUndefined()
      writeFileSync(file, whole)
    }
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(file, changed)
      expect(readCodeCache(file, code)).toBeUndefined()
    }
  })

  it('does not mind a place where nothing can be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeCodeCache(join(folder, 'file', 'code.bin'), code, data)).not.toThrow()
  })
})

describe('running with compiled code', () => {
  it('runs the code as require would, and keeps it compiled for the next time', () => {
    vi.useFakeTimers()
    const codeFile = join(folder, 'program.cjs')
    const cacheFile = join(folder, 'code.bin')
    const resultFile = join(folder, 'result.json')
    const before = process.listeners('exit')
    writeFileSync(codeFile, `require('node:fs').writeFileSync(${JSON.stringify(resultFile)}, JSON.stringify([__filename, __dirname, typeof module.exports]))`)
    runWithCodeCache(codeFile, cacheFile)
    expect(JSON.parse(readFileSync(resultFile, 'utf8'))).toEqual([codeFile, folder, 'object'])
    expect(existsSync(cacheFile)).toBe(false)
    vi.runAllTimers()
    const kept = readCodeCache(cacheFile, readFileSync(codeFile, 'utf8'))
    expect(kept).toBeDefined()
    expect(process.listeners('exit')).toEqual(before)

    rmSync(resultFile)
    runWithCodeCache(codeFile, cacheFile)
    expect(existsSync(resultFile)).toBe(true)
    expect(vi.getTimerCount()).toBe(0) // Nothing to compile, so nothing to keep.
  })

  it('keeps it at the end of a life that is shorter than that', () => {
    vi.useFakeTimers()
    const codeFile = join(folder, 'program.cjs')
    const cacheFile = join(folder, 'code.bin')
    writeFileSync(codeFile, 'module.exports = 1')
    const before = new Set(process.listeners('exit'))
    runWithCodeCache(codeFile, cacheFile)
    for (const listener of process.listeners('exit').filter((each) => !before.has(each))) listener(0)
    expect(readCodeCache(cacheFile, 'module.exports = 1')).toBeDefined()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('runs all the same when V8 refuses what was kept', () => {
    vi.useFakeTimers()
    const codeFile = join(folder, 'program.cjs')
    const cacheFile = join(folder, 'code.bin')
    const resultFile = join(folder, 'result')
    const code = `require('node:fs').writeFileSync(${JSON.stringify(resultFile)}, '')`
    writeFileSync(codeFile, code)
    writeCodeCache(cacheFile, code, new Script('another()').createCachedData())
    runWithCodeCache(codeFile, cacheFile)
    expect(existsSync(resultFile)).toBe(true)
    expect(vi.getTimerCount()).toBe(1)
    vi.runAllTimers()
  })
})
