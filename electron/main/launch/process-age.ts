import { readFileSync } from 'node:fs'

type AgingProcess = Pick<NodeJS.Process, 'platform' | 'uptime'>

/** The kernel's clock ticks a second as it tells them to programs; the same on every Linux Electron runs on. */
const ticksPerSecond = 100

/**
 * ms since the process was born, before Node and Electron were loaded. On Linux from the kernel’s own figures (Electron’s `getCreationTime` is
 * reckoned from a boot time in whole seconds there, so up to a second off), elsewhere since Node was loaded.
 */
export function processAge(process: AgingProcess, readFile: (path: string) => string = (path) => readFileSync(path, 'utf8')): number {
  if (process.platform !== 'linux') return sinceCreation(process)
  try {
    const systemAge = Number(readFile('/proc/uptime').split(' ')[0])
    // The name in brackets may hold anything; the start is the 20th field after it.
    const fields = readFile('/proc/self/stat').replace(/^.*\)\s+/s, '').split(' ')
    const age = (systemAge - Number(fields[19]) / ticksPerSecond) * 1_000
    return Number.isFinite(age) ? age : sinceCreation(process)
  } catch {
    return sinceCreation(process) // A system that hides /proc.
  }
}

function sinceCreation(process: AgingProcess): number {
  return process.uptime() * 1_000
}
