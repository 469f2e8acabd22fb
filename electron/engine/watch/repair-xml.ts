import { Parser } from 'htmlparser2'

/**
 * Makes well-formed XML of what was meant to be: closes what was left open, drops what closes nothing, escapes stray ampersands and angle
 * brackets. For feeds that a strict parser refuses; the text in them is kept.
 */
export function repairXml(text: string): string {
  let repaired = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        repaired += `<${name}${Object.entries(attributes).map(([key, value]) => (isName(key) ? ` ${key}="${escapeText(value)}"` : '')).join('')}>`
      },
      ontext(words) {
        repaired += escapeText(words)
      },
      onclosetag(name) {
        repaired += `</${name}>`
      }
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true }
  )
  parser.end(text)
  return repaired
}

function isName(key: string): boolean {
  return /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(key)
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
