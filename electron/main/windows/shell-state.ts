import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const shellStateSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int().min(200).max(20_000), height: z.int().min(200).max(20_000) }).nullable(),
  isMaximised: z.boolean(),
  /** As in the settings, which are the engine's: main needs them for the first frame, before the engine is there. */
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', 'en', 'fr']),
  /** The user has been told once that Vigie goes on with its window closed. */
  isTrayExplained: z.boolean()
})

/** What main remembers about its window from one run to the next. Losing it costs nothing but comfort. */
export type ShellState = z.infer<typeof shellStateSchema>

export const freshShellState: ShellState = { bounds: null, isMaximised: false, theme: 'system', language: 'system', isTrayExplained: false }

export interface ShellStateFile {
  current(): ShellState
  change(changes: Partial<ShellState>): void
}

/** Reads the file at once (it is needed for the first frame); writes it whole beside itself and renames it, so that a crash leaves the old or the new. */
export function openShellState(path: string): ShellStateFile {
  let state = read(path)
  return {
    current: () => state,
    change(changes) {
      const next = { ...state, ...changes }
      if (JSON.stringify(next) === JSON.stringify(state)) return
      state = next
      write(path, state)
    }
  }
}

function read(path: string): ShellState {
  try {
    return shellStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return freshShellState // The first run, an older form, or a damaged file: all the same here.
  }
}

function write(path: string, state: ShellState): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, JSON.stringify(state))
    renameSync(`${path}.new`, path)
  } catch {
    // A full or read-only disk: the window opens in its standard place next time.
  }
}
