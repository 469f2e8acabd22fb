import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const digestLength = 32

/**
 * What V8 made of the code the last time; undefined when there is nothing, or it is not for this code, or damaged. V8 itself compares little more
 * than lengths (its own version and flags it does check), so a file cut by a power failure has to be recognised here.
 */
export function readCodeCache(file: string, code: string): Buffer | undefined {
  try {
    const content = readFileSync(file)
    const data = content.subarray(digestLength)
    return digest(code, data).equals(content.subarray(0, digestLength)) ? data : undefined
  } catch {
    return undefined
  }
}

/** Whole or not at all. A cache that cannot be written is only a slower next start. */
export function writeCodeCache(file: string, code: string, data: Buffer): void {
  const unfinished = `${file}.new`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(unfinished, Buffer.concat([digest(code, data), data]))
    renameSync(unfinished, file)
  } catch {
    // Next time.
  }
}

function digest(code: string, data: Buffer): Buffer {
  return createHash('sha256').update(code).update(data).digest()
}
