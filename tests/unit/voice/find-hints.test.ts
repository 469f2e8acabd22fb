import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findEmoji } from '../../../shared/voice/find-emoji.ts'
import { findTextHints, findWordHints } from '../../../shared/voice/find-hints.ts'
import { defaultVoice, type Voice } from '../../../shared/voice/voice.ts'

const wordsOf = (text: string, changes: Partial<Voice> = {}, language: 'en' | 'fr' = 'fr') => findWordHints(text, { ...defaultVoice, ...changes }, language).map(({ kind, words }) => [kind, words])
const textHints = (text: string, changes: Partial<Voice> = {}) => findTextHints(text, { ...defaultVoice, ...changes }).map(({ kind, words }) => [kind, words])

describe('hints where they stand', () => {
  it('name forbidden words in any case and with any accents, as whole words, phrases too', () => {
    const forbidden = ['pas cher', 'génial', 'deal']
    expect(wordsOf('GENIAL, et pas\ncher ! L’idéal est l’été.', { forbidden })).toEqual([['forbidden', 'GENIAL'], ['forbidden', 'pas\ncher']])
    expect(wordsOf('Un deal, deux DEAL', { forbidden })).toHaveLength(2)
  })

  it.each([
    ['gratuit', 'Gratuits, gratuite et GRATUITES', 3],
    ['promotionnel', 'une offre promotionnelle', 1],
    ['commercial', 'des gestes commerciaux, une offre commerciale', 2],
    ['exclusif', 'une vente exclusive', 1],
    ['pas cher', 'des robes pas chères, pas chers du tout', 2],
    ['free gift', 'two free gifts', 1],
    ['cart', 'la carte', 0],
    ['deal', 'l’idéal, dealer', 0],
    ['gratuit', 'gratuitement', 0]
  ])('take « %s » in another number or gender for the same', (word, text, count) => {
    expect(wordsOf(text, { forbidden: [word] })).toHaveLength(count)
  })

  it('tell tu from vous in French alone', () => {
    expect(wordsOf('Venez avec votre sac, on vous attend', { address: 'tu' })).toEqual([['address', 'votre'], ['address', 'vous']])
    expect(wordsOf('Tu viens ? On t’attend avec ta sœur', { address: 'vous' })).toEqual([['address', 'Tu'], ['address', 't’'], ['address', 'ta']])
    expect(wordsOf('The ton of tes is not French, and this is your text', { address: 'vous' }, 'en')).toEqual([])
    expect(wordsOf('Est-ce que tu-tu y est ? Le tuyau, le bouton, toit', { address: 'vous' })).toEqual([['address', 'tu']])
  })

  it('count the words of a sentence', () => {
    const long = 'Un deux trois quatre cinq six sept.'
    expect(wordsOf(`Court. ${long} Court.`, { maxSentenceWords: 6 })).toEqual([['sentence', long]])
    expect(wordsOf(long, { maxSentenceWords: 7 })).toEqual([])
  })

  it('see walls of emoji, long hashtags in small letters and letters that are none', () => {
    expect(wordsOf('Oui 🎉🎉 🎉 🎉 !')).toEqual([['emoji_wall', '🎉🎉 🎉 🎉']])
    expect(wordsOf('Oui 🎉 et 🎉 et 🎉 et 🎉')).toEqual([])
    expect(wordsOf('#marchedenoeldenantes #MarcheDeNoelDeNantes #nantes #2026 #grandemareedusamedi2026')).toEqual([['hashtag', '#marchedenoeldenantes']])
    expect(wordsOf('C’est 𝗴𝗿𝗮𝘁𝘂𝗶𝘁 aujourd’hui, ℝ est un corps')).toEqual([['fake_letters', '𝗴𝗿𝗮𝘁𝘂𝗶𝘁']])
  })

  it('stand where the text says the words, whatever the text', () => {
    const voice = { ...defaultVoice, forbidden: ['a', 'bé', 'c d'], address: 'vous', maxSentenceWords: 5 } as const satisfies Voice
    const pieces = fc.constantFrom('a', 'BÉ', 'be\u0301', 'c d', 'tu', '🎉', '👩‍👩‍👧', '\n', ' ', '.', '𝗴𝗿', '#abcdefghijklmnop', 'œ')
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), { maxLength: 30 }).map((all) => all.join(' ')), (text) => {
        for (const { range, words } of findWordHints(text, voice, 'fr')) expect(text.slice(range?.start, range?.end)).toBe(words)
      })
    )
  })
})

describe('hints at a whole text', () => {
  it('miss required words, and count emoji against their budget', () => {
    expect(textHints('La Marée Haute, rue Foch 🎉🎉', { required: ['la maree haute', 'Nantes'], maxEmoji: 1 })).toEqual([['required', 'Nantes'], ['emoji_budget', '']])
    expect(textHints('', { required: ['Nantes'] })).toEqual([])
  })

  it('miss a mark of what is paid for, and take no word for a mark that only begins like one', () => {
    expect(textHints('Partenariat avec une marque que j’aime')).toEqual([['disclosure', 'partenariat']])
    expect(textHints('Partenariat avec #adidas')).toEqual([['disclosure', 'partenariat']])
    for (const mark of ['#ad', '#AD', '#publicite', 'COLLABORATION COMMERCIALE']) expect(textHints(`Code promo MER10 ${mark}.`)).toEqual([])
    expect(textHints('Le partenariatisme n’existe pas')).toEqual([])
  })
})

it('counts emoji as people see them', () => {
  const seen = (text: string) => findEmoji(text).map(({ start, end }) => text.slice(start, end))
  expect(seen('👩‍👩‍👧‍👦 🇫🇷🇧🇪 1️⃣ ❤️ 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿')).toEqual(['👩‍👩‍👧‍👦', '🇫🇷', '🇧🇪', '1️⃣', '❤️', '👍🏽', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'])
  expect(seen('© 2026 ™ 5 # * ↔')).toEqual([])
})
