import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { logLine, type LogLevel } from './log-line.ts'

export interface LogFile {
  write(level: LogLevel, source: 'main' | 'engine' | 'page', text: string): void
}

export interface LogFileOptions {
  readonly folder: string
  readonly now: () => number
  /** A file longer than this many bytes is put aside. */
  readonly maxBytes?: number
  /** How many files are kept beside the current one. */
  readonly keep?: number
}

/**
 * `vigie.log` in `folder`, with `vigie.1.log` the newest of those put aside. Written at once and synchronously: the last line before a crash
 * is the one that is needed, and there are few lines. A disk that is full or read-only must not end the application, so failures are let go.
 */
export function openLogFile({ folder, now, maxBytes = 1_000_000, keep = 3 }: LogFileOptions): LogFile {
  const name = (index: number) => join(folder, index === 0 ? 'vigie.log' : `vigie.${index}.log`)
  let bytes = begin(folder, name(0))

  function putAside(): void {
    rmSync(name(keep), { force: true })
    for (let index = keep - 1; index >= 0; index--) {
      if (statSync(name(index), { throwIfNoEntry: false }) !== undefined) renameSync(name(index), name(index + 1))
    }
    bytes = 0
  }

  return {
    write(level, source, text) {
      const line = logLine(now(), level, source, text)
      try {
        if (bytes > maxBytes) putAside()
        appendFileSync(name(0), line, { mode: 0o600 })
        bytes += Buffer.byteLength(line)
      } catch {
        // Nowhere left to say it.
      }
    }
  }
}

function begin(folder: string, file: string): number {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0
  } catch {
    return 0
  }
}
