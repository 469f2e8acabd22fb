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
 * the data: it has written whole transactions or nothing.
 */
export function endOnUncaughtErrors(needs: UncaughtErrorNeeds): void {
  const handle = (cause: unknown): void => {
    needs.log(`uncaught: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`)
    needs.tell?.()
    needs.end()
  }
  needs.process.on('uncaughtException', handle)
  needs.process.on('unhandledRejection', handle)
}
