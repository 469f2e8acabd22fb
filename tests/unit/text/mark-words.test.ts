import { describe, expect, it } from 'vitest'
import { soughtInSearch } from '../../../shared/inbox/parse-search-text.ts'
import { markWords, startAtFind } from '../../../shared/text/mark-words.ts'
import { soughtInQuery } from '../../../shared/watch/sought-in-query.ts'

/** Finds stand in square brackets. */
const shown = (pieces: ReturnType<typeof markWords>): string => pieces.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('')
const found = (text: string, search: string): string => shown(markWords(text, soughtInSearch(search)))
const matched = (text: string, query: string): string => shown(markWords(text, soughtInQuery(query)))

describe('marking what was searched for', () => {
  it.each([
    ['Superbe soirée, merci !', 'soiree', 'Superbe [soirée], merci !'],
    ['Superbe soire\u0301e', 'SOIRÉE ', 'Superbe [soire\u0301e]'],
    ['habitué ou habituée', 'habitu', '[habitué] ou [habituée]'],
    ['habitué et habit', 'habit ', 'habitué et [habit]'],
    ['L’eau, de l’eau', 'eau', 'L’[eau], de l’[eau]'],
    ['le prix de l’eau monte', '"prix de l\'eau"', 'le [prix de l’eau] monte'],
    ['pain, bon pain et bon vin', '"bon pain"', 'pain, [bon pain] et bon vin'],
    ['un œuf', 'oeuf', 'un [œuf]'],
    ['東京の天気', '天', '東京の[天]気'],
    ['rien à voir', 'zzz', 'rien à voir'],
    ['a b a', 'a ', '[a] b [a]'],
    ['', 'a', '']
  ])('%j for %j', (text, search, expected) => {
    expect(found(text, search)).toBe(expected)
  })

  it('keeps the whole text, whatever is marked', () => {
    const text = 'L’été — « au bord » de l’eau\n👍🏽 fin'
    for (const search of ['été', 'au bord', '👍', 'l', 'fin x ete', '"de l’eau"']) expect(markWords(text, soughtInSearch(search)).map((piece) => piece.text).join('')).toBe(text)
  })

  it('marks what a query looks for, and not what it excludes', () => {
    expect(matched('Librairie et bibliothèque, pas de kiosque', '(librair* OR "salon du livre") AND NOT kiosque')).toBe('[Librairie] et bibliothèque, pas de kiosque')
    expect(matched('Le Salon du livre', '"salon du livre"')).toBe('Le [Salon du livre]')
    expect(matched('tout', '"unclosed')).toBe('tout')
  })

  it('starts a long line shortly before the first find', () => {
    const text = 'Bonjour, je vous écris parce que ma commande du 3 novembre n’est toujours pas arrivée à Brest'
    expect(shown(startAtFind(markWords(text, soughtInSearch('brest'))))).toBe('… n’est toujours pas arrivée à [Brest]')
    expect(shown(startAtFind(markWords(text, soughtInSearch('bonjour'))))).toMatch(/^\[Bonjour\], je vous/)
    expect(shown(startAtFind(markWords(text, soughtInSearch('zzz'))))).toBe(text)
  })
})
