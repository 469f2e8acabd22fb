export type StartStep = 'ready' | 'loaded' | 'engine' | 'interactive'

/** Measures a start, from the birth of the process. `now` and `processStart` in ms since the epoch. */
export class StartTiming {
  readonly #now: () => number
  readonly #processStart: number
  readonly #print: ((line: string) => void) | null
  readonly #steps: Partial<Record<StartStep, number>> = {}

  /** `print`: where the figures go once they are all there; null when nobody asked for them. */
  constructor(now: () => number, processStart: number, print: ((line: string) => void) | null) {
    this.#now = now
    this.#processStart = processStart
    this.#print = print
  }

  /** Counts the first time only: a reload is no start. */
  reached(step: StartStep): void {
    if (this.#steps[step] !== undefined) return
    this.#steps[step] = Math.round(this.#now() - this.#processStart)
    const { ready, loaded, engine, interactive } = this.#steps
    if ([ready, loaded, engine, interactive].includes(undefined)) return
    this.#print?.(`VIGIE_TIMING ${JSON.stringify(this.#steps)}`)
  }
}
