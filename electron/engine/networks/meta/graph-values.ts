import { plainWords } from '../../../../shared/text/plain-words.ts'
/** Meta trims lines and joins blank ones. */
export function isSameText(there: string, wanted: string): boolean {
  return plainWords(there) === plainWords(wanted)
}

/** ms since the epoch, of a time as the Graph writes it; null when it is none. */
export function timeOf(written: string | undefined): number | null {
  const time = Date.parse(written ?? '')
  return Number.isNaN(time) ? null : time
}
