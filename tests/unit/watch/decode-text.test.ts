import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../electron/engine/watch/decode-text.ts'

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => (letter === '€' ? 0x80 : letter === '’' ? 0x92 : letter.charCodeAt(0)))
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, bigEndian: boolean): Uint8Array => Uint8Array.from([...text].flatMap((letter) => {
  const code = letter.charCodeAt(0)
  return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8]
}))
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))
const xml = (encoding: string, text: string): string => `<?xml version="1.0" encoding="${encoding}"?><t>${text}</t>`

describe('decodeText', () => {
  const text = 'L’été à 5 €'
  it.each([
    ['plain UTF-8', utf8(text), null],
    ['UTF-8 with a mark', join(Uint8Array.of(0xef, 0xbb, 0xbf), utf8(text)), 'text/xml; charset=iso-8859-1'],
    ['UTF-16 with a mark, little end first', join(Uint8Array.of(0xff, 0xfe), utf16(text, false)), null],
    ['UTF-16 with a mark, big end first', join(Uint8Array.of(0xfe, 0xff), utf16(text, true)), null],
    ['UTF-16 without a mark', utf16(`<t>${text}</t>`, false), null],
    ['UTF-16 without a mark, big end first', utf16(`<t>${text}</t>`, true), null],
    ['Windows-1252 by the header', latin(text), 'text/xml; charset="windows-1252"'],
    ['Latin-1 by the header, which means Windows-1252', latin(text), 'text/xml;charset=ISO-8859-1'],
    ['Latin-1 by the prolog', latin(xml('iso-8859-1', text)), 'application/xml'],
    ['Latin-1 by the meta element', latin(`<html><meta charset=latin1>${text}`), 'text/html'],
    ['Latin-1 by an older meta element', latin(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">${text}`), null],
    ['Windows-1252 that nobody declares', latin(text), null],
    ['Windows-1252 declared as UTF-8', latin(xml('utf-8', text)), 'text/xml; charset=utf-8'],
    ['UTF-8 declared as Latin-1', utf8(xml('iso-8859-1', text)), 'text/xml; charset=iso-8859-1'],
    ['an encoding that does not exist', utf8(xml('klingon', text)), 'text/xml; charset=none-such'],
    ['single bytes that call themselves UTF-16', utf8(xml('utf-16', text)), null]
  ])('reads %s', (_, bytes, contentType) => {
    expect(decodeText(bytes, contentType)).toContain(text)
  })

  it('takes the header’s word before the prolog’s', () => {
    expect(decodeText(Uint8Array.of(...latin('<?xml encoding="iso-8859-1"?>'), 0xcf), 'text/xml; charset=windows-1251')).toContain('П')
  })

  it('keeps a UTF-8 text in which one character is damaged', () => {
    const damaged = join(utf8('Un été à la mer, '), Uint8Array.of(0xc3, 0x28), utf8(' déjà passé'))
    expect(decodeText(damaged)).toContain('Un été à la mer')
    expect(decodeText(damaged)).toContain('déjà passé')
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, type) => {
      expect(typeof decodeText(bytes, type)).toBe('string')
    }))
  })
})
