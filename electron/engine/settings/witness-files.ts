import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Logger } from '../log/logger.ts'
import type { LineagePoint } from './lineage-point.ts'

export type WitnessWords = Readonly<Record<string, LineagePoint>>

const fileSchema = z.object({ version: z.literal(1), clients: z.record(z.string(), z.object({ serial: z.int(), mark: z.string() })) })

/** A name of its own for each path, which does not say it: a copy that is opened elsewhere writes beside the original's witness. */
export function witnessFileName(installation: string, dataFolder: string): string {
  return `${installation}.${numberOf(dataFolder)}.json`
}

/** 64 bits of FNV-1a: a few folders are told apart, no more is asked of it. */
function numberOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

/** What the same installation wrote under other paths, and before its files were named by them. Only read: they are another folder's. */
export function readOtherWitnesses(folder: string, installation: string, own: string, log: Logger): readonly WitnessWords[] {
  const names = namesIn(folder).filter((name) => name.startsWith(`${installation}.`) && name.endsWith('.json') && name !== own)
  return names.map((name) => readWitness(join(folder, name), log)).filter((found) => found !== 'missing' && found !== 'unreadable')
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // Not there, or not to be read: nobody says anything.
  }
}

/** Something there that says nothing must not pass for a computer on which Vigie never was. */
export function readWitness(file: string, log: Logger): WitnessWords | 'missing' | 'unreadable' {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).clients
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing'
    log.warning(`what was noted outside the data folder cannot be read: ${String(error)}`)
    return 'unreadable'
  }
}

const ownerOnly = { folder: 0o700, file: 0o600 }

/** Whole or not at all, also when the power goes. */
export async function write(folder: string, file: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: ownerOnly.folder })
  const handle = await open(`${file}.new`, 'w', ownerOnly.file)
  try {
    await handle.writeFile(text)
    await handle.datasync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
  await syncFolder(folder)
}

/** So that a power cut does not take the name away again: a witness that was there once is missed. Systems that cannot do that need not. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** The same, for an end that nobody waits for. */
export function writeNow(folder: string, file: string, text: string): void {
  mkdirSync(folder, { recursive: true, mode: ownerOnly.folder })
  const descriptor = openSync(`${file}.new`, 'w', ownerOnly.file)
  try {
    writeSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(`${file}.new`, file)
}
