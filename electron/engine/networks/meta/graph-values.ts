/** Meta trims lines and joins blank ones. */
export function isSameText(there: string, wanted: string): boolean {
  return plain(there) === plain(wanted)
}

function plain(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}

/** ms since the epoch, of a time as the Graph writes it; null when it is none. */
export function timeOf(written: string | undefined): number | null {
  const time = Date.parse(written ?? '')
  return Number.isNaN(time) ? null : time
}
