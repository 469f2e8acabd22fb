import { afterAll, beforeAll, expect, test } from 'vitest'
import { performImageTask } from '../../../electron/engine/images/perform-image-task.ts'
import type { ImageTask } from '../../../electron/engine/images/image-task.ts'
import { asDocument } from '../../../electron/engine/media/make-document.ts'
import { documentType, type MediaToSend } from '../../../electron/engine/networks/network-media.ts'
import { startPhotographer, type Photographer } from '../../support/photos.ts'

let photographer: Photographer
beforeAll(async () => void (photographer = await startPhotographer()))
afterAll(() => photographer.close())

const asked: ImageTask[] = []
const images = {
  run(task: ImageTask) {
    asked.push(task)
    return Promise.resolve({ ok: true as const, value: performImageTask(photographer.vips, task, () => undefined) })
  }
}
const picture = (bytes: Uint8Array, mediaType: string, altText = ''): MediaToSend => ({ mediaType, fileName: 'phare', altText, width: 1, height: 1, byteLength: bytes.byteLength, durationMs: null, read: () => Promise.resolve(bytes), readPart: () => Promise.reject(new Error('whole')) })
async function madeOf(pages: readonly MediaToSend[], maxBytes = 100_000_000): Promise<{ readonly file: string; readonly bytes: number; readonly boxes: readonly string[]; readonly again: number }> {
  asked.length = 0
  const document = asDocument({ pages, title: 'Cinq phares', maxBytes }, images, new AbortController().signal)
  expect([document.mediaType, document.fileName, asked.length]).toEqual([documentType, 'Cinq phares.pdf', 0])
  const bytes = await document.read()
  await document.read()
  const file = Buffer.from(bytes).toString('latin1')
  return { file, bytes: bytes.byteLength, boxes: [...file.matchAll(/MediaBox\[0 0 ([\d. ]+)\]/g)].map((match) => match[1]!), again: asked.length }
}

test('a JPEG becomes a page as it is, everything else is made into one, once', async () => {
  const { take } = photographer
  const plain = photographer.vips.Image.newFromBuffer(take('jpg', { width: 80, height: 100 }), '').writeToBuffer('.jpg', { keep: photographer.vips.ForeignKeep.icc })
  const { file, boxes, again } = await madeOf([picture(plain, 'image/jpeg', 'un'), picture(take('png', { width: 80, height: 100 }), 'image/png'), picture(take('webp', { width: 80, height: 60 }), 'image/webp'), picture(take('gif', { frames: 3, width: 80, height: 60 }), 'image/gif')])
  expect([boxes, again]).toEqual([['60 75', '60 75', '60 45', '60 45'], 3])
  expect(file.includes(Buffer.from(plain).toString('latin1'))).toBe(true)
})

test('one that lies on its side stands upright, one of a printer’s colours has a screen’s, and a large one is made smaller', async () => {
  const { take, vips } = photographer
  const printed = vips.Image.black(40, 20, { bands: 4 }).copy({ interpretation: 'cmyk' }).writeToBuffer('.jpg', { keep: vips.ForeignKeep.none })
  const large = vips.Image.black(4800, 1200, { bands: 3 }).copy({ interpretation: 'srgb' }).writeToBuffer('.jpg', { keep: vips.ForeignKeep.none })
  const { boxes, file } = await madeOf([picture(take('jpg', { width: 80, height: 60, orientation: 6 }), 'image/jpeg'), picture(printed, 'image/jpeg'), picture(large, 'image/jpeg')])
  expect(boxes).toEqual(['45 60', '30 15', '1800 450'])
  expect(file).not.toContain('DeviceCMYK')
  expect(file.match(/\/ColorSpace (\/DeviceRGB|\[)/g)).toHaveLength(3)
})

test('it weighs no more than it may, however many pages share that', async () => {
  const { vips } = photographer
  const noise = vips.Image.gaussnoise(400, 400, { sigma: 60, mean: 128 }).cast('uchar').writeToBuffer('.png', {})
  const { bytes } = await madeOf(Array.from({ length: 4 }, () => picture(noise, 'image/png')), 160_000)
  expect(bytes).toBeLessThan(160_000)
})
