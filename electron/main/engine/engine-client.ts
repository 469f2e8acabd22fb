import type { EngineOnlyName, EngineOnlyRequests, ToEngine } from '../../../shared/contract/engine-link.ts'
import { isRequestName, requestMap, type EngineRequestName, type ParsedInput, type RequestOutput } from '../../../shared/contract/request-map.ts'
import { fail, type Result } from '../../../shared/contract/result.ts'
import { studioError } from '../../../shared/errors/studio-error.ts'

export type EngineCallName = EngineRequestName | EngineOnlyName
export type EngineInput<Name extends EngineCallName> = Name extends EngineRequestName ? ParsedInput<Name> : Name extends EngineOnlyName ? EngineOnlyRequests[Name]['input'] : never
export type EngineOutput<Name extends EngineCallName> = Name extends EngineRequestName ? RequestOutput<Name> : Name extends EngineOnlyName ? EngineOnlyRequests[Name]['output'] : never

/** Never rejects and never hangs on a dead engine: without one the answer is `engine_starting` or `engine_stopped`. */
export type EngineRequest = <Name extends EngineCallName>(name: Name, input: EngineInput<Name>) => Promise<Result<EngineOutput<Name>>>

interface Call {
  readonly name: EngineCallName
  readonly input: unknown
  wasLost: boolean
  timer: NodeJS.Timeout | null
  readonly resolve: (result: Result<unknown>) => void
}

const readsOfMain: ReadonlySet<string> = new Set<EngineOnlyName>(['engine.pendingWork', 'media.locate'])

function isRead(name: EngineCallName): boolean {
  return isRequestName(name) ? requestMap[name].effect === 'read' : readsOfMain.has(name)
}

/** Main's end of the link: numbers the calls, and gives every one of them an answer whatever becomes of the engine. */
export class EngineClient {
  readonly #sent = new Map<number, Call>()
  readonly #waiting = new Set<Call>()
  readonly #patience: number
  #post: ((message: ToEngine) => void) | null = null
  #isClosed = false
  #lastSequence = 0

  /** `patience`: how long a call waits for an engine that is not ready, in ms. */
  constructor(patience: number) {
    this.#patience = patience
  }

  readonly request: EngineRequest = async (name, input) => {
    const result: Result<unknown> = await this.forward(name, input)
    // The engine is built from the same contract; its answers are checked against it in development and in the tests.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return result as Result<EngineOutput<typeof name>>
  }

  /** For what the page asks: input already parsed, answer handed on as it is. */
  forward(name: EngineCallName, input: unknown): Promise<Result<unknown>> {
    return new Promise((resolve) => this.#start({ name, input, wasLost: false, timer: null, resolve }))
  }

  /** The engine is ready: what waited goes out. */
  attach(post: (message: ToEngine) => void): void {
    this.#post = post
    for (const call of this.#waiting) this.#send(call, post)
  }

  /** The engine is gone. Reads wait for the next one, once; writes fail, because nobody knows here whether they were carried out. */
  detach(): void {
    this.#post = null
    const lost = [...this.#sent.values()]
    this.#sent.clear()
    for (const call of lost) {
      if (this.#isClosed || call.wasLost || !isRead(call.name)) finish(call, stopped(call.name))
      else {
        call.wasLost = true
        this.#wait(call)
      }
    }
  }

  /** No engine will come by itself: everything that waits fails now, and what is asked later at once. */
  close(): void {
    this.#isClosed = true
    for (const call of this.#waiting) finish(call, stopped(call.name))
    this.#waiting.clear()
  }

  /** An engine is on its way again after `close`. */
  reopen(): void {
    this.#isClosed = false
  }

  settle(sequence: number, result: Result<unknown>): void {
    const call = this.#sent.get(sequence)
    this.#sent.delete(sequence)
    call?.resolve(result)
  }

  #start(call: Call): void {
    if (this.#isClosed) finish(call, stopped(call.name))
    else if (this.#post === null) this.#wait(call)
    else this.#send(call, this.#post)
  }

  #wait(call: Call): void {
    this.#waiting.add(call)
    call.timer = setTimeout(() => {
      this.#waiting.delete(call)
      finish(call, starting(call.name))
    }, this.#patience)
  }

  #send(call: Call, post: (message: ToEngine) => void): void {
    this.#waiting.delete(call)
    if (call.timer !== null) clearTimeout(call.timer)
    this.#lastSequence += 1
    this.#sent.set(this.#lastSequence, call)
    post({ kind: 'request', sequence: this.#lastSequence, name: call.name, input: call.input })
  }
}

function finish(call: Call, result: Result<unknown>): void {
  if (call.timer !== null) clearTimeout(call.timer)
  call.resolve(result)
}

function stopped(name: EngineCallName): Result<never> {
  return fail(studioError('engine_stopped', `the engine is gone: ${name}`, { retryable: true }))
}

function starting(name: EngineCallName): Result<never> {
  return fail(studioError('engine_starting', `the engine was not ready in time: ${name}`, { retryable: true }))
}
