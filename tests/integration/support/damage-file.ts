import { closeSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs'

/** Ways in which a disk, a crash or another program can spoil a database file. Each is done to the real bytes. */
export const damages = {
  'pages in the middle are overwritten': (path) => overwrite(path, Math.floor(statSync(path).size / 2 / 4096) * 4096, 6 * 4096),
  'all but the first pages are overwritten': (path) => overwrite(path, 4096, statSync(path).size - 4096),
  'the file is cut in half': (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  'the file is cut to nothing': (path) => truncateSync(path, 0),
  'the header is zeroed': (path) => write(path, 0, Buffer.alloc(100)),
  'the file holds something else': (path) => write(path, 0, Buffer.alloc(statSync(path).size, 'not a database. '))
} as const satisfies Record<string, (path: string) => void>

export type Damage = keyof typeof damages

function overwrite(path: string, from: number, length: number): void {
  const bytes = Buffer.alloc(Math.max(0, length))
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = (index * 167 + 41) % 251
  write(path, from, bytes)
}

function write(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, bytes, 0, bytes.length, at)
  } finally {
    closeSync(file)
  }
}

/** Fills a write-ahead log (an existing one is replaced) with bytes that are none. */
export function writeGarbageLog(databasePath: string): void {
  const file = openSync(`${databasePath}-wal`, 'w')
  const bytes = Buffer.alloc(50_000)
  for (let index = 0; index < bytes.length; index += 1) bytes[index] = (index * 31 + 7) % 253
  writeSync(file, bytes)
  closeSync(file)
}

export function isSameFile(a: string, b: string): boolean {
  return readFileSync(a).equals(readFileSync(b))
}
