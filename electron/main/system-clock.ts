/** The only place where main reads the time. */
export const now = (): number => Date.now()
