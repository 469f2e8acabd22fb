export interface EnginePulseOptions {
  /** Between two questions, in ms. */
  readonly everyMs: number
  /** ms since the epoch. */
  readonly now: () => number
  ask(): void
  /** It has not answered for a while; it may only be at work on something long. */
  onSilent(): void
  /** It answered after all. */
  onAlive(): void
  /** It has not answered for so long that it will not. */
  onLost(): void
}

/** Questions in a row without an answer: from this many on it is said. */
const silentAfter = 2
/** From this many on it counts as hung: a minute, at the usual pace. Nothing that the engine does in one go takes nearly as long. */
const lostAfter = 6

/** Asks an engine for a sign of life now and then. An engine that crashes is seen at once; one that hangs would be waited for for ever. */
export class EnginePulse {
  readonly #options: EnginePulseOptions
  #timer: NodeJS.Timeout | null = null
  #lastBeat = 0
  #unanswered = 0
  #isSilent = false

  constructor(options: EnginePulseOptions) {
    this.#options = options
  }

  start(): void {
    this.stop()
    this.#unanswered = 0
    this.#isSilent = false
    this.#arm()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** Any message of the engine's is a sign of life. */
  heard(): void {
    this.#unanswered = 0
    if (!this.#isSilent || this.#timer === null) return
    this.#isSilent = false
    this.#options.onAlive()
  }

  #arm(): void {
    this.#lastBeat = this.#options.now()
    this.#timer = setTimeout(() => this.#beat(), this.#options.everyMs)
  }

  #beat(): void {
    // The computer slept, or this process stood still itself: the engine had no chance to answer.
    if (this.#options.now() - this.#lastBeat > this.#options.everyMs * 2) this.#unanswered = 0
    if (this.#unanswered >= lostAfter) {
      this.#timer = null
      this.#options.onLost()
      return
    }
    if (this.#unanswered === silentAfter && !this.#isSilent) {
      this.#isSilent = true
      this.#options.onSilent()
    }
    this.#unanswered += 1
    this.#options.ask()
    this.#arm()
  }
}
