import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { startPhotographer, type Photographer } from '../../support/photos.ts'
import { tinyGif, tinyWebp } from '../../support/tiny-images.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let photographer: Photographer
beforeAll(async () => {
  photographer = await startPhotographer()
})
afterAll(() => photographer.close())

let engine: TestEngine
let workspaceId: string
beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const kept = (): readonly string[] => {
  const folder = join(engine.folder, 'workspaces', workspaceId, 'media')
  return existsSync(folder) ? readdirSync(folder) : []
}

/** The two ways in: at once, as the page does with small ones, and in parts. */
const ways = {
  whole: (bytes: Uint8Array, fileName: string) => engine.request('media.add', { workspaceId, mediaId: engine.random.id(), fileName, bytes: Uint8Array.from(bytes) }),
  async parts(bytes: Uint8Array, fileName: string) {
    const mediaId = engine.random.id()
    await engine.ask('media.beginFile', { workspaceId, mediaId, fileName, bytes: bytes.byteLength, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
    await engine.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: Uint8Array.from(bytes) })
    return engine.request('media.finishFile', { workspaceId, mediaId })
  }
}

/** Where the content of a chunk of a PNG begins and ends. */
function chunkOf(png: Uint8Array, name: string): readonly [number, number] {
  const at = Buffer.from(png).indexOf(name)
  return [at + 4, at + 4 + Buffer.from(png).readUInt32BE(at - 4)]
}

function damagedWithin(bytes: Uint8Array, [from, to]: readonly [number, number]): Uint8Array {
  const copy = Buffer.from(bytes)
  for (let at = from + Math.floor((to - from) / 2); at < Math.min(to, from + Math.floor((to - from) / 2) + 24); at += 1) copy[at] = copy[at]! ^ 0xff
  return copy
}

/** As a program writes it that damaged the picture itself: what checks the chunk is right. */
function withRightSum(png: Uint8Array, name: string): Uint8Array {
  const [from, to] = chunkOf(png, name)
  const copy = Buffer.from(png)
  copy.writeUInt32BE(crc32(copy.subarray(from - 4, to)), to)
  return copy
}

const damages: readonly (readonly [string, () => Uint8Array])[] = [
  ['a PNG of which a byte went wrong on the way', () => damagedWithin(png(), chunkOf(png(), 'IDAT'))],
  ['a PNG whose pixels cannot be unpacked', () => withRightSum(damagedWithin(png(), chunkOf(png(), 'IDAT')), 'IDAT')],
  ['a WebP with a sound beginning and junk behind it', () => Buffer.concat([webp().subarray(0, 60), Buffer.alloc(webp().byteLength - 60, 0x5a)])]
]
const png = (): Uint8Array => photographer.take('png', { width: 400, height: 300 })
const webp = (): Uint8Array => photographer.take('webp', { width: 400, height: 300 })

for (const way of ['whole', 'parts'] as const) {
  test.each(damages)(`%s is refused as damaged, and nothing of it stays (${way})`, async (_name, take) => {
    expect(await ways[way](take(), 'photo')).toMatchObject({ ok: false, error: { code: 'media_unreadable', details: { reason: 'damaged' } } })
    expect(kept()).toEqual([])
  })

  test(`whole pictures come in, and one of which only what was written about it is damaged (${way})`, async () => {
    for (const bytes of [png(), webp(), tinyWebp(30, 20), damagedWithin(png(), chunkOf(png(), 'eXIf'))]) expect(await ways[way](bytes, 'photo')).toMatchObject({ ok: true })
    expect(kept().length).toBeGreaterThan(0)
  })

  test(`a GIF of a few bytes that would take a gigabyte to be seen is refused (${way})`, async () => {
    expect(await ways[way](tinyGif(16_000, 16_000, 0x3b), 'wave.gif')).toMatchObject({ ok: false, error: { code: 'media_too_large', details: { what: 'area', found: 256_000_000 } } })
    expect(kept()).toEqual([])
  })
}
