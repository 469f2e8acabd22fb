import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textRuleFor } from '../../../shared/networks/assisted-limits.ts'
import { assistedIds } from '../../../shared/networks/assisted-networks.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../../shared/networks/network-id.ts'
import { countText, countWhole } from '../../../shared/text/count-text.ts'
import { createLineCounter } from '../../../shared/text/count-lines.ts'

const rules = [
  ...networkIds.filter((id) => id !== 'assisted').map((id) => ({ name: id as string, rule: capabilitiesOf(id).text })),
  ...assistedIds.map((id) => ({ name: `assisted ${id}`, rule: textRuleFor({ networkId: 'assisted', remoteId: id }, capabilitiesOf('assisted')) }))
]

/** What people and machines write that some network counts otherwise than by its letters, whole and in halves that only become it when they meet. */
const pieces = fc.oneof(
  fc.constantFrom(
    'https://exemple.fr/une/page?x=1', 'https://', 'exemple.fr', '.fr/a', 'voir ', '(', ')', '@lea@mastodon.example', '@lea', '@mastodon.example', '#marée', '#', 'a', 'é', 'e', '\u0301', ' ', '\u00A0', '日本', '한', '\u1112\u1161', '\u11AB',
    '👨‍👩‍👧‍👦', '👍', '🏽', '\u200D', '\uFE0F', '\u20E3', '1', '🇫🇷', '🇫', '❤', '©', '\uD83D', '\uDC4D', '\uFEFF', '\u200E', '\u2028', '\n', '\n\n', '\n', '\r\n', '\r', '{lien}', 'x.com', 't.co/abc', '.', ',', '»'
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 })
)

interface Edit {
  readonly at: number
  readonly drop: number
  readonly put: readonly string[]
}

const edits = fc.array(fc.record<Edit>({ at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat({ max: 6 }), put: fc.array(pieces, { maxLength: 3 }) }), { minLength: 1, maxLength: 12 })

function edited(text: string, { at, drop, put }: Edit): string {
  const place = Math.round(at * text.length)
  return text.slice(0, place) + put.join('') + text.slice(place + drop)
}

describe('counting with what is known of a text’s lines', () => {
  it.each(rules)('says after each of any edits what counting from nothing says: $name', ({ rule }) => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), edits, fc.constantFrom(null, 7, 23), (start, sequence, perUrl) => {
        let text = start.join('')
        for (const edit of sequence) {
          text = edited(text, edit)
          const counting = { unit: rule.unit, perUrl: perUrl ?? rule.charactersPerUrl.value, localMentions: rule.remoteMentionCountsLocalPartOnly }
          expect(countText(text, rule, { maxCharacters: null, charactersPerUrl: perUrl }).count).toBe(countWhole(text, counting))
        }
      }),
      { numRuns: 60 }
    )
  })

  it('counts a line that it knows no second time, and forgets the oldest of very many', () => {
    let asked = 0
    const counter = createLineCounter((line) => {
      asked += 1
      return line.length
    })
    const lines = (from: number, count: number): string => Array.from({ length: count }, (_, place) => `line ${String(from + place)}`).join('\n')
    asked = 0
    expect(counter.count(lines(0, 300))).toBe(lines(0, 300).length)
    expect(asked).toBe(300)
    expect(counter.count(`${lines(0, 300)}!`)).toBe(lines(0, 300).length + 1)
    expect(asked).toBe(301)
    counter.count(lines(1_000, 2_000))
    asked = 0
    expect(counter.count(lines(0, 300))).toBe(lines(0, 300).length)
    expect(asked).toBe(300)
    // What is very long is not kept.
    expect(counter.count('x'.repeat(5_000))).toBe(5_000)
    expect(counter.count('x'.repeat(5_000))).toBe(5_000)
    expect(asked).toBe(302)
  })
})
