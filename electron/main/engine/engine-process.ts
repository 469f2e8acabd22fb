import type { FromEngine, ToEngine } from '../../../shared/contract/engine-link.ts'

/** One run of the engine process, as little of it as main needs; tests put a literal in its place. */
export interface EngineProcess {
  readonly pid: number | undefined
  post(message: ToEngine): void
  kill(): void
}

export interface EngineProcessListeners {
  onMessage(message: FromEngine): void
  /** Once, when the process is gone, however it ended. */
  onExit(code: number): void
}

export type ForkEngine = (listeners: EngineProcessListeners) => EngineProcess
