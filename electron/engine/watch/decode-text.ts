/** How far into a document its own word about its encoding is looked for, in bytes. */
const prologBytes = 2048

/**
 * The text of a document of unknown quality: a byte order mark goes before the server's word, that before the document's own, then what the
 * bytes look like. A declared Latin-1 that is flawless UTF-8 is UTF-8 (servers declare by habit), and a declared UTF-8 that is mostly
 * broken is Windows-1252. Never throws.
 */
export function decodeText(bytes: Uint8Array, contentType: string | null = null): string {
  const seen = byteOrderMark(bytes) ?? looksWide(bytes)
  if (seen !== null) return decodeAs(seen, bytes)
  const declared = encodingOf(charsetOfHeader(contentType)) ?? encodingOf(charsetInside(bytes)) ?? 'utf-8'
  if (declared !== 'utf-8' && !isLatin(declared)) return decodeAs(declared, bytes)
  return decodeFlawless(bytes) ?? (isLatin(declared) ? decodeAs(declared, bytes) : decodeDamaged(bytes))
}

/** A few broken characters in a text with many sound ones are damage; the other way round it never was UTF-8. */
function decodeDamaged(bytes: Uint8Array): string {
  const text = decodeAs('utf-8', bytes)
  const broken = text.match(/\uFFFD/g)?.length ?? 0
  const sound = text.match(/[^\u0000-\u007F\uFFFD]/g)?.length ?? 0
  return broken > sound ? decodeAs('windows-1252', bytes) : text
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** UTF-16 without a mark: every other byte of ASCII is zero, and documents begin with ASCII. */
function looksWide(bytes: Uint8Array): string | null {
  if (bytes.length < 4) return null
  const zeros = [...bytes.subarray(0, 4)].map((byte) => (byte === 0 ? '0' : 'x')).join('')
  if (zeros === 'x0x0') return 'utf-16le'
  return zeros === '0x0x' ? 'utf-16be' : null
}

function charsetOfHeader(contentType: string | null): string | null {
  return /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1] ?? null
}

/** `<?xml encoding="…">` or `<meta charset="…">`, `<meta … content="text/html; charset=…">`. */
function charsetInside(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, prologBytes))
  const xml = /<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1]
  return xml ?? /<meta[^>]*?charset\s*=\s*["']?\s*([^\s"'/>]+)/i.exec(start)?.[1] ?? null
}

/** The standard's name of an encoding, null when this runtime does not know it (https://encoding.spec.whatwg.org, read 2026-11-21). */
function encodingOf(label: string | null): string | null {
  if (label === null) return null
  try {
    // A document that says it is UTF-16 in single bytes is not.
    const name = new TextDecoder(label.trim()).encoding
    return name.startsWith('utf-16') ? 'utf-8' : name
  } catch {
    // An unknown name says nothing; the bytes decide.
    return null
  }
}

function isLatin(encoding: string): boolean {
  return encoding === 'windows-1252' || encoding === 'iso-8859-15'
}

function decodeFlawless(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, or damaged: the caller looks closer.
    return null
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes)
}
