/** Words as two texts are held against each other by them: networks have ends of line, spaces and ways to write an accent of their own. */
export function plainWords(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
}
