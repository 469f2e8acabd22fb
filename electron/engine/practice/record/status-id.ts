/**
 * Ids of statuses as Mastodon makes them: ms since the epoch, shifted by 16 bits, plus a running number. 18 digits from 2013 to 2453, so that
 * the order of the texts is the order of the numbers. They pass 2^53, so they are never numbers in JavaScript.
 */
const digits = 18

/** `sequence` is 0 to 65,535. */
export function statusId(at: number, sequence: number): string {
  return ((BigInt(at) << 16n) + BigInt(sequence)).toString().padStart(digits, '0')
}

/** An id a client named as a border (`0`, `1`, a real one), made comparable; null when it cannot be an id. */
export function comparableId(given: string): string | null {
  if (!/^\d{1,30}$/.test(given)) return null
  const trimmed = given.replace(/^0+(?=\d)/, '')
  return trimmed.length > digits ? '9'.repeat(digits) : trimmed.padStart(digits, '0')
}

/** The id after this one, of the same or a later moment. */
export function nextStatusId(last: string | null, at: number): string {
  const wanted = statusId(at, 0)
  if (last === null || last < wanted) return wanted
  return (BigInt(last) + 1n).toString().padStart(digits, '0')
}
