import { expect, test } from 'vitest'
import { sniffMedia, sniffRefused } from '../../../shared/media/sniff-media.ts'

const ftyp = (brand: string): Uint8Array => new TextEncoder().encode(`\0\0\0\u0018ftyp${brand}\0\0\0\0mif1heic`)

test.each([
  ['heic', ftyp('heic')], ['heic', ftyp('mif1')], ['avif', ftyp('avif')], ['tiff', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0])], ['tiff', Uint8Array.from([0x4d, 0x4d, 0, 0x2a, 0, 0])]
])('a picture of the kind %s is not taken, and is known by its beginning', (kind, bytes) => {
  expect([sniffMedia(bytes), sniffRefused(bytes)]).toEqual([null, kind])
})

test('what is taken, and what nobody knows, is no such picture', () => {
  for (const bytes of [ftyp('isom'), Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), new TextEncoder().encode('MM, a memo'), new Uint8Array(0)]) expect(sniffRefused(bytes)).toBeNull()
})
