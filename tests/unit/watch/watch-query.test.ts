import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexText, matchesWatchQuery } from '../../../shared/watch/match-watch-rule.ts'
import { parseWatchQuery } from '../../../shared/watch/parse-watch-query.ts'
import type { WatchQuery } from '../../../shared/watch/watch-query.ts'

function matches(query: string, ...parts: string[]): boolean {
  const parsed = parseWatchQuery(query)
  if (!parsed.ok) throw new Error(`${query}: ${parsed.problem} at ${parsed.position}`)
  return matchesWatchQuery(parsed.query, indexText(parts))
}

const meanings = [
  // words
  ['vigie', 'La Vigie a vu', true],
  ['vigie', 'Les vigies', false],
  ['boulangerie lyon', 'Une boulangerie à Lyon', true],
  ['boulangerie lyon', 'Une boulangerie à Paris', false],
  // accents, case, ligatures
  ['ete', "C'est l'été", true],
  ['ÉTÉ', 'en ete', true],
  ['coeur', 'Le cœur', true],
  ['œuvre', 'oeuvre', true],
  ['strasse', 'Straße', true],
  // elisions
  ["l'eau", 'eau de source', true],
  ['eau', 'l’eau de source', true],
  ["l'eau", "Verre d'eau", true],
  ['"verre eau"', "un verre d'eau", true],
  ["aujourd'hui", "c'est aujourd’hui", true],
  ['hui', "aujourd'hui", true],
  ["d'Artagnan", "L'Artagnan", true],
  ['elle', "Qu'elle vienne", true],
  // phrases
  ['"prix libre"', 'à prix libre !', true],
  ['"prix libre"', 'libre de prix', false],
  ['« prix libre »', 'À prix-libre', true],
  ['“prix libre”', 'prix, libre', true],
  ['prix-libre', 'prix libre', true],
  // prefixes
  ['boulang*', 'les boulangeries', true],
  ['boulang*', 'le boulevard', false],
  ['"petite boulang*"', 'la petite boulangerie', true],
  ['"petite boulang"*', 'la petite boulangerie', true],
  ['"petite boulang*"', 'la petite ville boulangère', false],
  // operators
  ['pain OR croissant', 'un croissant', true],
  ['pain OU croissant', 'un croissant', true],
  ['pain ET croissant', 'un croissant', false],
  ['pain SAUF croissant', 'du pain et un croissant', false],
  ['pain ou croissant', 'un croissant', false],
  ['pain AND croissant', 'un croissant', false],
  ['pain -croissant', 'pain et croissant', false],
  ['pain -croissant', 'pain seul', true],
  ['pain NOT (croissant OR brioche)', 'pain et brioche', false],
  ['NOT pain', 'brioche', true],
  ['NOT NOT pain', 'pain', true],
  ['-"pain complet"', 'pain complet', false],
  ['a OR b c', 'a', true],
  ['(a OR b) c', 'a', false],
  ['(a OR b) c', 'b c', true],
  ['pain and croissant', 'pain croissant', false],
  // characters that mean nothing
  ['#vigie', 'voyez #vigie', true],
  ['@lea', 'par lea', true],
  ['rock’n’roll', "du rock'n'roll", true],
  // scripts without spaces
  ['日本', '私は日本語を話す', true],
  ['日語', '私は日本語を話す', false]
] as const

const mistakes = [
  ['', 'term_missing', 0],
  ['   ', 'term_missing', 3],
  ['pain "prix', 'unclosed_quote', 5],
  ['pain (prix', 'unclosed_parenthesis', 5],
  ['(pain OR (prix)', 'unclosed_parenthesis', 0],
  ['pain)', 'unexpected_parenthesis', 4],
  [')', 'unexpected_parenthesis', 0],
  ['pain OR', 'term_missing', 7],
  ['pain OR )', 'term_missing', 8],
  ['()', 'term_missing', 1],
  ['AND pain', 'term_missing', 0],
  ['pain NOT', 'term_missing', 8],
  ['pain ""', 'no_letters', 5],
  ['pain - prix', 'no_letters', 5],
  ['🎉', 'no_letters', 0],
  ['*', 'no_letters', 0],
  ['p*in', 'star_inside', 0],
  ['"prix* libre"', 'star_inside', 0],
  ['*pain', 'star_inside', 0]
] as const

describe('a watch query', () => {
  it.each(meanings)('%s in «%s»: %s', (query, text, expected) => {
    expect(matches(query, text)).toBe(expected)
  })

  it('looks into all parts, but lets no phrase reach from one into the next', () => {
    expect(matches('prix libre', 'Le prix', 'libre')).toBe(true)
    expect(matches('"prix libre"', 'Le prix', 'libre')).toBe(false)
  })

  it.each(mistakes)('%j is unreadable: %s at %i', (query, problem, position) => {
    expect(parseWatchQuery(query)).toEqual({ ok: false, problem, position })
  })
})

const vocabulary = ['pain', 'été', 'œuf', 'sel', 'eau']
const wordsQuery = fc.record({ kind: fc.constant('words' as const), words: fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 2 }), isPrefix: fc.boolean() })
const anyQuery = fc.letrec<{ query: WatchQuery }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    wordsQuery,
    fc.record({ kind: fc.constant('not' as const), query: tie('query') }),
    fc.record({ kind: fc.constantFrom('all' as const, 'any' as const), queries: fc.array(tie('query'), { minLength: 2, maxLength: 3 }) })
  )
})).query

function print(query: WatchQuery): string {
  switch (query.kind) {
    case 'words':
      return `"${query.words.join(' ')}${query.isPrefix ? '*' : ''}"`
    case 'not':
      return `-${print(query.query)}`
    case 'all':
      return `(${query.queries.map(print).join(' ')})`
    case 'any':
      return `(${query.queries.map(print).join(' OR ')})`
  }
}

describe('for any query', () => {
  it('reading what was printed means the same', () => {
    fc.assert(
      fc.property(anyQuery, fc.array(fc.constantFrom(...vocabulary, 'painmain', 'autre'), { maxLength: 8 }), (query, words) => {
        const parsed = parseWatchQuery(print(query))
        const text = indexText([words.join(' ')])
        expect(parsed.ok && matchesWatchQuery(parsed.query, text)).toBe(evaluate(query, words))
      }),
      { numRuns: 500 }
    )
  })

  it('any text is read or refused with a place inside it, never a crash', () => {
    const piece = fc.constantFrom('(', ')', '"', '«', '»', '-', '*', ' ', 'AND', 'OR', 'NOT', 'eau', "l'", 'é', '🎉')
    fc.assert(
      fc.property(fc.oneof(fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')), fc.string({ unit: 'binary', maxLength: 30 })), (text) => {
        const parsed = parseWatchQuery(text)
        expect(parsed.ok || (parsed.position >= 0 && parsed.position <= text.length)).toBe(true)
      }),
      { numRuns: 1_000 }
    )
  })

  it('case and accents of query and text do not matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const parsed = parseWatchQuery('eau OR été')
        if (!parsed.ok) throw new Error('unreadable')
        const asIs = matchesWatchQuery(parsed.query, indexText([`${text} été`]))
        expect(asIs).toBe(matchesWatchQuery(parsed.query, indexText([`${text} ÉTÉ`])))
      })
    )
  })

  function evaluate(query: WatchQuery, words: readonly string[]): boolean {
    const folded = words.map((word) => word.replaceAll('é', 'e').replaceAll('œ', 'oe'))
    switch (query.kind) {
      case 'words': {
        const wanted = query.words.map((word) => word.replaceAll('é', 'e').replaceAll('œ', 'oe'))
        return folded.some((_, from) =>
          wanted.every((word, index) => {
            const there = folded[from + index]
            return query.isPrefix && index === wanted.length - 1 ? (there?.startsWith(word) ?? false) : there === word
          })
        )
      }
      case 'not':
        return !evaluate(query.query, words)
      case 'all':
        return query.queries.every((each) => evaluate(each, words))
      case 'any':
        return query.queries.some((each) => evaluate(each, words))
    }
  }
})
