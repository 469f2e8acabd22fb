/** The one place of the page that reads the clock: ms since the epoch. */
export function currentInstant(): number {
  return Date.now()
}
