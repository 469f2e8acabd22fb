import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { burnFuses, checkFuses } from '../../../build/package/fuses.ts'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-fuses-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file with a fuse wire, as Electron's program has one: marker, version 1, length, one character a fuse. */
function programWithFuses(wire: string): string {
  const file = join(folder, 'program')
  writeFileSync(file, Buffer.concat([Buffer.from('code'), Buffer.from(SENTINEL), Buffer.from([1, wire.length]), Buffer.from(wire), Buffer.from('code')]))
  return file
}

test('a program with Electron’s own fuses is complained about, and right once they are burnt', async () => {
  const program = programWithFuses('101100010')
  expect(await checkFuses(program)).toContain('RunAsNode should be off (its byte is 49)')
  await burnFuses(program, false)
  expect(await checkFuses(program)).toEqual([])
})

test('a shorter wire, of an older Electron, is burnt as far as it goes', async () => {
  const program = programWithFuses('10110001')
  await burnFuses(program, false)
  expect(await checkFuses(program)).toEqual([])
})

test('a fuse that nobody has decided on is refused', async () => {
  const program = programWithFuses('1011000101')
  await expect(burnFuses(program, false)).rejects.toThrow('decide on these fuses')
  expect(await checkFuses(program)).toContain('fuse 9 is not decided in build/package/fuses.ts')
})
