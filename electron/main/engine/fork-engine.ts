import type { utilityProcess as ElectronUtilityProcess } from 'electron'
import type { EngineOptions } from '../../../shared/contract/engine-options.ts'
import { engineEnvironment } from './engine-environment.ts'
import type { ForkEngine } from './engine-process.ts'

export interface ForkEngineOptions {
  readonly utilityProcess: Pick<typeof ElectronUtilityProcess, 'fork'>
  /** Absolute path of the built launcher, which loads the engine. */
  readonly launcherPath: string
  /** Where the engine's compiled code is kept for the next start. */
  readonly codeCache: string
  readonly engineOptions: EngineOptions
  readonly environment: Readonly<Record<string, string | undefined>>
  /** What the process wrote to stdout and stderr, line by line. */
  readonly onOutput: (line: string) => void
}

/** The real engine process: its own memory, its own crash. */
export function createForkEngine(options: ForkEngineOptions): ForkEngine {
  return ({ onMessage, onExit }) => {
    const child = options.utilityProcess.fork(options.launcherPath, [options.codeCache, JSON.stringify(options.engineOptions)], {
      serviceName: 'Vigie engine',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: engineEnvironment(options.environment)
    })
    child.on('message', onMessage)
    child.on('exit', onExit)
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString('utf8').split('\n')) if (line.trim() !== '') options.onOutput(line)
      })
    }
    return {
      get pid() {
        return child.pid
      },
      post: (message) => child.postMessage(message),
      // Not `child.kill()`: that is SIGTERM, which asks the engine for an orderly end.
      kill: () => {
        if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
      }
    }
  }
}
