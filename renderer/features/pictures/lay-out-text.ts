import { marginOf, type PictureText } from '../../../shared/media/picture-marks.ts'
import type { Size } from '../../../shared/media/size.ts'

/** Words broken into lines, for a picture of a certain size; all in px of that picture. */
export interface TextLayout extends Size {
  readonly lines: readonly string[]
  readonly letter: number
  readonly line: number
  readonly padding: number
}

export type Measure = (words: string) => number

const lineHeight = 1.22
const weight = 650

export function fontOf({ font }: Pick<PictureText, 'font'>, px: number): string {
  return `${String(weight)} ${String(px)}px "${font}", "Figtree Variable", sans-serif`
}

/** Breaks the words so that they lie within the picture's margins; a word that is longer than a line is broken anywhere. */
export function layOutText(text: PictureText, whole: Size, measureAt: (font: string) => Measure): TextLayout {
  const letter = Math.max(8, Math.round(text.size * Math.min(whole.width, whole.height)))
  const padding = text.background === null ? 0 : Math.round(letter * 0.4)
  const measure = measureAt(fontOf(text, letter))
  const widest = Math.max(letter, whole.width - 2 * marginOf(whole) - 2 * padding)
  const lines = text.words.trim().split('\n').flatMap((paragraph) => breakLine(paragraph, widest, measure))
  const line = Math.round(letter * lineHeight)
  const width = Math.ceil(Math.max(1, ...lines.map(measure))) + 2 * padding
  return { lines, letter, line, padding, width: Math.min(width, whole.width), height: Math.max(1, lines.length * line + 2 * padding) }
}

function breakLine(paragraph: string, widest: number, measure: Measure): readonly string[] {
  const lines: string[] = []
  let line = ''
  // At a no-break space nothing is broken: “10 h” stays together.
  for (const word of paragraph.split(/[ \t]+/u).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (measure(longer) <= widest) line = longer
    else {
      if (line !== '') lines.push(line)
      const pieces = measure(word) <= widest ? [word] : breakWord(word, widest, measure)
      lines.push(...pieces.slice(0, -1))
      line = pieces.at(-1) ?? ''
    }
  }
  return [...lines, line]
}

function breakWord(word: string, widest: number, measure: Measure): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)) {
    if (piece !== '' && measure(piece + segment) > widest) {
      pieces.push(piece)
      piece = segment
    } else piece += segment
  }
  return [...pieces, piece]
}
