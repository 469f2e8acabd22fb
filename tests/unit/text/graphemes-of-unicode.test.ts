import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countGraphemes, splitGraphemes } from '../../../shared/text/graphemes.ts'
import { sharedFolder } from '../../support/shared-folder.ts'

const file = join(sharedFolder, 'conformance/unicode-15.0/GraphemeBreakTest.txt')
/**
 * Since Unicode 15.1 (rule GB9c) a consonant joined by a virama stays with the next one, and U+2701 is no longer a pictograph: runtimes with
 * newer data rightly differ from the file there.
 */
const changedSince = /094D|09CD|0A4D|0ACD|0B4D|0C4D|0D4D|2701 × 200D/

describe.skipIf(!existsSync(file))('graphemes against the data of Unicode 15.0', () => {
  it('parts every line of the file where the file does', () => {
    const wrong: string[] = []
    let checked = 0
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const data = line.replace(/#.*/, '').trim()
      if (data === '' || changedSince.test(data)) continue
      const expected = data.split('÷').map((part) => part.trim()).filter((part) => part !== '').map((part) => part.split('×').map((hex) => String.fromCodePoint(Number.parseInt(hex.trim(), 16))).join(''))
      const text = expected.join('')
      checked += 1
      if (splitGraphemes(text).join('÷') !== expected.join('÷') || countGraphemes(text) !== expected.length) wrong.push(data)
    }
    expect(wrong).toEqual([])
    expect(checked).toBeGreaterThan(550)
  })

  it('counts each emoji of the emoji test file as one', () => {
    const lines = readFileSync(join(sharedFolder, 'conformance/unicode-15.0/emoji-test.txt'), 'utf8').split('\n')
    const wrong = lines.filter((line) => /; fully-qualified/.test(line)).filter((line) => {
      const emoji = line.split(';')[0]!.trim().split(/\s+/).map((hex) => String.fromCodePoint(Number.parseInt(hex, 16))).join('')
      return countGraphemes(emoji) !== 1
    })
    expect(wrong).toEqual([])
  })
})
