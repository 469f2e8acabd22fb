import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findWords } from '../../../shared/spelling/find-words.ts'

const words = (text: string) => findWords(text).map(({ word }) => word)

describe('the words a dictionary can judge', () => {
  it('keep their elisions, apostrophes and hyphens', () => {
    expect(words('L’arbre d\'Élise, aujourd’hui : rendez-vous, va-t-il ? Don’t. «\u00A0Qu’ils\u00A0»')).toEqual(['L’arbre', 'd\'Élise', 'aujourd’hui', 'rendez-vous', 'va-t-il', 'Don’t', 'Qu’ils'])
    expect(words('fin- -début l’ ’quoi’ a')).toEqual(['fin', 'début', 'quoi'])
  })

  it('are no mentions, tags, links, addresses, variables, emoji by name or paths', () => {
    expect(words('@lea.bsky.social @léa_b @lea@mastodon.social #MaréeHaute #été ＃tag https://exampel.org/abcd exampel.com www.exampel.org/ab lea@exampel.org {lien} {clinet} :tadaa: C:\\temp et/ou oui')).toEqual(['oui'])
  })

  it('are no acronyms, numbers, names with a way of their own, drawn out cries, or other scripts', () => {
    expect(words('RGPD l’UNESCO BTS 20h30 3e COVID19 iPhone LinkedIn YouTube Merciiii soooo 東京 привет 𝗴𝗿𝗮𝘁𝘂𝗶𝘁 snake_case CDs')).toEqual([])
    expect(words('NOUVEAUTE Nantes')).toEqual(['NOUVEAUTE', 'Nantes'])
  })

  it('are no inclusive forms, whichever point is used', () => {
    expect(words('les étudiant·e·s et les abonné.e.s, chaque acteur.rice, client(e)s, salarié•es. Les autres')).toEqual(['les', 'et', 'les', 'chaque', 'Les', 'autres'])
  })

  it.each(['x', 'a-', '1', 'É', 'a.', 'a_', 'e\u0301', 'a/'])('are found in a moment in a key without end, pasted by mistake: %s', (sign) => {
    // From each of its characters to the end: a minute and more.
    expect(words(`${sign.repeat(200_000)} marée`)).toContain('marée')
  }, 4_000)

  it('are composed where another system took them apart, and stand where they stand', () => {
    const text = 'un e\u0301te\u0301 ici'
    expect(words(text)).toEqual(['un', 'été', 'ici'])
    expect(findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(['un', 'e\u0301te\u0301', 'ici'])
  })

  it('come in order and stand within any text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('l’été', '@lea', '#tag', '{lien}', 'https://a.b', 'a.e.s', ':ok:', '\uFFFC', 'e\u0301', '\n'), fc.string({ unit: 'grapheme' })), { maxLength: 30 }).map((all) => all.join(' ')), (text) => {
        let last = 0
        for (const { start, end, word } of findWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end).normalize('NFC').replaceAll('ʼ', '’')).toBe(word)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      })
    )
  })
})
