import { openDatabase } from '../../../electron/engine/database/open-database.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearchText } from '../../../shared/inbox/parse-search-text.ts'

describe('parseSearchText', () => {
  it.each([
    ['merci', '"merci"*'],
    ['merci ', '"merci"'],
    ['merci beaucoup', '"merci" "beaucoup"*'],
    ['"bonne journée" léa', '"bonne journée" "léa"*'],
    ['« bonne journée » léa', '"bonne journée" "léa"*'],
    ['"bonne jour', '"bonne jour"*'],
    ['"bonne journée"', '"bonne journée"'],
    ["l'eau", '"l\'eau"*'],
    ["l'e", '"l\'e"'],
    ['a', '"a"'],
    ['prix: 12', '"prix:" "12"*'],
    ['chien AND chat', '"chien" "AND" "chat"*'],
    ['mot* (autre) -non ^début', '"mot*" "(autre)" "-non" "^début"*'],
    ['@lea@social.example', '"@lea@social.example"*']
  ])('reads %s', (text, query) => {
    expect(parseSearchText(text)).toBe(query)
  })

  it.each([
    ['galettes', '("galettes"* OR "galette")'],
    ['gâteaux rois', '("gâteaux" OR "gâteau") AND "rois"*'],
    ['"galettes"', '"galettes"'],
    ['prix', '"prix"*'],
    ['l’eau', '"l’eau"*']
  ])('lets a plural find its singular where it is told to: %s', (text, query) => {
    expect(parseSearchText(text, 'numbers')).toBe(query)
    expect(parseSearchText(text)).not.toContain(' OR ')
  })

  it.each(['', '   ', '"', '""', '🎉', '* - ( )', '«»'])('finds nothing to look for in %j', (text) => {
    expect(parseSearchText(text)).toBeNull()
  })

  it('takes only the first words of a pasted page', () => {
    expect(parseSearchText('mot '.repeat(500))?.split(' ')).toHaveLength(12)
  })

  it('is never misread by the index, whatever is typed', () => {
    const database = openDatabase(':memory:')
    database.exec(`CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`)
    const find = database.prepare('SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 5')
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.constantFrom('"', "'", '*', '(', ')', 'AND', 'OR', 'chiens', 'jeux', 'NOT', 'NEAR', '^', ':', '-', '{', '}', ' ', 'a', 'été', 'text', '«', '\0', '\\'), { maxLength: 12 }).map((parts) => parts.join(''))
    )
    fc.assert(
      fc.property(typed, (text) => {
        for (const query of [parseSearchText(text), parseSearchText(text, 'numbers')]) expect(() => query === null || find.all(query)).not.toThrow()
      }),
      { numRuns: 500 }
    )
    database.close()
  })

  it('finds a message by any of its words, and by the beginning of the last', () => {
    const database = openDatabase(':memory:')
    database.exec(`CREATE VIRTUAL TABLE words USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')`)
    database.prepare('INSERT INTO words (rowid, text) VALUES (1, ?)').run("L'été à Besançon : du café glacé, s'il vous plaît !")
    const find = (text: string): unknown[] => database.prepare('SELECT rowid FROM words WHERE words MATCH ?').all(parseSearchText(text))
    for (const text of ['ete', 'BESANCON', 'café gla', 'cafe glace', '"cafe glacé"', "l'ete", "s'il vous pl", 'besan']) expect(find(text), text).toHaveLength(1)
    const findAny = (text: string): unknown[] => database.prepare('SELECT rowid FROM words WHERE words MATCH ?').all(parseSearchText(text, 'numbers'))
    for (const text of ['cafés', 'CAFÉS glacés', 'cafe\u0301s', 'cafés Besançon']) expect(findAny(text), text).toHaveLength(1)
    for (const text of ['étés', '"cafés"']) expect(findAny(text), text).toHaveLength(0)
    for (const text of ['cafés', 'thé', '"glacé café"', 'caf glacé', 'gla café ']) expect(find(text), text).toHaveLength(0)
    database.close()
  })
})
