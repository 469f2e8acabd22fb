import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { typeInFrench } from '../../../shared/text/french-typing.ts'

/** Types a text key by key, as the editor does. */
function typed(keys: string): string {
  let text = ''
  for (const key of keys) {
    const change = typeInFrench(text, key)
    text = change === null ? text + key : text.slice(0, text.length - change.drop) + change.insert
  }
  return text
}

describe('French as it is typed', () => {
  it.each([
    ['Bonjour !', 'Bonjour\u202F!'],
    ['Bonjour!', 'Bonjour\u202F!'],
    ['Vraiment ?!', 'Vraiment\u202F?!'],
    ['Oh !!!', 'Oh\u202F!!!'],
    ['oui ; non', 'oui\u202F; non'],
    ['Horaires : 9 h', 'Horaires\u00A0: 9 h'],
    ['Ouvert a 12:30', 'Ouvert a 12:30'],
    ['Merci :)', 'Merci\u00A0:)'],
    ["L'été d'Anne", 'L’été d’Anne'],
    ['Il dit "bonjour" et part', 'Il dit «\u00A0bonjour\u00A0» et part'],
    ['"Un" et "deux"', '«\u00A0Un\u00A0» et «\u00A0deux\u00A0»'],
    ['un écran de 24"', 'un écran de 24"'],
    ['Alors...', 'Alors…'],
    ['Alors.... ', 'Alors…. '],
    ['20 % !', '20 %\u202F!'],
    ['dit « oui »!', 'dit « oui »\u202F!']
  ])('%s', (keys, text) => {
    expect(typed(keys)).toBe(text)
  })

  it.each(['https://exemple.fr/a?b=c;d', 'https://exemple.fr/l\'ete', 'www.exemple.fr?x', 'exemple.fr?x', '@lea?', '#quoi?', 'a=b;', '?', '!', ' !', ': '])('leaves %s as it is typed', (keys) => {
    expect(typed(keys)).toBe(keys)
  })

  it('never loses or adds anything but spaces, marks of quotation, apostrophes and ellipses', () => {
    const plain = (text: string): string => text.replaceAll(/[\s\u00A0\u202F]/gu, '').replaceAll(/[«»]/g, '"').replaceAll('’', "'").replaceAll('…', '...')
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ab é.!?;:\'"1/«»@#-'.split(''))).map((keys) => keys.join('')), (keys) => {
        expect(plain(typed(keys))).toBe(plain(keys))
      })
    )
  })
})
