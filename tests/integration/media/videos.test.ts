import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sniffedBytes } from '../../../shared/media/sniff-media.ts'
import { box, intoMovie, tinyMp4 } from '../../support/tiny-videos.ts'
import { startTestEngine, type TestEngine } from '../support/start-test-engine.ts'

let engine: TestEngine
let workspaceId: string

beforeEach(async () => {
  engine = await startTestEngine()
  workspaceId = engine.random.id()
  await engine.ask('workspaces.create', { id: workspaceId, name: 'Maison Lune', colour: 'teal', timeZone: 'Europe/Paris' })
})
afterEach(() => engine.stop())

const folder = () => join(engine.folder, 'workspaces', workspaceId, 'media')
const filesLeft = () => (existsSync(folder()) ? readdirSync(folder()) : [])
const begin = (mediaId: string, bytes: Uint8Array, size = bytes.byteLength) =>
  engine.request('media.beginFile', { workspaceId, mediaId, fileName: 'quay.mp4', bytes: size, beginning: Uint8Array.from(bytes.subarray(0, sniffedBytes)) })
const part = (mediaId: string, bytes: Uint8Array, from: number, to: number) => engine.request('media.addFilePart', { workspaceId, mediaId, offset: from, bytes: Uint8Array.from(bytes.subarray(from, to)) })
const finish = (mediaId: string) => engine.request('media.finishFile', { workspaceId, mediaId })

async function add(mediaId: string, bytes: Uint8Array) {
  const begun = await begin(mediaId, bytes)
  if (!begun.ok) return begun
  for (let offset = 0; offset < bytes.byteLength; offset += 300) await part(mediaId, bytes, offset, offset + 300)
  return finish(mediaId)
}

test('a video comes in parts and is kept without the place where it was made', async () => {
  const place = '+48.8584+002.2945/'
  const bytes = intoMovie(await tinyMp4({ hasSound: true }), box('udta', box('©xyz', place)))
  const mediaId = engine.random.id()
  const added = await add(mediaId, bytes)
  const video = { id: mediaId, fileName: 'quay.mp4', mediaType: 'video/mp4', bytes: bytes.byteLength, width: 64, height: 48, durationMs: 2000, videoCodec: 'avc', audioCodec: 'aac', audioSampleRate: 48_000, audioChannels: 2, frameRate: 25, hasCover: false, addedAt: engine.now() }
  expect(added).toEqual({ ok: true, value: video })
  expect(await finish(mediaId)).toEqual(added)
  const [name] = filesLeft()
  const kept = readFileSync(join(folder(), name ?? ''))
  expect([filesLeft().length, name, kept.includes(place)]).toEqual([1, `${createHash('sha256').update(kept).digest('hex')}.mp4`, false])
  expect((await engine.ask('media.list', { workspaceId, mediaIds: [mediaId] })).media).toEqual([video])
  expect(await engine.askAsMain('media.locate', { workspaceId, mediaId, size: 'full' })).toMatchObject({ ok: true, value: { mediaType: 'video/mp4' } })
})

test('the same video lies on the disk once', async () => {
  const bytes = await tinyMp4()
  await add(engine.random.id(), bytes)
  await add(engine.random.id(), bytes)
  expect(filesLeft()).toHaveLength(1)
  expect((await engine.ask('media.library', { workspaceId, query: '' })).pictures).toHaveLength(1)
})

test('a part whose answer was lost may come again, one out of order is refused', async () => {
  const bytes = await tinyMp4()
  const mediaId = engine.random.id()
  await begin(mediaId, bytes)
  await part(mediaId, bytes, 0, 500)
  expect(await part(mediaId, bytes, 0, 500)).toEqual({ ok: true, value: { received: 500 } })
  expect(await part(mediaId, bytes, 600, 700)).toMatchObject({ ok: false, error: { code: 'conflict' } })
  await part(mediaId, bytes, 500, bytes.byteLength)
  expect(await finish(mediaId)).toMatchObject({ ok: true })
})

test.each([
  ['empty', new Uint8Array(0), 'video_unreadable', 'empty'],
  ['a program', Buffer.from('MZ This program cannot be run in DOS mode'), 'media_kind_unsupported', undefined],
  ['nothing of a film', box('ftyp', 'isom\0\0\0\0mp42'), 'video_unreadable', 'cut']
])('what is %s is refused with its reason, and nothing is left', async (_what, bytes, code, reason) => {
  const added = await add(engine.random.id(), bytes)
  expect(added).toMatchObject({ ok: false, error: { code, ...(reason === undefined ? {} : { details: { reason } }) } })
  expect(filesLeft()).toEqual([])
})

test('a video that is larger than the disk has room is refused before anything is copied', async () => {
  const bytes = await tinyMp4()
  const refused = await begin(engine.random.id(), bytes, Number.MAX_SAFE_INTEGER)
  expect(refused).toMatchObject({ ok: false, error: { code: 'disk_full', details: { reason: 'no_room' } } })
  expect(filesLeft()).toEqual([])
})

test('what is taken back leaves nothing, and a page that never comes back is not waited for', async () => {
  const bytes = await tinyMp4()
  const [one, other] = [engine.random.id(), engine.random.id()]
  for (const mediaId of [one, other]) {
    await begin(mediaId, bytes)
    await part(mediaId, bytes, 0, 500)
  }
  expect(filesLeft()).toHaveLength(2)
  await engine.ask('media.cancelFile', { workspaceId, mediaId: one })
  expect(filesLeft()).toHaveLength(1)
  expect(await part(one, bytes, 500, 600)).toMatchObject({ ok: false, error: { code: 'not_found' } })
  await engine.advance(11 * 60_000)
  await expect.poll(filesLeft).toEqual([])
})

test('a cut video is never shown, nor one whose parts are missing', async () => {
  const bytes = await tinyMp4()
  const mediaId = engine.random.id()
  await begin(mediaId, bytes)
  await part(mediaId, bytes, 0, 500)
  expect(await finish(mediaId)).toMatchObject({ ok: false, error: { code: 'video_unreadable', details: { reason: 'changed' } } })
  expect([filesLeft(), (await engine.ask('media.list', { workspaceId, mediaIds: [mediaId] })).media]).toEqual([[], []])
})
