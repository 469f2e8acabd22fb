export interface CardProperty {
  /** From 1. */
  readonly line: number
  /** In capitals, without its group: `item1.URL` is `URL`. */
  readonly name: string
  readonly parameters: ReadonlyMap<string, string>
  /** As it stands there, or decoded from quoted-printable; escapes are still in it. */
  readonly value: string
}

/** Values that are never names, and may be photographs of megabytes. */
const heavy: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/** The properties of a file of vCards 2.1, 3.0 and 4.0: a line that begins with a blank goes on from the one before, and so does quoted-printable that ends with an equals sign. */
export function readVCardLines(text: string): readonly CardProperty[] {
  return unfold(text).flatMap(({ line, parts }) => propertyOf(line, parts.join('')) ?? [])
}

interface Unfolded {
  readonly line: number
  readonly parts: string[]
  readonly isQuoted: boolean
}

function unfold(text: string): readonly Unfolded[] {
  const unfolded: Unfolded[] = []
  for (const [index, written] of text.split(/\r\n|\r|\n/).entries()) {
    const open = unfolded.at(-1)
    if (open === undefined || !goesOn(open, written)) {
      unfolded.push({ line: index + 1, parts: [written], isQuoted: /^[^:]*[;=]quoted-printable[^:]*:/i.test(written.slice(0, 300)) })
      continue
    }
    const last = open.parts.at(-1) ?? ''
    if (open.isQuoted && last.endsWith('=')) open.parts[open.parts.length - 1] = last.slice(0, -1)
    open.parts.push(/^[ \t]/.test(written) ? written.slice(1) : written)
  }
  return unfolded
}

function goesOn({ parts, isQuoted }: Unfolded, next: string): boolean {
  return /^[ \t]/.test(next) || (isQuoted && (parts.at(-1) ?? '').endsWith('=') && !/^END:VCARD/i.test(next))
}

/** `item1.URL;type=pref:https\://…`; parameters may hold colons between quotation marks. */
function propertyOf(line: number, written: string): CardProperty | null {
  const colon = endOfHead(written)
  if (colon < 1) return null
  const [head = '', ...given] = (written.slice(0, colon).match(/(?:[^;"]|"[^"]*"?)+/g) ?? []).map((each) => each.trim())
  const name = head.replace(/^[\w-]+\./, '').toUpperCase()
  if (!/^[A-Z][A-Z\d-]*$/.test(name)) return null
  const parameters = parametersIn(given)
  const value = heavy.has(name) ? '' : written.slice(colon + 1).trim()
  return { line, name, parameters, value: /quoted-printable/i.test(parameters.get('ENCODING') ?? '') ? fromQuotedPrintable(value, parameters.get('CHARSET') ?? '') : value }
}

function parametersIn(given: readonly string[]): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  for (const parameter of given) {
    const at = parameter.indexOf('=')
    // In version 2.1 the kinds stand there by themselves: `TEL;HOME`.
    const bare = /^(?:quoted-printable|base64)$/i.test(parameter) ? 'ENCODING' : 'TYPE'
    const [key, value] = at < 0 ? [bare, parameter] : [parameter.slice(0, at).trim().toUpperCase(), parameter.slice(at + 1).trim().replaceAll('"', '')]
    parameters.set(key, parameters.has(key) ? `${parameters.get(key) ?? ''},${value}` : value)
  }
  return parameters
}

function endOfHead(written: string): number {
  let isQuoted = false
  for (let at = 0; at < written.length && at < 2_000; at += 1) {
    if (written[at] === '"') isQuoted = !isQuoted
    else if (written[at] === ':' && !isQuoted) return at
  }
  return -1
}

/** RFC 2045, in the letters that the property names; without a name UTF-8, else Windows-1252. */
function fromQuotedPrintable(value: string, charset: string): string {
  // What is not escaped went through the decoding of the file already: it is put back as UTF-8 beside what is.
  const bytes: number[] = []
  for (const part of value.split(/(=[\dA-F]{2})/i)) {
    if (/^=[\dA-F]{2}$/i.test(part)) bytes.push(Number.parseInt(part.slice(1), 16))
    else for (const byte of new TextEncoder().encode(part)) bytes.push(byte)
  }
  const written = Uint8Array.from(bytes)
  try {
    return new TextDecoder(charset === '' ? 'utf-8' : charset, { fatal: true }).decode(written)
  } catch {
    // An unknown name, or not these letters.
    return new TextDecoder('windows-1252').decode(written)
  }
}
