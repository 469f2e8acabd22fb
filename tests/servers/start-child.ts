import { spawn, type ChildProcess } from 'node:child_process'

export interface RunningChild {
  readonly child: ChildProcess
  /** Ends the process and everything it started. */
  stop(): Promise<void>
}

/** Starts a server in a process group of its own, so that nothing of it outlives the tests, even when they crash. */
export function startChild(command: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): RunningChild {
  const child = spawn(command, args, { ...options, detached: true, stdio: ['pipe', 'pipe', 'pipe'] })
  const signal = (name: NodeJS.Signals): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {
      // The group is gone already.
    }
  }
  const killNow = (): void => signal('SIGKILL')
  process.on('exit', killNow)
  child.stdin.on('error', () => undefined)
  return {
    child,
    async stop() {
      const ended = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.stdin.end()
      signal('SIGTERM')
      const tooLong = setTimeout(killNow, 5000)
      await ended
      clearTimeout(tooLong)
      killNow()
      process.off('exit', killNow)
    }
  }
}

/** Resolves with the first line on the standard output; rejects with what went to the error output when the process ends before. */
export function firstLine({ child }: RunningChild, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    let errors = ''
    const tooLong = setTimeout(() => reject(new Error(`not ready after ${timeout} ms: ${errors.slice(-2000)}`)), timeout)
    child.stderr?.on('data', (chunk) => (errors += String(chunk)))
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
      const [line, rest] = output.split('\n', 2)
      if (line === undefined || rest === undefined) return
      clearTimeout(tooLong)
      resolve(line)
    })
    child.once('exit', (code) => {
      clearTimeout(tooLong)
      reject(new Error(`ended with ${code} before it was ready: ${errors.slice(-2000)}`))
    })
  })
}
