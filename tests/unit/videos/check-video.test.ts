import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkVideo } from '../../../electron/engine/videos/check-video.ts'
import { inspectBoxes } from '../../../electron/engine/videos/inspect-boxes.ts'
import { VideoRefusal } from '../../../electron/engine/videos/video-source.ts'
import type { CheckedVideo } from '../../../electron/engine/videos/video-task.ts'
import { box, intoMovie, playableWebm, soundOnly, tinyMp4 } from '../../support/tiny-videos.ts'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'vigie-video-'))))
afterAll(() => rmSync(folder, { recursive: true }))

async function check(bytes: Uint8Array): Promise<{ checked: CheckedVideo; left: Buffer }> {
  const path = join(folder, 'video')
  writeFileSync(path, bytes)
  const file = await open(path, 'r+')
  try {
    return { checked: await checkVideo(file, () => undefined), left: readFileSync(path) }
  } finally {
    await file.close()
  }
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  return check(bytes).then(
    () => 'none',
    (error: unknown) => (error instanceof VideoRefusal ? error.problem : String(error))
  )
}

describe('what a video is', () => {
  test('an MP4 with sound', async () => {
    const { checked, left } = await check(await tinyMp4({ width: 64, height: 48, seconds: 3, framesPerSecond: 10, hasSound: true }))
    expect(checked.facts).toEqual({ mediaType: 'video/mp4', width: 64, height: 48, durationMs: 3000, videoCodec: 'avc', audioCodec: 'aac', audioSampleRate: 48_000, audioChannels: 2, frameRate: 10 })
    expect(checked.sha256).toBe(createHash('sha256').update(left).digest('hex'))
  })

  test('one that stands upright because its phone did', async () => {
    const { checked } = await check(await tinyMp4({ width: 64, height: 48, rotation: 90 }))
    expect(checked.facts).toMatchObject({ width: 48, height: 64, audioCodec: null })
  })

  test('a QuickTime film, by its content', async () => {
    expect((await check(await tinyMp4({ format: 'mov' }))).checked.facts.mediaType).toBe('video/quicktime')
  })

  test('a WebM', async () => {
    expect((await check(await playableWebm())).checked.facts).toEqual({ mediaType: 'video/webm', width: 160, height: 120, durationMs: 2000, videoCodec: 'vp8', audioCodec: null, frameRate: 5 })
  })
})

describe('what is not taken, and why', () => {
  test('a program that is called .mp4', async () => {
    expect(await problemOf(Buffer.from('MZ\u0090\0 This program cannot be run in DOS mode. '.repeat(9), 'latin1'))).toBe('kind')
  })
  test('sound alone', async () => {
    expect(await problemOf(await soundOnly())).toBe('no_picture')
  })
  test.each([true, false])('one that was cut, wherever, with its list of pictures first: %s', async (isFastStart) => {
    const whole = await tinyMp4({ isFastStart, frameBytes: 400 })
    for (const share of [0.3, 0.6, 0.9, 0.999]) expect(await problemOf(whole.slice(0, Math.floor(whole.byteLength * share))), String(share)).toBe('cut')
  })
  test('a WebM that was cut', async () => {
    const whole = await playableWebm()
    for (const share of [0.5, 0.9, 0.999]) expect(await problemOf(whole.slice(0, Math.floor(whole.byteLength * share))), String(share)).toBe('cut')
  })
  test('one that is encrypted', async () => {
    const bytes = Buffer.from(await tinyMp4())
    bytes.write('encv', bytes.lastIndexOf('avc1', undefined, 'latin1'), 'latin1')
    expect(await problemOf(bytes)).toBe('encrypted')
  })
  test('whatever is broken in it, its boxes are walked through to the end or refused', async () => {
    const whole = await tinyMp4({ seconds: 1 })
    for (let at = 4; at < whole.byteLength; at += 3) {
      const broken = Uint8Array.from(whole)
      broken.fill(0xff, at, at + 4)
      const source = { size: broken.byteLength, read: (offset: number, length: number) => Promise.resolve(broken.slice(offset, offset + length)) }
      await inspectBoxes(source).catch((error: unknown) => expect(error, String(at)).toBeInstanceOf(VideoRefusal))
    }
  })
})

describe('where and by whom it was made', () => {
  const place = '+48.8584+002.2945/'
  test('is taken out of an MP4, and nothing of it moves', async () => {
    const whole = intoMovie(intoMovie(await tinyMp4(), box('udta', box('©xyz', `\0\u0012\u0015\u00c7${place}`))), box('meta', `com.apple.quicktime.location.ISO6709${place}`))
    const { checked, left } = await check(whole)
    expect(left.byteLength).toBe(whole.byteLength)
    expect(left.includes(place)).toBe(false)
    expect(left.includes('ISO6709')).toBe(false)
    expect(checked.facts).toMatchObject({ durationMs: 2000, videoCodec: 'avc' })
    // What is clean stays as it is, byte by byte.
    expect((await check(left)).left.equals(left)).toBe(true)
  })

  test('is taken out of a track of positions too, with what it points to', async () => {
    const head = await tinyMp4()
    const samples = box('mdat', `GPS ${place}`)
    const number = (...values: readonly number[]) => Uint8Array.from(Buffer.concat(values.map((value) => Buffer.from([value >>> 24, value >>> 16, value >>> 8, value]))))
    const table = box('stbl', box('stsd', number(0, 1), box('gpmd', number(0, 1))), box('stsz', number(0, 0, 1, place.length + 4)), box('stsc', number(0, 1, 1, 1, 1)), box('stco', number(0, 1, head.byteLength + 8)))
    const track = box('trak', box('mdia', box('hdlr', number(0, 0), 'meta', number(0, 0, 0)), box('minf', table)))
    // The samples lie behind the film, so its moov is no longer last: it is made larger before.
    const withTrack = intoMovie(head, track)
    table.fill(0)
    const shifted = Buffer.from(withTrack)
    shifted.writeUInt32BE(withTrack.byteLength + 8, shifted.lastIndexOf('stco', undefined, 'latin1') + 12)
    const { left } = await check(Buffer.concat([shifted, samples]))
    expect(left.includes(place)).toBe(false)
    expect(left.includes('gpmd')).toBe(false)
  })

  test('is taken out of a WebM', async () => {
    const whole = Buffer.from(await playableWebm())
    const tags = Buffer.concat([Buffer.from([0x12, 0x54, 0xc3, 0x67, 0x80 | place.length]), Buffer.from(place)])
    const at = whole.indexOf(Buffer.from([0x18, 0x53, 0x80, 0x67])) + 4
    const length = 8 - Math.floor(Math.log2(whole[at]!))
    const size = whole.readUIntBE(at + length - 6, 6)
    whole.writeUIntBE(size + tags.byteLength, at + length - 6, 6)
    const { checked, left } = await check(Buffer.concat([whole, tags]))
    expect(left.includes(place)).toBe(false)
    expect(checked.facts.durationMs).toBe(2000)
  })
})
