import { expect, test } from 'vitest'
import { hasTower, mostMarks, withoutTowers } from '../../../shared/text/stacked-marks.ts'

const mark = '\u0301'

test('what people write stays as it is, in every writing', () => {
  for (const text of ['née à Prague', 'n\u0323\u0307e', 'שָׁלוֹם בְּרֵאשִׁ֖ית', 'नमस्ते क्षि', 'བཀྲ་ཤིས', 'می‌خواهم', '👩‍👩‍👧‍👦👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿', `Z${mark.repeat(mostMarks)}`]) expect([withoutTowers(text), hasTower(text)]).toEqual([text, false])
})

test('of a tower of signs as many stay as can be drawn, and all letters', () => {
  expect(withoutTowers(`Za${mark.repeat(200_000)}lgo and e${mark}`)).toBe(`Za${mark.repeat(mostMarks)}lgo and e${mark}`)
  expect(withoutTowers(`👩${'\u200d'.repeat(9_000)}👧`)).toBe(`👩${'\u200d'.repeat(mostMarks)}👧`)
  expect(withoutTowers(`a${(mark + '\ufe0f').repeat(500)} b${mark.repeat(60)}`)).toBe(`a${(mark + '\ufe0f').repeat(mostMarks / 2)} b${mark.repeat(mostMarks)}`)
})

test('a megabyte of them is looked through at once', () => {
  const text = `a${mark.repeat(1_000_000)}`
  const before = performance.now()
  expect(withoutTowers(text)).toHaveLength(mostMarks + 1)
  expect(performance.now() - before).toBeLessThan(5_000)
})
