import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineOnlyName, EngineOnlyRequests } from '../../../shared/contract/engine-link.ts'
import type { EngineTestOptions } from '../../../shared/contract/engine-options.ts'
import type { EventName, EventPayload } from '../../../shared/contract/event-map.ts'
import type { EngineRequestName, RequestInput, RequestOutput } from '../../../shared/contract/request-map.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'
import { createEngine, type Engine } from '../../../electron/engine/create-engine.ts'
import type { HttpClient } from '../../../electron/engine/http/http-client.ts'
import type { NetworkAdapter } from '../../../electron/engine/networks/network-adapter.ts'
import { createImageWork, type ImageWork } from '../../../electron/engine/images/image-work.ts'
import type { Random } from '../../../electron/engine/random.ts'
import { imageWorkerFiles, spellingFiles, videoWorker } from '../../support/image-worker-files.ts'
import { createManualClock } from './manual-clock.ts'
import { createMemorySecrets, type MemorySecrets } from './memory-secrets.ts'
import { createSeededRandom } from './seeded-random.ts'
import { settle } from './settle.ts'
import { watchHttp, type WatchedHttp } from './watched-http.ts'

export interface TestEngineOptions {
  /** Where the witness outside the data folder is written; without one there is none. */
  readonly stateFolder?: string
  /** What the computer says of itself: another word is another computer. */
  readonly machine?: () => string
  /** The keychain of an engine that ran before on the same computer. */
  readonly secrets?: MemorySecrets
  /** The engine's client; without one every call fails as unreachable. */
  readonly http?: HttpClient
  readonly adapters?: readonly NetworkAdapter[]
  /** ms since the epoch; 2026-11-21T09:00Z when not given. */
  readonly startAt?: number
  readonly seed?: number
  /** An existing data folder; it is left in place at the end. */
  readonly folder?: string
  readonly startBackgroundWork?: boolean
  /** Answers are checked against the contract unless this is false, as in a packed application. */
  readonly checkAnswers?: boolean
  readonly testOptions?: EngineTestOptions
  /** Another way to the threads that change pictures, for each run of the engine; its own ones otherwise. */
  readonly images?: () => ImageWork
  /** Told of each event as it happens, beside the record of them all. */
  readonly onEvent?: (event: RecordedEvent) => void
}

export type RecordedEvent = { readonly [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> } }[EventName]

export interface TestEngine {
  /** The data folder; stays the same over restarts. */
  readonly folder: string
  readonly random: Random
  readonly secrets: MemorySecrets
  /** Everything emitted so far, oldest first, over restarts too. */
  readonly events: readonly RecordedEvent[]
  /** Every line logged so far. */
  readonly logLines: readonly string[]
  now(): number
  /** As the page asks: by name, parsed by the contract. */
  request<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>>>
  /** As `request`, for calls that a test expects to succeed: gives the value, throws the error. */
  ask<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>
  /** As main asks. */
  askAsMain<Name extends EngineOnlyName>(name: Name, input: EngineOnlyRequests[Name]['input']): Promise<Result<EngineOnlyRequests[Name]['output']>>
  /** Whatever a page may send, well typed or not. */
  requestAnything(name: string, input: unknown): Promise<Result<unknown>>
  /** Moves time on: runs the timers that come due, in order, and lets what they began come to rest before the next. */
  advance(ms: number): Promise<void>
  /** Waits until nothing moves without time moving. A network call that does not end within a third of a second is left to hang. */
  settle(): Promise<void>
  /** Waits (real time, 5 s at most) until it is true. */
  until(condition: () => boolean | Promise<boolean>): Promise<void>
  /**
   * Ends the engine and opens the folder again. `crash`: as after a power cut, with the files as they are at this moment and no clean-up.
   * `downForMs`: no engine runs for so long. `meanwhile` runs then: what others may do to the files.
   */
  restart(options: { crash: boolean; meanwhile?: () => void; downForMs?: number }): Promise<void>
  /** Ends the engine and, unless the folder was given, deletes it. */
  stop(): Promise<void>
}

const defaultStart = Date.UTC(2026, 10, 21, 9)

const noNetwork: HttpClient = {
  send: async () => ({ ok: false, failure: { sent: 'no', error: studioError('unreachable', 'this test has no network', { retryable: true }) } })
}

/** A real engine in this process, on real files, with time, chance and keychain in the test's hands. */
export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'vigie-test-'))
  const random = createSeededRandom(options.seed ?? 1)
  const secrets = options.secrets ?? createMemorySecrets()
  const events: RecordedEvent[] = []
  const logLines: string[] = []
  let run = await startRun(options.startAt ?? defaultStart)

  async function startRun(startAt: number): Promise<Run> {
    const clock = createManualClock(startAt)
    const http = watchHttp(options.http ?? noNetwork)
    const life = { isGone: false }
    const log = (level: string) => (text: string) => void (life.isGone || logLines.push(`${level} ${text}`))
    const created = await createEngine({
      dataFolder: folder,
      stateFolder: options.stateFolder ?? null,
      machine: options.machine ?? (() => 'this one'),
      clock,
      random,
      http,
      secrets: secretsWhileAlive(secrets, life),
      log: { info: log('info'), warning: log('warning'), error: log('error') },
      emit(name, payload) {
        // One entry of the union for each name; TypeScript does not see that name and payload go together.
        const event = { name, payload } as RecordedEvent
        if (life.isGone) return
        events.push(event)
        options.onEvent?.(event)
      },
      adapters: options.adapters ?? [],
      sqliteBinding: null,
      images: options.images?.() ?? createImageWork({ files: imageWorkerFiles, clock, log: { info: log('info'), warning: log('warning'), error: log('error') } }),
      videoWorker,
      spellingFiles,
      startBackgroundWork: options.startBackgroundWork ?? true,
      checkAnswers: options.checkAnswers ?? true,
      testOptions: { undoSecondsOfNewClients: 0, ...options.testOptions }
    })
    if (!created.ok) throw Object.assign(new Error(`the engine did not start: ${created.error.code}: ${created.error.message}`), { error: created.error })
    return { engine: created.value, clock, http, life }
  }

  async function requestAnything(name: string, input: unknown): Promise<Result<unknown>> {
    // As over a process border: nothing but data goes in and out.
    return structuredClone(await run.engine.handle(name, structuredClone(input)))
  }

  return {
    folder,
    random,
    secrets,
    events,
    logLines,
    now: () => run.clock.now(),
    // The router checks the answer against the contract, so it has the type that the contract gives it.
    request: async (name, input) => (await requestAnything(name, input)) as never,
    async ask(name, input) {
      const result = await requestAnything(name, input)
      if (!result.ok) throw Object.assign(new Error(`${name}: ${result.error.code}: ${result.error.message}`), { error: result.error })
      return result.value as never
    },
    askAsMain: async (name, input) => (await requestAnything(name, input)) as never,
    requestAnything,
    settle: () => settle(run.http),
    async advance(ms) {
      const { clock, http } = run
      const until = clock.now() + ms
      await settle(http)
      for (let due = clock.nextDue(); due !== null && due <= until; due = clock.nextDue()) {
        clock.runDue(due)
        await settle(http)
      }
      clock.runDue(until)
      await settle(http)
    },
    async until(condition) {
      // Not a promise of Vigie's: other tests may have the machine.
      const deadline = performance.now() + 20_000
      while (!(await condition())) {
        if (performance.now() > deadline) throw new Error('what the test waited for did not happen within 20 s')
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
    },
    async restart({ crash, meanwhile = () => undefined, downForMs = 0 }) {
      const now = run.clock.now()
      if (crash) await endAsByPowerCut(run, [folder, ...(options.stateFolder === undefined ? [] : [options.stateFolder])])
      else await run.engine.stop()
      meanwhile()
      run = await startRun(now + downForMs)
    },
    async stop() {
      await run.engine.stop()
      run.clock.freeze()
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

interface Run {
  readonly engine: Engine
  readonly clock: ReturnType<typeof createManualClock>
  readonly http: WatchedHttp
  readonly life: { isGone: boolean }
}

/** Keeps the files as they are now, lets the old engine end without effect on anything, and puts the kept files in the folder's place. */
async function endAsByPowerCut({ engine, clock, http, life }: Run, folders: readonly string[]): Promise<void> {
  const keptOf = (folder: string): string => `${folder}-kept`
  for (const folder of folders) cpSync(folder, keptOf(folder), { recursive: true })
  life.isGone = true
  clock.freeze()
  http.cut()
  await engine.stop()
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    renameSync(keptOf(folder), folder)
  }
}

/** What a process that is gone would still do to the keychain does not happen. */
function secretsWhileAlive(secrets: MemorySecrets, life: { readonly isGone: boolean }): Pick<MemorySecrets, 'get' | 'put' | 'delete'> {
  const gone = { ok: false, error: studioError('keychain_timeout', 'the process that asked is gone') } as const
  return {
    get: async (reference) => (life.isGone ? gone : secrets.get(reference)),
    put: async (reference, secret) => (life.isGone ? gone : secrets.put(reference, secret)),
    delete: async (reference) => (life.isGone ? gone : secrets.delete(reference))
  }
}
