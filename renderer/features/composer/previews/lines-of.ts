/** Each with the line feeds that follow it; joined again they are the very same text. */
export function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)(?=[^\n])/)
}
