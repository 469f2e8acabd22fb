import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { unzip } from '../../../build/setup/unzip.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-unzip-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

interface Entry {
  readonly name: string
  readonly content: string
  readonly mode?: number
  readonly isDeflated?: boolean
}

/** Writes a zip; sizes and checksums that the reader does not look at stay 0. */
function zipOf(entries: readonly Entry[]): string {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o100644, isDeflated = false } of entries) {
    const data = isDeflated ? deflateRawSync(content) : Buffer.from(content)
    const local = Buffer.alloc(30)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt16LE(isDeflated ? 8 : 0, 10)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    bodies.push(local, Buffer.from(name), data)
    directory.push(central, Buffer.from(name))
    offset += 30 + name.length + data.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('504b0506', 'hex')
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  const file = join(folder, 'a.zip')
  writeFileSync(file, Buffer.concat([...bodies, list, end]))
  return file
}

test('unpacks stored and deflated files, folders, rights and symbolic links', () => {
  const file = zipOf([
    { name: 'app/', content: '', mode: 0o040755 },
    { name: 'app/stored', content: 'plain' },
    { name: 'app/deep/deflated', content: 'long '.repeat(100), isDeflated: true },
    { name: 'app/run', content: '#!', mode: 0o100755 },
    { name: 'app/link', content: 'stored', mode: 0o120777 }
  ])
  unzip(file, folder)
  expect(readFileSync(join(folder, 'app/stored'), 'utf8')).toBe('plain')
  expect(readFileSync(join(folder, 'app/deep/deflated'), 'utf8')).toBe('long '.repeat(100))
  expect(statSync(join(folder, 'app/run')).mode & 0o111).not.toBe(0)
  expect(readlinkSync(join(folder, 'app/link'))).toBe('stored')
})

test('renames entries, and leaves out those renamed to nothing', () => {
  unzip(zipOf([{ name: 'Old/a', content: 'a' }, { name: 'Old/b', content: 'b' }]), folder, (name) => (name === 'Old/b' ? '' : name.replace('Old', 'New')))
  expect(readFileSync(join(folder, 'New/a'), 'utf8')).toBe('a')
  expect(statSync(join(folder, 'New/b'), { throwIfNoEntry: false })).toBeUndefined()
})

test('refuses a name that leads out of the folder', () => {
  expect(() => unzip(zipOf([{ name: '../evil', content: 'x' }]), folder)).toThrow('leads out')
})
