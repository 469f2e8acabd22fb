/** A small zip reader (stored and deflated entries, Unix modes, symbolic links), enough for the pinned archives; no zip64. */
import { closeSync, fstatSync, mkdirSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'
import { inflateRawSync } from 'node:zlib'

interface Entry {
  readonly name: string
  readonly method: number
  readonly mode: number
  readonly packedSize: number
  /** Where its local header begins. */
  readonly offset: number
}

const END_OF_DIRECTORY = Buffer.from('504b0506', 'hex')
const LONGEST_TAIL = 65_557
const SYMBOLIC_LINK = 0o120000
const TYPE_BITS = 0o170000

type Read = (position: number, length: number) => Buffer

function readerOf(descriptor: number): Read {
  return (position, length) => {
    const bytes = Buffer.alloc(length)
    for (let done = 0; done < length; ) {
      const count = readSync(descriptor, bytes, done, length - done, position + done)
      if (count === 0) throw new Error('zip: the file ends too early')
      done += count
    }
    return bytes
  }
}

function readDirectory(read: Read, size: number): Entry[] {
  const tail = read(Math.max(0, size - LONGEST_TAIL), Math.min(size, LONGEST_TAIL))
  const end = tail.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0) throw new Error('zip: no directory')
  const count = tail.readUInt16LE(end + 10)
  const directory = read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: Entry[] = []
  for (let at = 0; entries.length < count; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      packedSize: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42)
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(read: Read, entry: Entry): Buffer {
  const header = read(entry.offset, 30)
  const packed = read(entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), entry.packedSize)
  return entry.method === 8 ? inflateRawSync(packed) : packed
}

/** Unpacks into `folder`. `rename` gives each entry its name there; an empty one leaves the entry out. */
export function unzip(file: string, folder: string, rename: (name: string) => string = (name) => name): void {
  const descriptor = openSync(file, 'r')
  try {
    const read = readerOf(descriptor)
    for (const entry of readDirectory(read, fstatSync(descriptor).size)) {
      const name = normalize(rename(entry.name))
      if (name === '.') continue
      if (name.startsWith('..') || name.startsWith(sep)) throw new Error(`zip: ${entry.name} leads out of the folder`)
      const path = join(folder, name)
      if (name.endsWith(sep)) {
        mkdirSync(path, { recursive: true })
        continue
      }
      mkdirSync(dirname(path), { recursive: true })
      const content = contentOf(read, entry)
      if ((entry.mode & TYPE_BITS) === SYMBOLIC_LINK) symlinkSync(content.toString(), path)
      else writeFileSync(path, content, { mode: entry.mode & 0o777 || 0o644 })
    }
  } finally {
    closeSync(descriptor)
  }
}
