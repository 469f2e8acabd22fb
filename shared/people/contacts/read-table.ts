export interface TableRow {
  /** Where it begins, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

export interface ReadTable {
  readonly rows: readonly TableRow[]
  /** Where a quotation mark stands that is never closed: nothing behind it is read. */
  readonly openQuote: number | null
}

/** RFC 4180 with any separator and line end: fields between quotation marks may hold separators, line ends, and quotation marks twice. */
export function readTable(text: string, separator: string): ReadTable {
  const rows: TableRow[] = []
  let fields: string[] = []
  let [line, begin, at] = [1, 1, 0]
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at, separator) : plainField(text, at, separator)
    if (field === null) return { rows, openQuote: begin }
    fields.push(field.value)
    line += linesIn(field.value)
    at = field.end
    if (text[at] === separator) {
      at += 1
      if (at < text.length) continue
      fields.push('')
    }
    rows.push({ line: begin, fields })
    fields = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    begin = line
  }
  return { rows, openQuote: null }
}

interface Field {
  readonly value: string
  /** Where its separator or line end stands. */
  readonly end: number
}

function plainField(text: string, start: number, separator: string): Field {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(start, end), end }
}

/** Begins with a quotation mark; null: that is never closed. What stands behind the closing one belongs to the field. */
function quotedField(text: string, start: number, separator: string): Field | null {
  let value = ''
  let at = start + 1
  for (;;) {
    const mark = text.indexOf('"', at)
    if (mark < 0) return null
    value += text.slice(at, mark)
    at = mark + 1
    if (text[at] !== '"') break
    value += '"'
    at += 1
  }
  const rest = plainField(text, at, separator)
  return { value: value + rest.value, end: rest.end }
}

function linesIn(value: string): number {
  return value.includes('\n') || value.includes('\r') ? value.split(/\r\n|\r|\n/).length - 1 : 0
}
