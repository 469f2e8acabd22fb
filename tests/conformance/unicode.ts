import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countGraphemes, splitGraphemes } from '../../shared/text/graphemes.ts'
import { ask, type DataSet } from './data-set.ts'

/** Since Unicode 15.1: a consonant joined by a virama stays with the next one (rule GB9c), and U+2701 is no pictograph any more. */
const changedSince = /094D|09CD|0A4D|0ACD|0B4D|0C4D|0D4D|2701 × 200D/

/** Unicode's own questions about where one character ends and the next begins; `folder` holds GraphemeBreakTest.txt and emoji-test.txt. */
export function unicodeSets(folder: string): readonly DataSet[] {
  const lines = read(folder, 'GraphemeBreakTest.txt')
  const asked = lines.filter((line) => !changedSince.test(line))
  const changed = { what: 'lines with a virama between consonants, or U+2701', count: lines.length - asked.length, reason: 'answered otherwise since Unicode 15.1, which today’s runtimes rightly follow' }
  return [
    { set: 'unicode grapheme breaks', cases: asked.map(breaks), excluded: [changed] },
    { set: 'unicode emoji are one grapheme', cases: read(folder, 'emoji-test.txt').map(oneEmoji), excluded: [] }
  ]
}

function read(folder: string, file: string): readonly string[] {
  return readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*$/u, '').trim())
    .filter((line) => line !== '')
}

/** `÷ 0020 × 0308 ÷ 0020 ÷`: breaks and no breaks between code points. */
function breaks(line: string) {
  const expected = line
    .split('÷')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => fromHexadecimal(part.split('×')))
  return ask(line, expected, () => splitGraphemes(expected.join('')))
}

function oneEmoji(line: string) {
  const [codePoints = ''] = line.split(';')
  return ask(line, 1, () => countGraphemes(fromHexadecimal(codePoints.trim().split(' '))))
}

function fromHexadecimal(words: readonly string[]): string {
  return String.fromCodePoint(...words.map((word) => Number.parseInt(word.trim(), 16)))
}
