import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { cleanMetadata } from '../../../electron/engine/media/metadata/clean-metadata.ts'
import { withOrientation } from '../../../electron/engine/media/metadata/clean-jpeg.ts'
import { isCutOff } from '../../../electron/engine/media/metadata/is-cut-off.ts'
import { readImage } from '../../../electron/engine/media/read-image.ts'
import { imageTypes } from '../../../shared/media/media-item.ts'
import { secretWord, startPhotographer, type Photographer } from '../../support/photos.ts'

let photographer: Photographer
beforeAll(async () => void (photographer = await startPhotographer()))
afterAll(() => photographer.close())

const kinds = [['jpg', 'image/jpeg'], ['png', 'image/png'], ['webp', 'image/webp'], ['gif', 'image/gif']] as const
const holds = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

test.each(kinds)('a %s taken with a position loses it, and not one pixel', (kind, mediaType) => {
  const photo = photographer.take(kind)
  expect(holds(photo, secretWord)).toBe(true)
  if (kind !== 'gif') expect(photographer.metadataOf(photo).some((name) => name.includes('GPS'))).toBe(true)

  const { bytes } = cleanMetadata(mediaType, photo)
  expect(holds(bytes, secretWord)).toBe(false)
  expect(holds(bytes, 'Exif')).toBe(false)
  expect(photographer.metadataOf(bytes)).toEqual([])
  const pixels = (of: Uint8Array) => photographer.vips.Image.newFromBuffer(of, '').writeToMemory()
  expect(Buffer.from(pixels(bytes)).equals(Buffer.from(pixels(photo)))).toBe(true)
  expect(readImage(bytes)).toMatchObject({ ok: true, value: { mediaType, width: 64, height: 32 } })
})

test.each(kinds.slice(0, 3))('a %s keeps its colour profile', (kind, mediaType) => {
  const { bytes } = cleanMetadata(mediaType, photographer.take(kind))
  expect(photographer.fieldsOf(bytes)).toContain('icc-profile-data')
})

test.each([['webp', 'image/webp'], ['gif', 'image/gif']] as const)('an animated %s goes on moving, at its pace', (kind, mediaType) => {
  const { bytes } = cleanMetadata(mediaType, photographer.take(kind, { frames: 3 }))
  const image = photographer.vips.Image.newFromBuffer(bytes, 'n=-1')
  expect([image.getInt('n-pages'), image.getArrayInt('delay')]).toEqual([3, [100, 100, 100]])
  expect(holds(bytes, secretWord)).toBe(false)
})

test.each(kinds.slice(0, 3))('how a %s was held is told before it is removed', (kind, mediaType) => {
  expect(cleanMetadata(mediaType, photographer.take(kind, { orientation: 6 })).orientation).toBe(6)
  expect(cleanMetadata(mediaType, photographer.take(kind, { orientation: 1 })).orientation).toBe(1)
})

test('a JPEG that cannot be turned keeps the word on how to hold it, and no other', () => {
  const { bytes, orientation } = cleanMetadata('image/jpeg', photographer.take('jpg', { orientation: 8 }))
  const marked = withOrientation(bytes, orientation)
  expect(photographer.look(marked)).toMatchObject({ width: 32, height: 64 })
  expect(holds(marked, secretWord)).toBe(false)
  expect(photographer.metadataOf(marked).filter((name) => name.includes('ifd3'))).toEqual([])
})

test('a progressive JPEG with several scans and restarts stays whole', () => {
  const image = photographer.vips.Image.newFromBuffer(photographer.take('jpg', { width: 320, height: 240 }), '')
  const photo = image.jpegsaveBuffer({ interlace: true, restart_interval: 4, keep: photographer.vips.ForeignKeep.all })
  const { bytes } = cleanMetadata('image/jpeg', photo)
  expect(photographer.look(bytes).at(300, 200)[2]).toBeGreaterThan(200)
  expect(holds(bytes, secretWord)).toBe(false)
})

test('cleaning what is clean changes nothing', () => {
  for (const [kind, mediaType] of kinds) {
    const { bytes } = cleanMetadata(mediaType, photographer.take(kind))
    expect(Buffer.from(cleanMetadata(mediaType, bytes).bytes).equals(Buffer.from(bytes))).toBe(true)
  }
})

test('whatever the bytes are, it ends, throws nothing and lets no EXIF through', () => {
  fc.assert(
    fc.property(fc.constantFrom(...imageTypes), fc.integer({ min: 0, max: 3 }), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 }), fc.nat(), (mediaType, kind, changes, cut) => {
      const photo = damaged[kind]?.slice() ?? new Uint8Array()
      for (const [place, value] of changes) photo[place % photo.length] = value
      const cleaned = cleanMetadata(mediaType, photo.subarray(0, cut % (photo.length + 1)))
      expect(cleaned.bytes.byteLength).toBeLessThanOrEqual(photo.length + 30)
    }),
    { numRuns: 500 }
  )
})
let damaged: readonly Uint8Array[] = []
beforeAll(() => void (damaged = kinds.map(([kind]) => photographer.take(kind))))

test('a JPEG with a film behind its end is whole', () => {
  const photo = photographer.take('jpg', { width: 400, height: 300 })
  expect(isCutOff('image/jpeg', Buffer.concat([photo, Buffer.from([0, 0, 0xff, 0xda, 1, 2, 3])]))).toBe(false)
})

test.each(kinds)('a %s that stops before its picture does is known, wherever it stops; a whole one is whole', (kind, mediaType) => {
  const photo = photographer.take(kind, { width: 400, height: 300 })
  const { bytes: clean } = cleanMetadata(mediaType, photo)
  expect([isCutOff(mediaType, photo), isCutOff(mediaType, clean)]).toEqual([false, false])
  for (const kept of [0.3, 0.6, 0.9, 0.99]) expect(isCutOff(mediaType, clean.subarray(0, Math.round(clean.byteLength * kept))), String(kept)).toBe(true)
})

test('a PNG that lacks the sum behind its end, and a GIF that lacks its end mark, are whole', () => {
  const { bytes: png } = cleanMetadata('image/png', photographer.take('png', { width: 40, height: 30 }))
  expect(isCutOff('image/png', png.subarray(0, -4))).toBe(false)
  const { bytes: gif } = cleanMetadata('image/gif', photographer.take('gif', { width: 40, height: 30 }))
  expect(isCutOff('image/gif', gif.subarray(0, -1))).toBe(false)
})
