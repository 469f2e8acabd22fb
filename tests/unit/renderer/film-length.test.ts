import { expect, test } from 'vitest'
import { filmLength } from '../../../renderer/language/film-length.ts'

test.each([[300, '0:01'], [7000, '0:07'], [59_600, '1:00'], [760_000, '12:40'], [3_723_000, '1:02:03']])('%d ms last %s', (ms, text) => {
  expect(filmLength(ms)).toBe(text)
})
