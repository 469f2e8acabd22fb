import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinThread, numberThread, splitAndNumber, splitThread, withoutNumbers } from '../../../shared/posts/split-thread.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'
import { countGraphemes } from '../../../shared/text/graphemes.ts'
import { anyDocument } from '../../support/any-document.ts'

const written = (...paragraphs: string[]): RichDocument => ({ type: 'doc', content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })
const within = (most: number) => (document: RichDocument) => countGraphemes(documentToText(document)) <= most
const textsOf = (parts: readonly RichDocument[]): readonly string[] => parts.map(documentToText)
/** A space at the end of a paragraph is nothing that anybody sees. */
const asSeen = (document: RichDocument): string => documentToText(document).replaceAll(/[ \t]+(?=\n|$)/g, '').replaceAll(/\n{3,}/g, '\n\n').replaceAll(/ {2,}/g, ' ').trim()

describe('a text in parts', () => {
  it('is cut between paragraphs, then sentences, and between words only in a sentence that is too long alone', () => {
    expect(textsOf(splitThread(written('Un.', 'Deux.', 'Trois.'), within(12)))).toEqual(['Un.\n\nDeux.', 'Trois.'])
    expect(textsOf(splitThread(written('La mer monte. On ferme à midi. À demain\u202f!'), within(20)))).toEqual(['La mer monte.', 'On ferme à midi.', 'À demain\u202f!'])
    expect(textsOf(splitThread(written('un deux trois quatre cinq'), within(10)))).toEqual(['un deux', 'trois', 'quatre', 'cinq'])
  })

  it('stays whole where it fits, and where it cannot be cut', () => {
    expect(splitThread(written('court'), within(20))).toEqual([written('court')])
    expect(textsOf(splitThread(written('https://exemple.fr/une/tres/longue/adresse'), within(10)))).toEqual(['https://exemple.fr/une/tres/longue/adresse'])
  })

  it('cuts neither behind M. nor within the name of somebody', () => {
    expect(textsOf(splitThread(written('Merci à M. Dupont. Il vient.'), within(22)))).toEqual(['Merci à M. Dupont.', 'Il vient.'])
    const named: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Avec ' }, { type: 'text', text: '@Lea Le Goff', marks: [{ type: 'mention', attrs: { personId: 'p', name: 'Lea Le Goff', handles: {} } }] }, { type: 'text', text: ' ce soir' }] }] }
    expect(textsOf(splitThread(named, within(14)))).toEqual(['Avec', '@Lea Le Goff', 'ce soir'])
  })

  it('has room for its numbers, and loses them when it is joined', () => {
    const text = written('La mer monte. On ferme à midi. À demain\u202f!')
    const parts = splitAndNumber(text, within(22))
    expect(textsOf(parts)).toEqual(['La mer monte. \n\n1/3', 'On ferme à midi. \n\n2/3', 'À demain\u202f!\n\n3/3'])
    expect(parts.every(within(22))).toBe(true)
    expect(joinThread(parts)).toEqual(text)
    expect(textsOf(numberThread(parts.slice(0, 2)))).toEqual(['La mer monte. \n\n1/3\n\n1/2', 'On ferme à midi. \n\n2/3\n\n2/2'])
    expect(withoutNumbers([written('1/2'), written('deux')])).toEqual([written('1/2'), written('deux')])
  })

  it('gives the text back when it is joined, whatever it says and however short the parts are', () => {
    fc.assert(
      fc.property(anyDocument(6), fc.integer({ min: 3, max: 120 }), fc.boolean(), (document, most, isNumbered) => {
        const parts = isNumbered ? splitAndNumber(document, within(most)) : splitThread(document, within(most))
        expect(asSeen(joinThread(parts))).toBe(asSeen(document))
      }),
      { numRuns: 500 }
    )
  })

  it('takes the space at the end of a link for no link of its own', () => {
    const marks = [{ type: 'link' as const, attrs: { href: 'https://exemple.fr/une/page' } }]
    const linked: RichDocument = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks }, { type: 'text', text: ' ', marks }] }, { type: 'paragraph', content: [{ type: 'text', text: 'a' }] }] }
    expect(asSeen(joinThread(splitThread(linked, within(3))))).toBe(asSeen(linked))
  })

  it('fits in every part, but for what cannot be cut', () => {
    const word = fc.stringMatching(/^[a-zé]{1,9}[.!?,]?$/)
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: 20, max: 200 }), fc.boolean(), (paragraphs, most, isNumbered) => {
        const document = written(...paragraphs.map((words) => words.join(' ')))
        const parts = isNumbered ? splitAndNumber(document, within(most)) : splitThread(document, within(most))
        expect(parts.map((part) => within(most)(part))).toEqual(parts.map(() => true))
      }),
      { numRuns: 500 }
    )
  })
})
