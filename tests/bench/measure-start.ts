import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { treeMemory } from './process-memory.ts'

export interface StartMeasurement {
  /** ms from spawn until the program says that it can be used. */
  readonly startMs: number
  /** MiB (PSS of all its processes) two seconds later. */
  readonly memoryMiB: number
}

/** What the bare window and the studio (`--timing`) print once they can be used. */
const interactiveMarks = ['bench:interactive', 'VIGIE_TIMING']
const startDeadlineMs = 60_000
const settleMs = 2_000

/** Starts the program once, waits until it says that it can be used, weighs it, and ends it with all its processes. */
export async function measureStart(command: string, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<StartMeasurement> {
  const began = performance.now()
  const child = spawn(command, args, { env: environment, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    await saysInteractive(child)
    const startMs = performance.now() - began
    await delay(settleMs)
    return { startMs, memoryMiB: child.pid === undefined ? 0 : treeMemory(child.pid) }
  } finally {
    await endGroup(child)
  }
}

function saysInteractive(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error('not interactive within 60 s')), startDeadlineMs)
    let heard = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      heard += chunk.toString()
      if (!interactiveMarks.some((mark) => heard.includes(mark))) return
      clearTimeout(deadline)
      resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was interactive`)))
  })
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  // The first process only: it ends the others in order, so that the next start finds what a user's would.
  process.kill(child.pid, 'SIGTERM')
  const timer = setTimeout(() => child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'), 5_000)
  await ended
  clearTimeout(timer)
}
