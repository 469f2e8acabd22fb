import type { FromEngine, MainQuestionName } from '../../../shared/contract/engine-link.ts'
import type { EventName } from '../../../shared/contract/event-map.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { assertNever } from '../../../shared/errors/assert-never.ts'
import type { LogLevel } from '../log/log-line.ts'
import { EngineClient, type EngineCallName, type EngineRequest } from './engine-client.ts'
import type { EngineProcess, ForkEngine } from './engine-process.ts'
import { EnginePulse } from './engine-pulse.ts'
import { decideRestart } from './restart-policy.ts'

/** silent: it runs, and has not answered for a while. */
export type EngineState = 'starting' | 'ready' | 'silent' | 'restarting' | 'failed'

export interface EngineSupervisorOptions {
  readonly fork: ForkEngine
  /** ms since the epoch. */
  readonly now: () => number
  /** How long a call waits for an engine that is not ready, in ms. */
  readonly patience: number
  /** Between two questions whether the engine lives, in ms. */
  readonly beatMs: number
  readonly onEvent: (name: EventName, payload: unknown) => void
  readonly onState: (state: EngineState) => void
  readonly answer: (name: MainQuestionName, input: unknown) => Promise<Result<unknown>>
  readonly log: (level: LogLevel, text: string) => void
}

/** Keeps one engine running: starts it, starts it again when it ends by itself, and says so. */
export class EngineSupervisor {
  readonly request: EngineRequest
  readonly #options: EngineSupervisorOptions
  readonly #client: EngineClient
  readonly #pulse: EnginePulse
  #state: EngineState = 'starting'
  #running: EngineProcess | null = null
  #isStopping = false
  #isRestartWished = false
  #restarts = 0
  #readySince: number | null = null
  #restartTimer: NodeJS.Timeout | null = null
  #onGone: (() => void) | null = null

  constructor(options: EngineSupervisorOptions) {
    this.#options = options
    this.#client = new EngineClient(options.patience)
    this.request = this.#client.request
    this.#pulse = new EnginePulse({
      everyMs: options.beatMs,
      now: options.now,
      ask: () => this.#running?.post({ kind: 'ping' }),
      onSilent: () => this.#enter('silent'),
      onAlive: () => this.#enter('ready'),
      onLost: (forMs) => this.#endHung(forMs)
    })
  }

  get state(): EngineState {
    return this.#state
  }

  get pid(): number | undefined {
    return this.#running?.pid
  }

  start(): void {
    this.#restartTimer = null
    this.#readySince = null
    const current: EngineProcess = this.#options.fork({ onMessage: (message) => this.#receive(message, current), onExit: (code) => this.#ended(code) })
    this.#running = current
    this.#pulse.start('starting')
  }

  forward(name: EngineCallName, input: unknown): Promise<Result<unknown>> {
    return this.#client.forward(name, input)
  }

  /** On the user's wish: forgets the failures so far. */
  restart(): void {
    if (this.#isStopping) return
    this.#cancelRestart()
    if (this.#running === null) {
      this.#startAnew()
      return
    }
    this.#isRestartWished = true
    this.#running.kill()
  }

  /** Lets the engine put its files in order; ends it by force after `deadline` ms. Resolves when it is gone. */
  async stop(deadline: number): Promise<void> {
    this.#isStopping = true
    this.#pulse.stop()
    this.#cancelRestart()
    const last = this.#running
    if (last === null) {
      this.#client.close()
      return
    }
    const gone = new Promise<void>((resolve) => {
      this.#onGone = resolve
    })
    const killer = setTimeout(() => {
      this.#options.log('warning', `the engine did not end within ${deadline} ms and is ended by force`)
      last.kill()
    }, deadline)
    // The reply only says that it is on its way; what counts is the end of the process. An engine that is still starting hears it later.
    void this.request('engine.stop', {})
    await gone
    clearTimeout(killer)
  }

  #receive(message: FromEngine, from: EngineProcess): void {
    // A process that is gone has no say any more: its `ready` would send the calls into nothing.
    if (from !== this.#running) return
    this.#pulse.heard()
    switch (message.kind) {
      case 'ready':
        this.#readySince = this.#options.now()
        this.#client.attach((outgoing) => from.post(outgoing))
        this.#enter('ready')
        if (!this.#isStopping) this.#pulse.start('ready')
        return
      case 'pong':
        return
      case 'reply':
        this.#client.settle(message.sequence, message.result)
        return
      case 'event':
        this.#options.onEvent(message.name, message.payload)
        return
      case 'question':
        void this.#answer(message.sequence, message.name, message.input, from)
        return
      case 'log':
        this.#options.log(message.level, message.text)
        return
      default:
        assertNever(message, 'message of the engine')
    }
  }

  async #answer(sequence: number, name: MainQuestionName, input: unknown, from: EngineProcess): Promise<void> {
    const result = await this.#options.answer(name, input)
    if (this.#running === from) from.post({ kind: 'answer', sequence, result })
  }

  /** It crashes no more than it works: ended, it is started anew as after a crash, and what it had on its way is looked for. */
  #endHung(forMs: number): void {
    this.#options.log('error', `the engine has given no sign of life for ${forMs / 1000} s and is ended by force`)
    this.#running?.kill()
  }

  #ended(code: number): void {
    this.#running = null
    this.#pulse.stop()
    if (this.#isStopping) this.#client.close()
    this.#client.detach()
    this.#onGone?.()
    if (this.#isStopping) return
    if (this.#isRestartWished) this.#startAnew()
    else this.#startAgainOrGiveUp(code)
  }

  #startAgainOrGiveUp(code: number): void {
    const decision = decideRestart({ restarts: this.#restarts, readySince: this.#readySince }, this.#options.now())
    if (decision.kind === 'give_up') {
      this.#options.log('error', `the engine ended with ${code} and is not started again`)
      this.#client.close()
      this.#enter('failed')
      return
    }
    this.#options.log('error', `the engine ended with ${code}; it is started again in ${decision.delay} ms`)
    this.#restarts = decision.restarts
    this.#enter('restarting')
    this.#restartTimer = setTimeout(() => this.start(), decision.delay)
  }

  #startAnew(): void {
    this.#isRestartWished = false
    this.#restarts = 0
    this.#client.reopen()
    this.#enter('restarting')
    this.start()
  }

  #cancelRestart(): void {
    if (this.#restartTimer !== null) clearTimeout(this.#restartTimer)
    this.#restartTimer = null
  }

  #enter(next: EngineState): void {
    if (this.#state === next) return
    this.#state = next
    this.#options.onState(next)
  }
}
