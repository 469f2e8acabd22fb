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

/** Takes off what follows an address in running text without belonging to it. */
export function trimAddress(written: string): string {
  let address = written
  for (;;) {
    const shorter = dropUnopened(address.replace(/[.,;:!?'’…*_~]+$/u, ''))
    if (shorter === address) return address
    address = shorter
  }
}

function dropUnopened(address: string): string {
  for (const [open, close] of [['(', ')'], ['[', ']'], ['{', '}']] as const) {
    if (address.endsWith(close) && count(address, close) > count(address, open)) return address.slice(0, -1)
  }
  return address
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function hasHost(address: string): boolean {
  return URL.canParse(address) && /^https?:\/\/[\p{L}\p{N}[]/iu.test(address)
}
