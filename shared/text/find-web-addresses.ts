/** A stretch of a text; positions in UTF-16 code units, `end` is the first one after it. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export interface WebAddressRange extends TextRange {
  readonly address: string
}

/**
 * The http and https addresses written out in a text. Punctuation that ends the sentence, and a closing bracket or quotation mark
 * that was opened before the address, are not part of it.
 */
export function findWebAddresses(text: string): readonly WebAddressRange[] {
  const found: WebAddressRange[] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}_@#$/])https?:\/\/[^\s<>"«»“”]+/giu)) {
    const address = trimAddress(match[0])
    if (hasHost(address)) found.push({ start: match.index, end: match.index + address.length, address })
  }
  return found
}

/** What ends a sentence or a stress (`*`, `_`, `~`), never an address. */
const trailing = new Set(".,;:!?'’…*_~")
const brackets = [['(', ')'], ['[', ']'], ['{', '}']] as const

/** Takes off what follows an address in running text without belonging to it. One look at each character, since anybody may send a long one. */
export function trimAddress(written: string): string {
  const unopened = new Map<string, number>(brackets.map(([open, close]) => [close, count(written, close) - count(written, open)]))
  let end = written.length
  for (; end > 0; end -= 1) {
    const last = written.charAt(end - 1)
    if (trailing.has(last)) continue
    const surplus = unopened.get(last) ?? 0
    if (surplus <= 0) break
    unopened.set(last, surplus - 1)
  }
  return written.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function hasHost(address: string): boolean {
  return URL.canParse(address) && /^https?:\/\/[\p{L}\p{N}[]/iu.test(address)
}
