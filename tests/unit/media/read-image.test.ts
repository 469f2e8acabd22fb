import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxImageBytes, readImage } from '../../../electron/engine/media/read-image.ts'
import { tinyGif, tinyJpeg, tinyPng, tinyWebp } from '../../support/tiny-images.ts'

describe('readImage', () => {
  test.each([
    ['GIF', tinyGif(3, 2), 'image/gif'],
    ['PNG', tinyPng(3, 2), 'image/png'],
    ['WebP', tinyWebp(3, 2), 'image/webp'],
    ['JPEG', tinyJpeg(3, 2), 'image/jpeg'],
    ['JPEG that stands upright', tinyJpeg(3, 2, 1), 'image/jpeg'],
    ['JPEG turned by half', tinyJpeg(3, 2, 3), 'image/jpeg']
  ])('knows a %s by its content', (_name, bytes, mediaType) => {
    expect(readImage(bytes)).toEqual({ ok: true, value: { mediaType, width: 3, height: 2 } })
  })

  test.each([5, 6, 7, 8])('gives a photo turned by a quarter (EXIF %i) the sides that people see', (orientation) => {
    expect(readImage(tinyJpeg(3, 2, orientation))).toMatchObject({ ok: true, value: { width: 2, height: 3 } })
  })

  test.each([
    ['a text', Buffer.from('hello')],
    ['nothing', new Uint8Array()],
    ['an SVG, which can hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>')],
    ['a BMP', Buffer.from('BM' + '\0'.repeat(60))],
    ['a film', Buffer.from('\0\0\0\x18ftypmp42')]
  ])('refuses %s, whatever its name', (_name, bytes) => {
    expect(readImage(bytes)).toMatchObject({ ok: false, error: { code: 'media_kind_unsupported' } })
  })

  test.each([
    ['a JPEG cut off before its size', tinyJpeg(3, 2).subarray(0, 12)],
    ['a PNG cut off', tinyPng(3, 2).subarray(0, 14)],
    ['an image without width', tinyGif(0, 2)],
    ['a JPEG of zeros', Uint8Array.from({ length: 5000 }, (_, index) => [0xff, 0xd8, 0xff, 0xe0][index] ?? 0)]
  ])('calls %s unreadable', (_name, bytes) => {
    expect(readImage(bytes)).toMatchObject({ ok: false, error: { code: 'media_unreadable' } })
  })

  test('refuses what is too large, in bytes and in pixels', () => {
    expect(readImage(new Uint8Array(maxImageBytes + 1))).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { what: 'bytes' } } })
    expect(readImage(tinyPng(40_001, 1))).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { what: 'side' } } })
    expect(readImage(tinyPng(20_000, 20_000))).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { what: 'area' } } })
  })

  test('never throws, whatever bytes follow a right beginning', () => {
    const beginnings = [tinyGif(1, 1), tinyPng(1, 1), tinyWebp(1, 1), tinyJpeg(1, 1, 6)].map((image) => image.subarray(0, 12))
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }), (beginning, rest) => {
        readImage(Uint8Array.from([...beginning, ...rest]))
        return true
      })
    )
    const damaged = new Uint8Array(maxImageBytes)
    damaged.set([0xff, 0xd8, 0xff, 0xe1, 0, 2])
    expect(readImage(damaged).ok).toBe(false)
  })
})
