import { describe, expect, test } from 'vitest'
import { findSnippets } from '../../../renderer/features/snippets/find-snippets.ts'
import { fillSnippet, type SnippetFacts } from '../../../renderer/features/snippets/fill-snippet.ts'
import { toNodes } from '../../../renderer/features/snippets/insert-snippet.ts'
import type { Snippet } from '../../../shared/snippets/snippet.ts'
import { toHashtags } from '../../../shared/snippets/to-hashtags.ts'
import { findGaps, withNamesIn, withStoredNames } from '../../../shared/snippets/variables.ts'

const facts: SnippetFacts = { client: 'Maison Lune', plannedFor: '2026-12-01T18:30', today: '2026-11-21', link: 'https://news.example/a', person: null, around: '', language: 'en', locale: 'en-GB' }
const french = { ...facts, language: 'fr', locale: 'fr-FR' } as const

describe('variables', () => {
  test('are understood by the names of both languages, with capitals and spaces, and stored by one', () => {
    expect(withStoredNames('{lien} {Jour} { date } {année}')).toBe('{link} {Weekday} {date} {year}')
    expect(withNamesIn('fr', 'On {Weekday}: {link}')).toBe('On {Jour}: {lien}')
    expect(withStoredNames(withNamesIn('fr', '{client}{month}{time}{city}'))).toBe('{client}{month}{time}{city}')
  })

  test('are nothing else that stands between braces', () => {
    expect(findGaps('const {a} = {}; {{ name }} {links} { } {date')).toEqual([])
    expect(findGaps('{année} {lien\u200B} {mot\u0300}'.normalize('NFD')).map(({ variable }) => variable)).toEqual(['year', 'link'])
    expect(findGaps('see {link}!')).toEqual([{ variable: 'link', isCapital: false, start: 4, end: 10 }])
  })
})

describe('filling a snippet', () => {
  test('takes the planned time of the post, in the words of the text’s language', () => {
    expect(fillSnippet('See you on {weekday} {date} at {time} with {client}: {link}', facts)).toBe('See you on Tuesday 1 December at 18:30 with Maison Lune: https://news.example/a')
    expect(fillSnippet('{Jour} {date} à {heure}, rendez-vous chez {client}', facts)).toBe('Mardi 1er décembre à 18\u00A0h\u00A030, rendez-vous chez Maison Lune')
    expect(fillSnippet('{Month} {year}', { ...french, around: 'The shop is open' })).toBe('December 2026')
    expect(fillSnippet('{Month} {year}', french)).toBe('Décembre 2026')
  })

  test('takes the day it is where the post has no time, and leaves open what nobody knows, by the name that the studio’s language has', () => {
    const unplanned = { ...french, plannedFor: null, link: null }
    expect(fillSnippet('{date} {time} {link} {City}', unplanned)).toBe('21 novembre {heure} {lien} {Ville}')
  })

  test('names whom an answer is for, and leaves it open in a post', () => {
    expect(fillSnippet('Thank you {person}!', { ...facts, person: 'Ann Trelawny' })).toBe('Thank you Ann Trelawny!')
    expect(fillSnippet('Merci {personne} !', french)).toBe('Merci {personne} !')
  })

  test('does not fill in what a value brings with it', () => {
    expect(fillSnippet('{client} {date}', { ...facts, client: '{date}' })).toBe('{date} 1 December')
  })
})

test('makes a set of hashtags of whatever was typed, each once', () => {
  expect(toHashtags('bord-de-mer, #Été;  ete\n#NantesMaville #')).toBe('#BordDeMer #Été #NantesMaville')
  expect(toHashtags('l’été 2026 100%')).toBe('#LÉté')
  expect(toHashtags('#cafe\u0301')).toBe('#café')
  expect(toHashtags(' , # ')).toBe('')
})

test('puts one paragraph into the line and several as paragraphs, with their links', () => {
  expect(toNodes('Read https://a.example/b.')).toEqual([
    { type: 'text', text: 'Read ' },
    { type: 'text', text: 'https://a.example/b', marks: [{ type: 'link', attrs: { href: 'https://a.example/b' } }] },
    { type: 'text', text: '.' }
  ])
  expect(toNodes('One\ntwo\n\nthree')).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'One' }, { type: 'hardBreak' }, { type: 'text', text: 'two' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'three' }] }
  ])
})

test('finds by all words of name and text, names that begin so first', () => {
  const snippet = (name: string, text: string): Snippet => ({ id: name, kind: 'text', name, text, updatedAt: 0 })
  const all = [snippet('Au revoir', 'à bientôt'), snippet('Été', 'soleil'), snippet('Signature', 'l’été, à bientôt')]
  const names = (query: string): readonly string[] => findSnippets(all, query).map(({ name }) => name)
  expect(names('')).toEqual(['Au revoir', 'Été', 'Signature'])
  expect(names('ETE')).toEqual(['Été', 'Signature'])
  expect(names('ete bientot')).toEqual(['Signature'])
})
