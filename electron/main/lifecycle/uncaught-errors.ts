export interface UncaughtErrorNeeds {
  readonly process: Pick<NodeJS.Process, 'on'>
  readonly log: (text: string) => void
  /** Ends the process at once, with a failure. */
  readonly end: () => void
  /** Tells a person; null when nobody is there. */
  readonly tell: (() => void) | null
}

/**
 * A bug in main. Electron would open a window with the stack and wait for ever; and going on with half a state could do harm. The engine keeps
 * the data: it has written whole transactions or nothing. A promise that fails unheard has interrupted no state of main's, so with a person
 * in front it is only written down; in a test it ends the run.
 */
export function endOnUncaughtErrors({ process, log, end, tell }: UncaughtErrorNeeds): void {
  process.on('uncaughtException', (cause: unknown) => {
    log(`uncaught: ${describe(cause)}`)
    tell?.()
    end()
  })
  process.on('unhandledRejection', (cause: unknown) => {
    log(`a promise failed unheard: ${describe(cause)}`)
    if (tell === null) end()
  })
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
