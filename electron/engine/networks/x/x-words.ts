/** Schemes, and the slash that X adds to a bare address. */
function withoutDress(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/https?:\/\//gi, '')
    .replaceAll(/\/(?=\s|$)/g, '')
}

/** Without white space either. */
export function wordsOf(text: string): string {
  return withoutDress(text).replaceAll(/\s+/gu, '')
}

/** The same to the letter, but for how X writes an address. */
export function isSameBesideAddresses(there: string, text: string): boolean {
  return linesOf(there) === linesOf(text)
}

function linesOf(text: string): string {
  return withoutDress(text).replaceAll(/[^\S\n]*\r?\n/gu, '\n').trim()
}
