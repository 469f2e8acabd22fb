import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'

const markLength = 8

/**
 * What V8 made of the code the last time; undefined when there is nothing, or it is not for this code, or damaged. V8 itself compares little more
 * than lengths (its own version and flags it does check), so a file cut by a power failure has to be recognised here.
 */
export function readCodeCache(file: string, code: string): Buffer | undefined {
  try {
    const content = readFileSync(file)
    const data = content.subarray(markLength)
    return mark(code, data).equals(content.subarray(0, markLength)) ? data : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all. A cache that cannot be written is only a slower next start. */
export function writeCodeCache(file: string, code: string, data: Buffer): void {
  const unfinished = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(unfinished, Buffer.concat([mark(code, data), data]))
    renameSync(unfinished, file)
  } catch {
    // Next time.
  }
}

/** Two check sums. They are there for accidents: whoever can write in the data folder can write what fits, and a stronger sum takes three times as long. */
function mark(code: string, data: Buffer): Buffer {
  const sums = Buffer.alloc(markLength)
  sums.writeUInt32LE(crc32(code), 0)
  sums.writeUInt32LE(crc32(data), 4)
  return sums
}
