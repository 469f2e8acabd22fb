import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findGrammar } from '../../../shared/spelling/find-grammar.ts'
import { grammarRuleIds, grammarRules } from '../../../shared/spelling/grammar-rules.ts'

const all = { languages: ['fr', 'en'], isTypographyWanted: true } as const
const finds = (text: string, options: Parameters<typeof findGrammar>[1] = all) => findGrammar(text, options).map(({ rule, words, instead }) => [rule, words, ...instead])

describe('rules that are certain', () => {
  it.each([
    ['Voici les les horaires', ['doubled_word', 'les les', 'les']],
    ['Here is the the plan', ['doubled_word', 'the the', 'the']],
    ['Une date , un lieu', ['space_before_comma', ' ,', ',']],
    ['Je peut venir', ['verb_person', 'Je peut', 'Je peux']],
    ['Tu est là', ['verb_person', 'Tu est', 'Tu es']],
    ['Alors qu’on vois la mer', ['verb_person', 'on vois', 'on voit']],
    ['Hier ils était là', ['verb_person', 'ils était', 'ils étaient']],
    ['Grâce a vous tous', ['a_accent', 'Grâce a', 'Grâce à']],
    ['Ouvert jusqu’a minuit', ['a_accent', 'jusqu’a', 'jusqu’à']],
    ['S’il y à du vent', ['a_verb', 'il y à', 'il y a']],
    ['Malgré que la mer monte', ['malgre_que', 'Malgré que', 'Bien que']],
    ['On sort malgré qu’il pleuve', ['malgre_que', 'malgré qu’', 'bien qu’']],
    ['C’est comme même beau', ['comme_meme', 'C’est comme même', 'C’est quand même']],
    ['Si j’aurais su, je serais venue', ['si_conditional', 'Si j’aurais', 'Si j’avais']],
    ['Au jour d’aujourd’hui', ['aujourdhui', 'Au jour d’aujourd’hui', 'Aujourd’hui']],
    ['Un jour, voir même deux', ['voire', 'voir même', 'voire', 'voire même']],
    ['Sa va bien', ['sa', 'Sa va', 'Ça va']],
    ['En faite, oui', ['en_fait', 'En faite', 'En fait']],
    ['Quelque soit le temps', ['quel_que_soit', 'Quelque soit', 'Quel que soit', 'Quelle que soit']],
    ['Pour pallier aux absences', ['pallier', 'pallier aux', 'pallier les']],
    ['La 1ère et la 2ème', ['ordinal', '1ère', '1re'], ['ordinal', '2ème', '2e']],
    ['On vous attend !', ['french_space', ' !', '\u202F!']],
    ['Vous venez?', ['french_space', '?', '\u202F?']],
    ['Le menu :', ['french_space', ' :', '\u00A0:']],
    ['On dit «oui» chez nous', ['french_space', '«', '«\u00A0'], ['french_space', '»', '\u00A0»']],
    ['You should of seen it', ['of_have', 'should of', 'should have']],
    ['We found a octopus in the harbour', ['a_an', 'a octopus', 'an octopus']],
    ['This is an table', ['a_an', 'an table', 'a table']],
    ['Its a good day', ['its', 'Its a', 'It’s a']],
    ['Tea rather then coffee', ['rather_than', 'rather then', 'rather than']],
    ['Oh, your welcome!', ['your_welcome', 'your welcome', 'you’re welcome']],
    ['Today i saw the sea', ['i', 'i', 'I']],
    ['Come with us !', ['english_space', ' !', '!']]
  ] as const)('%s', (text, ...expected) => {
    expect(finds(text)).toEqual(expected)
  })

  it.each([
    'Nous nous retrouvons, vous vous reposez, son son est bon, l’est est beau, prends-le le matin, en en parlant',
    'Ai-je fait une erreur\u202F? Peut-on veut dire non',
    'La grâce a touché la ville, le rapport a paru',
    'Malgré que j’en aie, malgré tout',
    'Je me demande si j’aurais aimé, et comme même les experts le disent',
    'Sa valise, la SA va bien, la suite en faite maison',
    'Venez voir même de loin, le 1er et le 2e',
    'On vous attend\u202F! Vous venez\u202F? Le menu\u00A0: «\u00A0oui\u00A0», 12:30 ;) https://example.org/?a=b;c',
    'That that is, is. The UK is a European union of sorts, a one-off, an hour, option a and option b, an LED of the year',
    'Could of course be; its own the-ory, your welcome pack is here',
    'Listen to the i (it is the newspaper), see you then'
  ])('leave alone: %s', (text) => {
    expect(finds(text)).toEqual([])
  })

  it('keep to the languages and to the typography that are wanted', () => {
    expect(finds('Je peut venir, you could of come', { languages: ['fr'], isTypographyWanted: true })).toEqual([['verb_person', 'Je peut', 'Je peux']])
    expect(finds('On vous attend !', { languages: ['fr'], isTypographyWanted: false })).toEqual([])
    expect(finds('Je peut', { languages: [], isTypographyWanted: true })).toEqual([])
  })

  it('never look into addresses, tags and mentions', () => {
    expect(finds('https://example.org/the%20the#les-les @les les, #sa va')).toEqual([])
  })

  it('mend for good: what is put there instead is objected to no more, whatever stands around it', () => {
    const pieces = fc.constantFrom('Je peut', 'les les', 'il y à', 'jusqu’a', 'Sa va', 'malgré que', '2ème', 'could of', 'Its a', ' ,', ' !', '«oui»', 'vous', 'the', 'chez', '.', 'mot', '\n')
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' ')), (text) => {
        for (const { start, end, words, instead } of findGrammar(text, all)) {
          expect(text.slice(start, end)).toBe(words)
          const mended = text.slice(0, start) + (instead[0] ?? '') + text.slice(end)
          expect(findGrammar(mended, all).some((again) => again.start === start && again.words === words)).toBe(false)
        }
      })
    )
  })

  it('all have an example above', () => {
    expect([...new Set(grammarRules.map(({ id }) => id))].toSorted()).toEqual(grammarRuleIds.toSorted())
  })
})
