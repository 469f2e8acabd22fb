export interface ShutdownNeeds {
  /** Asks the user when something is still due; false: stay open. */
  readonly ask: () => Promise<boolean>
  /** Puts everything in order; has deadlines of its own. */
  readonly drain: () => Promise<void>
  /** Ends the application: fires `before-quit` once more. */
  readonly quit: () => void
  readonly logError: (text: string) => void
}

/** The way out: running, then perhaps a question, then everything is put in order, then the end. Never backwards once it drains. */
export class Shutdown {
  readonly #needs: ShutdownNeeds
  #phase: 'running' | 'asking' | 'draining' | 'drained' = 'running'

  constructor(needs: ShutdownNeeds) {
    this.#needs = needs
  }

  get isUnderWay(): boolean {
    return this.#phase === 'draining' || this.#phase === 'drained'
  }

  /** For the event `before-quit`: holds the end back until everything is in order. */
  handleBeforeQuit(event: { preventDefault(): void }): void {
    if (this.#phase === 'drained') return
    event.preventDefault()
    if (this.#phase === 'running') void this.#askThenDrain()
  }

  /** The system goes down, or somebody ends the process: nobody is there to answer. */
  quitWithoutAsking(): void {
    if (!this.isUnderWay) void this.#drain()
  }

  async #askThenDrain(): Promise<void> {
    this.#phase = 'asking'
    const isWanted = await this.#needs.ask().catch((cause: unknown) => this.#goOnAnyway(cause))
    // The system may have started to go down while the question stood.
    if (this.#phase !== 'asking') return
    if (isWanted) await this.#drain()
    else this.#phase = 'running'
  }

  async #drain(): Promise<void> {
    this.#phase = 'draining'
    await this.#needs.drain().catch((cause: unknown) => this.#goOnAnyway(cause))
    this.#phase = 'drained'
    this.#needs.quit()
  }

  /** A fault on the way out must not keep the application from ending. */
  #goOnAnyway(cause: unknown): true {
    this.#needs.logError(`at the end: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
    return true
  }
}
