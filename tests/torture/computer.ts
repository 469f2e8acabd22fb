import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { EngineOnlyName } from '../../shared/contract/engine-link.ts'
import type { EngineRequestName, RequestInput, RequestOutput } from '../../shared/contract/request-map.ts'
import type { Result } from '../../shared/contract/result.ts'
import { startEngineChild, type EngineChild } from '../integration/support/engine-child.ts'
import type { WarpedTime } from './warped-time.ts'
import { controlDescriptor, writeWarp, type DeathPoint, type WarpNews, type WarpOrder } from './warp-orders.ts'

const warpModule = new URL('warp.ts', import.meta.url).href
const sourceWorkers = new URL('source-workers.ts', import.meta.url).href
const sourceOfEngine = fileURLToPath(new URL('../../electron/engine/engine.ts', import.meta.url))

export interface ComputerOptions {
  readonly dataFolder: string
  /** What a restored data folder does not reach. */
  readonly stateFolder: string
  readonly time: WarpedTime
  /** The engine's file: the built one, or its source. */
  readonly engine?: string | undefined
  readonly testOptions?: Record<string, unknown>
}

/** The user's computer: an engine that dies and comes back, a clock that is wrong, a lid that is closed. */
export interface Computer {
  /** As the page asks. null: the engine died before it answered. */
  ask<Name extends EngineRequestName>(name: Name, input: RequestInput<Name>): Promise<Result<RequestOutput<Name>> | null>
  askAsMain(name: EngineOnlyName, input: unknown): Promise<Result<unknown> | null>
  /** Starts the engine if it is dead. */
  ensureRunning(): Promise<void>
  isRunning(): boolean
  /** SIGKILL, now. */
  kill(): Promise<void>
  /** The engine dies when it comes by this place again, also after another death; null takes it back. */
  dieAt(point: DeathPoint | null): void
  /** The places that the engine named so far, and where it died. */
  readonly points: ReadonlySet<string>
  readonly deaths: ReadonlyMap<string, number>
  /** The clock of this computer is set; nobody else's. */
  setSkew(skew: number): void
  /** So much time went by, for everybody; the timers of this computer know nothing of it. */
  noteAdvance(by: number): void
  /** The process stands still meanwhile. */
  whileStopped(work: () => void | Promise<void>): Promise<void>
  /** Ends it as it is meant to end. */
  stop(): Promise<void>
  readonly log: readonly string[]
}

/** What main's keychain would hold stays here, whatever happens to the engine. */
export function createComputer({ dataFolder, stateFolder, time, engine, testOptions }: ComputerOptions): Computer {
  const secrets = new Map<string, string>()
  const points = new Set<string>()
  const deaths = new Map<string, number>()
  const log: string[] = []
  let child: EngineChild | null = null
  let starting: Promise<void> | null = null
  let deathPoint: DeathPoint | null = null
  /** The last word of a process, if it came through. */
  let diedAt: string | null = null
  let isKilled = false

  function order(message: WarpOrder): void {
    child?.sideLine?.write(`${JSON.stringify(message)}\n`)
  }

  function hear(line: string): void {
    const news = JSON.parse(line) as WarpNews
    points.add(news.name)
    if (news.kind === 'died') diedAt = news.name
  }

  function noteDeath(where: string): void {
    deaths.set(where, (deaths.get(where) ?? 0) + 1)
  }

  async function start(): Promise<void> {
    const started = await startEngineChild({
      dataFolder,
      stateFolder,
      secrets,
      ...(testOptions === undefined ? {} : { testOptions }),
      process: { entry: engine ?? sourceOfEngine, preload: [warpModule, ...(engine === undefined ? [sourceWorkers] : [])], withSideLine: true, environment: { VIGIE_TORTURE_WARP: writeWarp({ time: time.start(), deathPoint }) } }
    })
    const line = started.sideLine
    if (line === null) throw new Error(`no line on descriptor ${controlDescriptor}`)
    line.on('error', () => undefined)
    // The line breaks with the process: that is what is wanted.
    createInterface({ input: line }).on('line', hear).on('error', () => undefined)
    child = started
    diedAt = null
    isKilled = false
    void started.gone.then((code) => {
      log.push(...started.logLines.filter((text) => text.startsWith('error ') || text.includes('Error')))
      if (child === started) child = null
      if (code === null) buryKilled()
      else if (code !== 0) log.push(`the engine ended by itself with ${code}`)
    })
  }

  function buryKilled(): void {
    noteDeath(isKilled ? 'at a random moment' : (diedAt ?? deathPoint?.name ?? 'somewhere'))
    // Whether or not its last word came through: once is enough.
    if (!isKilled) deathPoint = null
  }

  return {
    ask: async (name, input) => ((await child?.ask(name, input)) ?? null) as never,
    askAsMain: async (name, input) => (await child?.ask(name, input)) ?? null,
    async ensureRunning() {
      while (child === null) {
        starting ??= start()
        await starting
        starting = null
      }
    },
    isRunning: () => child !== null,
    async kill() {
      if (child === null) return
      isKilled = true
      await child.kill()
    },
    dieAt(point) {
      deathPoint = point
      order({ kind: 'arm', point })
    },
    points,
    deaths,
    setSkew(skew) {
      time.setSkew(skew)
      order({ kind: 'skew', skew })
    },
    noteAdvance: (by) => order({ kind: 'advance', by }),
    async whileStopped(work) {
      if (child === null) await work()
      else await child.whileStopped(work)
    },
    async stop() {
      const running = child
      if (running === null) return
      await running.ask('engine.stop', {})
      await running.gone
    },
    log
  }
}
