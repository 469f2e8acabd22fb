/**
 * Rows as a spreadsheet opens them (RFC 4180, with a byte order mark so that accents survive). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front: its text may come from anybody.
 */
export function writeCsv(rows: readonly (readonly string[])[], separator: ',' | ';'): string {
  const lines = rows.map((row) => row.map((cell) => quoted(harmless(cell), separator)).join(separator))
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string, separator: string): string {
  return cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
