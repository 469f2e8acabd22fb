/** How many of an account's newest posts a person is shown. */
export const lastOnes = 10

/** A time that a network told, in ms; null when it is none. */
export function instantOf(time: number): number | null {
  return Number.isFinite(time) && time >= 0 ? Math.floor(time) : null
}
