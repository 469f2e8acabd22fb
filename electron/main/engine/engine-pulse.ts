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
  /** It has not answered for so many ms that it will not. */
  onLost(forMs: number): void
}

/** Questions in a row without an answer: from this many on it is said. */
const silentAfter = 2
/**
 * From this many on it counts as hung. One that is ready: a minute, at the usual pace; nothing that it does in one go takes nearly as long. One that starts answers
 * nothing while it opens and migrates what lies there: ten minutes, for years of messages on a slow disk.
 */
const lostAfter = { starting: 60, ready: 6 } as const
export type PulsePhase = keyof typeof lostAfter

/** Asks an engine for a sign of life now and then. An engine that crashes is seen at once; one that hangs would be waited for for ever. */
export class EnginePulse {
  readonly #options: EnginePulseOptions
  #timer: NodeJS.Timeout | null = null
  #lastBeat = 0
  #unanswered = 0
  #isSilent = false
  #phase: PulsePhase = 'starting'

  constructor(options: EnginePulseOptions) {
    this.#options = options
  }

  start(phase: PulsePhase): void {
    this.stop()
    this.#phase = phase
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
    if (this.#unanswered >= lostAfter[this.#phase]) {
      this.#timer = null
      this.#options.onLost(this.#unanswered * this.#options.everyMs)
      return
    }
    if (this.#unanswered === silentAfter && !this.#isSilent && this.#phase === 'ready') {
      this.#isSilent = true
      this.#options.onSilent()
    }
    this.#unanswered += 1
    // What starts cannot answer yet: that it says nothing is counted all the same.
    if (this.#phase === 'ready') this.#options.ask()
    this.#arm()
  }
}
