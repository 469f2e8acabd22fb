import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Logger } from '../log/logger.ts'
import type { Clock } from '../time/clock.ts'
import type { LineagePoint } from './lineage-book.ts'

/**
 * How far each client's file has come, said outside the data folder, where putting the whole folder back to an earlier copy does not reach. No secret: serials and marks.
 * A word is written as soon as it comes, and while more of them come at most every two seconds, off the path of what is sent; so an older folder goes unseen only if
 * Vigie was killed, or the power cut, within two seconds of the first thing that left since the copy was made.
 */
export interface Witness {
  read(workspaceId: string): LineagePoint | null
  /** It says something, or nothing is there; false: what is there cannot be read, and nobody knows what it said. */
  readonly isReadable: boolean
  /** It can be read, and knows nothing of this client: it was never here, or was taken away. */
  isSilentOn(workspaceId: string): boolean
  note(workspaceId: string, point: LineagePoint): void
  /** Writes what was not written yet. */
  stop(): Promise<void>
}

export interface WitnessNeeds {
  /** Where the system keeps what programs know of their own state; null: nobody watches. */
  readonly folder: string | null
  /** Two data folders on one computer are not taken for each other. */
  readonly installation: string
  readonly clock: Clock
  readonly log: Logger
  /** These are on the disk. */
  onWritten(workspaceIds: readonly string[]): void
}

const betweenWritesMs = 2_000

const fileSchema = z.object({ version: z.literal(1), clients: z.record(z.string(), z.object({ serial: z.int(), mark: z.string() })) })

export const noWitness: Witness = { isReadable: true, read: () => null, isSilentOn: () => false, note: () => undefined, stop: () => Promise.resolve() }

export function openWitness(needs: WitnessNeeds): Witness {
  return needs.folder === null ? noWitness : watchIn(needs.folder, needs)
}

function watchIn(folder: string, { installation, clock, log, onWritten }: WitnessNeeds): Witness {
  const file = join(folder, `${installation}.json`)
  const found = readWitness(file, log)
  const clients = new Map(found === 'unreadable' ? [] : Object.entries(found))
  let unwritten = new Set<string>()
  let writing: Promise<void> | null = null
  let takeBack: (() => void) | null = null
  let isStopped = false

  const words = (): string => `${JSON.stringify({ version: 1, clients: Object.fromEntries(clients) })}\n`

  /** That the studio's own file cannot take it down (a full disk) keeps neither what is under way nor the engine's end from going on. */
  function tell(workspaceIds: Iterable<string>): void {
    try {
      onWritten([...workspaceIds])
    } catch (error) {
      log.warning(`that the clients are noted outside the data folder could not be written down: ${String(error)}`)
    }
  }

  function beginWriting(): void {
    const mine = unwritten
    unwritten = new Set()
    writing = write(folder, file, words()).then(
      () => void (isStopped || tell(mine)),
      (error: unknown) => log.warning(`how far the clients have come could not be noted outside the data folder: ${String(error)}`)
    )
    takeBack = clock.after(betweenWritesMs, () => {
      takeBack = null
      // One that takes longer than that is not overtaken.
      void writing?.then(() => {
        if (!isStopped && takeBack === null && unwritten.size > 0) beginWriting()
      })
    })
  }

  return {
    isReadable: found !== 'unreadable',
    read: (workspaceId) => clients.get(workspaceId) ?? null,
    isSilentOn: (workspaceId) => found !== 'unreadable' && !clients.has(workspaceId),
    note(workspaceId, { serial, mark }) {
      clients.set(workspaceId, { serial, mark })
      unwritten.add(workspaceId)
      if (takeBack === null && !isStopped) beginWriting()
    },
    async stop() {
      isStopped = true
      takeBack?.()
      await writing
      if (unwritten.size === 0) return
      try {
        writeNow(folder, file, words())
        tell(unwritten)
      } catch (error) {
        log.warning(`how far the clients have come could not be noted outside the data folder: ${String(error)}`)
      }
    }
  }
}

/** Nothing there: nothing known. Something there that says nothing: it must not pass for a computer on which Vigie never was. */
function readWitness(file: string, log: Logger): Readonly<Record<string, LineagePoint>> | 'unreadable' {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).clients
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    log.warning(`what was noted outside the data folder cannot be read: ${String(error)}`)
    return 'unreadable'
  }
}

const ownerOnly = { folder: 0o700, file: 0o600 }

/** Whole or not at all, also when the power goes. */
async function write(folder: string, file: string, text: string): Promise<void> {
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

function writeNow(folder: string, file: string, text: string): void {
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
