import type { Result } from '../../shared/contract/result.ts'
import type { Computer } from './computer.ts'

/** How a person asks an engine that dies: again and again. */
export interface Asking {
  /** Until there is an answer. */
  persist<Value>(call: () => Promise<Result<Value> | null>): Promise<Result<Value>>
  /** Until the answer is yes; throws when it never is. */
  must<Value>(what: string, call: () => Promise<Result<Value> | null>): Promise<Value>
}

export function createAsking(computer: Pick<Computer, 'ensureRunning'>): Asking {
  async function persist<Value>(call: () => Promise<Result<Value> | null>): Promise<Result<Value>> {
    for (;;) {
      await computer.ensureRunning()
      const result = await call()
      if (result !== null && (result.ok || result.error.code !== 'engine_stopped')) return result
      // Until it is known that the process is gone.
      await realDelay(2)
    }
  }

  return {
    persist,
    async must(what, call) {
      for (let tries = 0; tries < 60; tries += 1) {
        const result = await persist(call)
        if (result.ok) return result.value
        if (tries > 40) throw new Error(`${what}: ${result.error.code}: ${result.error.message}`)
        await realDelay(25)
      }
      throw new Error(what)
    }
  }
}

export function realDelay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
