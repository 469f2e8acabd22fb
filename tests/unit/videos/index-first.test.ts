import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BufferSource, EncodedPacketSink, Input, MP4, QTFF } from 'mediabunny'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkVideo } from '../../../electron/engine/videos/check-video.ts'
import { putIndexFirst } from '../../../electron/engine/videos/index-first.ts'
import { openVideoSource } from '../../../electron/engine/videos/video-source.ts'
import { box, tinyMp4 } from '../../support/tiny-videos.ts'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-video-'))))
afterAll(() => rmSync(folder, { recursive: true }))

async function through(bytes: Uint8Array, isChecked: boolean): Promise<Buffer> {
  const path = join(folder, 'video')
  writeFileSync(path, bytes)
  const file = await open(path, 'r+')
  try {
    await (isChecked ? checkVideo(file, () => undefined) : putIndexFirst(file, await openVideoSource(file), () => undefined))
    return readFileSync(path)
  } finally {
    await file.close()
  }
}

const places = (bytes: Uint8Array): readonly string[] => {
  const found = ['ftyp', 'moov', 'mdat'].map((name) => ({ name, at: Buffer.from(bytes).indexOf(name, 0, 'latin1') }))
  return found.toSorted((a, b) => a.at - b.at).map(({ name }) => name)
}

/** Every picture and sound of a film, in order. */
async function packetsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const input = new Input({ formats: [MP4, QTFF], source: new BufferSource(bytes) })
  const packets: string[] = []
  for (const track of await input.getTracks()) {
    for await (const packet of new EncodedPacketSink(track).packets()) packets.push(`${packet.timestamp} ${packet.type} ${Buffer.from(packet.data).toString('hex')}`)
  }
  return packets
}

/** Each byte of what is shown and heard is another one than before it, so that a wrong place would be seen. */
async function film(format: 'mp4' | 'mov'): Promise<Uint8Array> {
  const bytes = Buffer.from(await tinyMp4({ format, hasSound: true, seconds: 3, frameBytes: 90 }))
  const [from, to] = [bytes.indexOf('mdat', 0, 'latin1') + 16, bytes.lastIndexOf('moov', undefined, 'latin1') - 4]
  for (let at = from; at < to; at += 1) bytes[at] = (at * 7) % 251
  return bytes
}

test.each(['mp4', 'mov'] as const)('a film (%s) whose index stands last, as cameras write it, has it first once it is in, and shows the same', async (format) => {
  const given = await film(format)
  expect(places(given)).toEqual(['ftyp', 'mdat', 'moov'])
  const kept = await through(given, true)
  expect(places(kept)).toEqual(['ftyp', 'moov', 'mdat'])
  expect(kept.byteLength).toBe(given.byteLength)
  expect(await packetsOf(kept)).toEqual(await packetsOf(given))
  expect((await packetsOf(kept)).length).toBeGreaterThan(30)
  // Once is enough.
  expect((await through(kept, true)).equals(kept)).toBe(true)
})

const number = (...values: readonly number[]): Uint8Array => Uint8Array.from(Buffer.concat(values.map((value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]))))
const movie = (table: Uint8Array): Uint8Array => box('moov', box('mvhd', 'x'.repeat(100)), box('trak', box('mdia', box('minf', box('stbl', table)))))
const head = box('ftyp', 'isom0000')

test('long places, several parts of the film and what stands behind the index are followed', async () => {
  const [first, second] = [box('mdat', 'first part'), box('mdat', 'second')]
  const at = (table: (before: number, behind: number) => Uint8Array): Buffer => {
    const before = head.byteLength + 8
    const length = movie(table(0, 0)).byteLength
    return Buffer.concat([head, first, movie(table(before, head.byteLength + first.byteLength + length + 8)), second])
  }
  const kept = await through(at((before, behind) => box('co64', number(0, 2, 0, before, 0, behind))), false)
  expect(places(kept)).toEqual(['ftyp', 'moov', 'mdat'])
  const table = kept.indexOf('co64', 0, 'latin1') + 12
  const [one, two] = [kept.readUInt32BE(table + 4), kept.readUInt32BE(table + 12)]
  expect([kept.subarray(one, one + 10).toString(), kept.subarray(two, two + 6).toString()]).toEqual(['first part', 'second'])
})

test('an index that lasts to the end of its file says how long it is from then on', async () => {
  const given = Buffer.concat([head, box('mdat', 'film'), movie(box('stco', number(0, 1, head.byteLength + 8)))])
  given.writeUInt32BE(0, given.indexOf('moov', 0, 'latin1') - 4)
  const kept = await through(given, false)
  expect(places(kept)).toEqual(['ftyp', 'moov', 'mdat'])
  const at = kept.indexOf('moov', 0, 'latin1') - 4
  expect(kept.readUInt32BE(at)).toBe(movie(box('stco', number(0, 1, 0))).byteLength)
  const place = kept.readUInt32BE(kept.indexOf('stco', 0, 'latin1') + 12)
  expect(kept.subarray(place, place + 4).toString()).toBe('film')
})

test.each([
  ['places outside of its film', [head, box('mdat', 'film'), movie(box('stco', number(0, 1, 4)))]],
  ['a list that says it is longer than its box', [head, box('mdat', 'film'), movie(box('stco', number(0, 2 ** 31, head.byteLength + 8)))]],
  ['pieces', [head, box('mdat', 'film'), movie(box('stco', number(0, 0))), box('moof', 'x')]],
  ['two indexes', [head, box('mdat', 'film'), movie(box('stco', number(0, 0))), movie(box('stco', number(0, 0)))]],
  ['a box that is longer than the file', [head, box('mdat', 'film'), movie(box('stco', number(0, 0))), number(4_000, 0x66726565)]],
  ['the index first', [head, movie(box('stco', number(0, 0))), box('mdat', 'film')]]
])('a file with %s stays as it is', async (_name, boxes) => {
  const given = Buffer.concat(boxes)
  expect((await through(given, false)).equals(given)).toBe(true)
})
