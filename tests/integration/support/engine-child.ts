import { fork, type ChildProcess } from 'node:child_process'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { EngineOptions } from '../../../shared/contract/engine-options.ts'
import type { FromEngine, MainQuestionName, ToEngine } from '../../../shared/contract/engine-link.ts'
import { fail, succeed, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

const enginePath = fileURLToPath(new URL('../../../electron/engine/engine.ts', import.meta.url))

/** The engine in a process of its own, over its real link, so that it can be killed like one. */
export interface EngineChild {
  readonly secrets: Map<string, string>
  readonly logLines: readonly string[]
  readonly eventNames: readonly string[]
  /** Resolves to null when the process is gone before it answered. */
  ask(name: string, input: unknown): Promise<Result<unknown> | null>
  post(message: unknown): void
  /** Stops the process where it is, does the work, lets it go on. */
  whileStopped(work: () => void | Promise<void>): Promise<void>
  /** SIGKILL: no handler, no clean-up. Resolves when the process is gone. */
  kill(): Promise<void>
  /** Resolves to the exit code. */
  readonly gone: Promise<number | null>
  /** The line beside the link, where one was asked for; the child's end is descriptor 4. */
  readonly sideLine: Duplex | null
}

/** How the process is started, where it is not the plain engine from its source. */
export interface EngineProcess {
  /** Absolute path of the engine: `out/engine/engine.cjs` for the built one. */
  readonly entry?: string
  /** Modules that are loaded before it. */
  readonly preload?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly withSideLine?: boolean
}

export interface EngineChildOptions extends Partial<EngineOptions> {
  readonly dataFolder: string
  readonly secrets?: Map<string, string>
  readonly process?: EngineProcess
}

/** Starts the process and waits until it says that it is ready. */
export async function startEngineChild({ secrets = new Map(), process: how = {}, ...given }: EngineChildOptions): Promise<EngineChild> {
  const options: EngineOptions = { stateFolder: null, sqliteBinding: null, isDevelopment: true, appVersion: '0.0.0', systemLanguage: 'en', ...given }
  const child = fork(how.entry ?? enginePath, [JSON.stringify(options)], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc', ...(how.withSideLine === true ? ['pipe' as const] : [])],
    execArgv: ['--disable-warning=ExperimentalWarning', ...(how.preload ?? []).flatMap((module) => ['--import', module])],
    env: { ...process.env, ...how.environment }
  })
  const logLines: string[] = []
  const eventNames: string[] = []
  const waiting = new Map<number, (result: Result<unknown> | null) => void>()
  let sequence = 0
  let becomeReady: () => void = () => undefined
  const ready = new Promise<void>((resolve) => (becomeReady = resolve))

  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => logLines.push(chunk.toString()))
  child.on('message', (raw) => {
    const message = raw as FromEngine
    if (message.kind === 'ready') becomeReady()
    else if (message.kind === 'reply') waiting.get(message.sequence)?.(message.result)
    else if (message.kind === 'event') eventNames.push(message.name)
    else if (message.kind === 'log') logLines.push(`${message.level} ${message.text}`)
    else if (message.kind === 'question') post(child, { kind: 'answer', sequence: message.sequence, result: answer(secrets, message.name, message.input) })
  })
  const gone = new Promise<number | null>((resolve) =>
    child.on('exit', (code) => {
      for (const finish of waiting.values()) finish(null)
      becomeReady()
      resolve(code)
    })
  )
  await ready
  return {
    secrets,
    logLines,
    eventNames,
    ask(name, input) {
      sequence += 1
      const mine = sequence
      return new Promise((resolve) => {
        waiting.set(mine, (result) => {
          waiting.delete(mine)
          resolve(result)
        })
        if (child.connected) post(child, { kind: 'request', sequence: mine, name: name as never, input })
        else resolve(null)
      })
    },
    post: (message) => post(child, message as ToEngine),
    async whileStopped(work) {
      child.kill('SIGSTOP')
      await work()
      child.kill('SIGCONT')
    },
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    gone,
    sideLine: (child.stdio[4] as Duplex | undefined) ?? null
  }
}

function post(child: ChildProcess, message: ToEngine): void {
  // The process may be killed at any moment; what cannot be delivered any more is not this test's failure.
  child.send(message, () => undefined)
}

function answer(secrets: Map<string, string>, name: MainQuestionName, input: unknown): Result<unknown> {
  const { reference, secret } = input as { reference: string; secret?: string }
  if (name === 'secrets.get') return succeed(secrets.get(reference) ?? null)
  if (name === 'secrets.delete') return succeed(secrets.delete(reference) ? {} : {})
  if (secret === undefined) return fail(studioError('bug', 'no secret given'))
  secrets.set(reference, secret)
  return succeed({})
}
