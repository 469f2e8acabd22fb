// @vitest-environment happy-dom
import { getSchema } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { describe, expect, test } from 'vitest'
import { plainTextSlice } from '../../../renderer/features/composer/editor/paste/plain-text-slice.ts'

const schema = getSchema([StarterKit])
const paragraphsOf = (text: string): readonly string[] => plainTextSlice(schema, text, []).content.content.map((block) => block.textBetween(0, block.content.size, '', '\n'))

describe('plainTextSlice', () => {
  test.each([
    ['one', ['one']],
    ['one\ntwo\n\nthree', ['one\ntwo', 'three']],
    ['one\r\ntwo\r\n \t\r\n\r\nthree\r\n', ['one\ntwo', 'three']],
    ['one\rtwo', ['one\ntwo']],
    ['one\u2028two\u2029three', ['one\ntwo', 'three']],
    ['in\u00ADvisi\u200Bble \u{1F469}\u200D\u{1F33E}', ['invisible \u{1F469}\u200D\u{1F33E}']],
    ['\n', ['']]
  ])('%j', (text, paragraphs) => {
    expect(paragraphsOf(text)).toEqual(paragraphs)
  })
})
