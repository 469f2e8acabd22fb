import { expect, test } from 'vitest'
import { sniffForeign, sniffMedia } from '../../../shared/media/sniff-media.ts'

const ftyp = (brand: string, others = 'mif1heic'): Uint8Array => new TextEncoder().encode(`\0\0\0\u0018ftyp${brand}\0\0\0\0${others}`)

test.each([
  ['heic', ftyp('heic')], ['heic', ftyp('mif1')], ['avif', ftyp('avif')], ['avif', ftyp('mif1', 'miafavif')], ['tiff', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0])], ['tiff', Uint8Array.from([0x4d, 0x4d, 0, 0x2a, 0, 0])]
])('a picture of the kind %s is taken, to be made one that networks take, and is known by its beginning', (kind, bytes) => {
  expect([sniffMedia(bytes), sniffForeign(bytes)]).toEqual(['picture', kind])
})

test('what is kept as it is, and what nobody knows, is no such picture', () => {
  for (const bytes of [ftyp('isom'), ftyp('jxl '), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), new TextEncoder().encode('MM, a memo'), new Uint8Array(0)]) expect(sniffForeign(bytes)).toBeNull()
})

test('a JPEG XL is neither a picture that is taken nor a video', () => {
  expect(sniffMedia(ftyp('jxl '))).toBeNull()
})
