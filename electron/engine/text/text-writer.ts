/** Builds plain text by the white-space rules of HTML: runs of white space are one space, blocks begin on new lines. */
export interface TextWriter {
  /** Text as it stands in the source. */
  writeText(text: string, keepsWhiteSpace: boolean): void
  /** Text of our own, taken as it is. */
  write(text: string): void
  /** The mark of a list item: the item's first block stays on its line. */
  writeMark(mark: string): void
  /** One space before the next text on the line. */
  space(): void
  breakLine(): void
  /** The next text begins at least this many newlines after the last. */
  startBlock(newlines: 1 | 2): void
  position(): number
  textSince(position: number): string
  finish(): string
}

export function createTextWriter(): TextWriter {
  const pieces: string[] = []
  let length = 0
  let newlinesDue = 0
  let spaceDue = false
  let isAtLineStart = true
  let isAfterMark = false

  const push = (piece: string): void => {
    pieces.push(piece)
    length += piece.length
  }

  const flush = (): void => {
    if (newlinesDue > 0 && length > 0) push('\n'.repeat(newlinesDue))
    else if (spaceDue && !isAtLineStart) push(' ')
    newlinesDue = 0
    spaceDue = false
    isAtLineStart = false
  }

  const write = (text: string): void => {
    if (text === '') return
    flush()
    push(text)
    isAtLineStart = text.endsWith('\n')
    isAfterMark = false
  }

  return {
    write,
    writeMark(mark) {
      write(mark)
      isAtLineStart = true
      isAfterMark = true
    },
    space() {
      spaceDue = true
    },
    writeText(text, keepsWhiteSpace) {
      if (keepsWhiteSpace) {
        write(text)
        return
      }
      const words = text.replaceAll(/[ \t\r\n\f]+/g, ' ')
      if (words.startsWith(' ')) spaceDue = true
      const inner = words.replace(/^ /, '').replace(/ $/, '')
      if (inner === '') return
      write(inner)
      if (words.endsWith(' ')) spaceDue = true
    },
    breakLine() {
      spaceDue = false
      newlinesDue = Math.min(newlinesDue + 1, 3)
      isAtLineStart = true
      isAfterMark = false
    },
    startBlock(newlines) {
      spaceDue = false
      if (isAfterMark) return
      newlinesDue = Math.max(newlinesDue, newlines)
      isAtLineStart = true
    },
    position: () => pieces.length,
    textSince: (position) => pieces.slice(position).join(''),
    finish: () => pieces.join('').replaceAll(/[ \t]+$/gm, '').replaceAll(/\n{4,}/g, '\n\n\n').trim()
  }
}
