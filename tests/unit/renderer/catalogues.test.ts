import { describe, expect, test } from 'vitest'
import { addManyForms, type TextTree } from '../../../renderer/language/catalogue.ts'
import { english, french } from '../../../renderer/language/catalogues.ts'

/** Every text with its place: `shell.status.online`. */
function flatten(tree: TextTree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const place = path === '' ? key : `${path}.${key}`
    return typeof value === 'string' ? [[place, value] as const] : flatten(value, place)
  })
}

const englishTexts = new Map(flatten(english))
const frenchTexts = new Map(flatten(french))

function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name).toSorted()
}

/** Without what stands for itself: placeholders, tags, addresses, times and codes. */
function withoutLiterals(text: string): string {
  return text.replace(/\{\{[^}]*\}\}/g, 'X').replace(/<[^>]*>/g, '').replace(/\b\w+:\/\/\S*/g, 'X').replace(/\d:\d/g, 'X')
}

describe('the French catalogues', () => {
  test('have the keys of the English ones, and no others', () => {
    expect([...frenchTexts.keys()].toSorted()).toEqual([...englishTexts.keys()].toSorted())
  })

  test('name the same values in each text', () => {
    // A singular may leave the number out (“Un message”).
    const wrong = [...englishTexts].filter(([place, text]) => {
      const other = frenchTexts.get(place) ?? ''
      const expected = placeholders(text).filter((name) => name !== 'count')
      return JSON.stringify(expected) !== JSON.stringify(placeholders(other).filter((name) => name !== 'count'))
    })
    expect(wrong).toEqual([])
  })

  test('put a narrow no-break space before ; ! ? and a no-break space before :', () => {
    const wrong = [...frenchTexts].filter(([, text]) => /(?<!\u202F)[;!?]/.test(withoutLiterals(text).replace(/[!?](?=[!?])/g, '')) || /(?<!\u00A0):/.test(withoutLiterals(text)))
    expect(wrong).toEqual([])
  })

  test('use « guillemets » with no-break spaces inside, and curly apostrophes', () => {
    // A straight quotation mark that stands in the English text too belongs to what is to be typed, such as a query.
    const wrong = [...frenchTexts].filter(
      ([place, text]) => /«(?!\u00A0)|(?<!\u00A0)»|[“”]/.test(withoutLiterals(text)) || text.includes("'") || (text.includes('"') && englishTexts.get(place)?.includes('"') !== true)
    )
    expect(wrong).toEqual([])
  })

  test('do not leave a text of several words in English', () => {
    const same = [...frenchTexts].filter(([place, text]) => text === englishTexts.get(place) && text.split(' ').length > 3)
    expect(same).toEqual([])
  })
})

describe('all catalogues', () => {
  test('are silent in both languages or in none, and use curly apostrophes', () => {
    const halfSilent = [...englishTexts].filter(([place, text]) => (text === '') !== (frenchTexts.get(place) === ''))
    const straight = [...englishTexts, ...frenchTexts].filter(([, text]) => /[a-z]'[a-z]/i.test(text))
    expect([...halfSilent, ...straight]).toEqual([])
  })

  test('give every plural both forms', () => {
    const keys = new Set(englishTexts.keys())
    const lonely = [...keys].filter((key) => (key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other'))) || (key.endsWith('_other') && !keys.has(key.replace(/_other$/, '_one'))))
    expect(lonely).toEqual([])
  })
})

test('whole millions take the plural in French', () => {
  expect(addManyForms({ unread_one: '{{count}} non lu', unread_other: '{{count}} non lus', deep: { a_other: 'b' }, plain: 'c' })).toEqual({
    unread_one: '{{count}} non lu',
    unread_other: '{{count}} non lus',
    unread_many: '{{count}} non lus',
    deep: { a_other: 'b', a_many: 'b' },
    plain: 'c'
  })
})
