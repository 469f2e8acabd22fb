import { describe, expect, it } from 'vitest'
import { textBegun, withoutTextsFor, withoutTextsSent, withTextBegun } from '../../../renderer/features/published/begun-edits.ts'
import { emptyDocument } from '../../../shared/posts/rich-document.ts'

const text = (title: string) => ({ title, document: emptyDocument })
const begun = withTextBegun(withTextBegun(null, ['a', 'b'], text('Both')), ['c'], text('Alone'))

describe('words that were begun for what is out', () => {
  it('are found by any of their parts, and end with the last of them', () => {
    expect([textBegun(begun, ['b'])?.title, textBegun(begun, ['c'])?.title, textBegun(begun, ['d'])]).toEqual(['Both', 'Alone', null])
    expect(withTextBegun(withTextBegun(begun, ['a', 'b'], null), ['c'], null)).toBeNull()
  })

  it('stay where no part of theirs was sent', () => {
    expect(withoutTextsFor(begun, ['a'])?.texts.map(({ title }) => title)).toEqual(['Alone'])
    expect(withoutTextsFor(begun, ['a', 'c'])).toBeNull()
  })

  it('stay as long as one of their parts was refused', () => {
    expect(withoutTextsSent(begun, ['a', 'c'])?.texts.map(({ title }) => title)).toEqual(['Both'])
    expect(withoutTextsSent(begun, ['a', 'b', 'c'])).toBeNull()
    expect(withoutTextsSent(null, ['a'])).toBeNull()
  })
})
