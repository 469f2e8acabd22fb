import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textToDocument } from '../../../shared/inbox/text-to-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

describe('textToDocument', () => {
  it('parts paragraphs at empty lines and keeps newlines as breaks', () => {
    expect(textToDocument('Bonjour,\nmerci !\n\nÀ bientôt')).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Bonjour,' }, { type: 'hardBreak' }, { type: 'text', text: 'merci !' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'À bientôt' }] }
      ]
    })
  })

  it('gives the same text back', () => {
    const line = fc.stringMatching(/^[a-zé!?]([a-zé !?]{0,10}[a-zé!?])?$/)
    fc.assert(
      fc.property(fc.array(fc.tuple(line, fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.map(([words, newlines]) => words + '\n'.repeat(newlines)).join('').trim()
        expect(documentToText(textToDocument(text))).toBe(text)
      })
    )
  })
})
