import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mediaAddress } from '../../shared/media/media-item.ts'
import { sniffedBytes } from '../../shared/media/sniff-media.ts'
import { avif, turnedHeic } from '../support/foreign-pictures.ts'
import { secretWord, startPhotographer } from '../support/photos.ts'
import { playableWebm } from '../support/tiny-videos.ts'
import { expect, test } from './support/test.ts'

/** The smallest PNG there is: one pixel. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==', 'base64')

test('a picture is shown in its own workspace’s name, and in no other’s', async ({ studio }) => {
  const [own, other] = [randomUUID(), randomUUID()]
  for (const [index, id] of [own, other].entries()) await studio.bridge.ask('workspaces.create', { id, name: `Client ${index}`, colour: 'teal', timeZone: 'Europe/Paris' })
  const mediaId = randomUUID()
  await studio.bridge.ask('media.add', { workspaceId: own, mediaId, fileName: 'pixel.png', bytes: new Uint8Array(picture) })

  const load = (address: string) =>
    studio.page.evaluate(
      (src) =>
        new Promise<number>((resolve) => {
          const image = new Image()
          image.addEventListener('load', () => resolve(image.naturalWidth))
          image.addEventListener('error', () => resolve(0))
          image.src = src
        }),
      address
    )
  expect(await load(mediaAddress(own, mediaId))).toBe(1)
  expect(await load(mediaAddress(other, mediaId))).toBe(0)
  expect(await load(mediaAddress(own, randomUUID()))).toBe(0)
})

test('a photo held on its side is turned for good, and where it was taken is forgotten', async ({ studio }) => {
  const [workspaceId, mediaId] = [randomUUID(), randomUUID()]
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  const photographer = await startPhotographer()
  const photo = Uint8Array.from(photographer.take('jpg', { orientation: 6 }))
  const added = await studio.bridge.ask('media.add', { workspaceId, mediaId, fileName: 'IMG_2041.jpg', bytes: photo })
  expect([added.width, added.height]).toEqual([32, 64])
  const folder = join(studio.dataFolder, 'workspaces', workspaceId, 'media')
  const [name = ''] = readdirSync(folder)
  const kept = readFileSync(join(folder, name))
  // The word on how to hold it is gone as well: the picture itself was turned, by the image library in its worker.
  expect(photographer.metadataOf(kept)).toEqual([])
  expect(kept.includes(secretWord)).toBe(false)
  photographer.close()
})

test('what an iPhone and the web have, and no network takes, is made a JPEG by the decoders that come with the studio', async ({ studio }) => {
  const workspaceId = randomUUID()
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  for (const [fileName, kept, given] of [['IMG_2041.HEIC', 'IMG_2041.jpg', turnedHeic], ['photo.avif', 'photo.jpg', avif]] as const) {
    const [mediaId, bytes] = [randomUUID(), Uint8Array.from(given)]
    await studio.bridge.ask('media.beginFile', { workspaceId, mediaId, fileName, bytes: bytes.byteLength, beginning: bytes.slice(0, sniffedBytes) })
    await studio.bridge.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes })
    expect(await studio.bridge.ask('media.finishFile', { workspaceId, mediaId })).toMatchObject({ mediaType: 'image/jpeg', fileName: kept })
  }
})

test('a video plays from the workspace’s folder, and a player may jump in it', async ({ studio }) => {
  const [workspaceId, mediaId] = [randomUUID(), randomUUID()]
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  const film = await playableWebm({ width: 320, height: 240, seconds: 20 })
  await studio.bridge.ask('media.beginFile', { workspaceId, mediaId, fileName: 'quay.webm', bytes: film.byteLength, beginning: film.slice(0, 32) })
  await studio.bridge.ask('media.addFilePart', { workspaceId, mediaId, offset: 0, bytes: film })
  const added = await studio.bridge.ask('media.finishFile', { workspaceId, mediaId })
  expect(added).toMatchObject({ mediaType: 'video/webm', durationMs: 20_000, videoCodec: 'vp8' })
  const seen = await studio.page.evaluate(async (src) => {
    const video = Object.assign(document.createElement('video'), { muted: true, src })
    const happened = (name: string) => new Promise<void>((resolve, reject) => {
      video.addEventListener(name, () => resolve(), { once: true })
      video.addEventListener('error', () => reject(new Error(video.error?.message)), { once: true })
    })
    await happened('loadeddata')
    video.currentTime = 15
    await happened('seeked')
    return [video.videoWidth, video.videoHeight, Math.round(video.duration), video.currentTime]
  }, mediaAddress(workspaceId, mediaId))
  expect(seen).toEqual([320, 240, 20, 15])
})

test('the page may read the colours of what it shows, and fetch nothing of it', async ({ studio }) => {
  const [workspaceId, mediaId] = [randomUUID(), randomUUID()]
  await studio.bridge.ask('workspaces.create', { id: workspaceId, name: 'Client', colour: 'teal', timeZone: 'Europe/Paris' })
  await studio.bridge.ask('media.add', { workspaceId, mediaId, fileName: 'pixel.png', bytes: new Uint8Array(picture) })
  const read = await studio.page.evaluate(async (src) => {
    const image = Object.assign(new Image(), { crossOrigin: 'anonymous', src })
    await image.decode()
    const context = document.createElement('canvas').getContext('2d')!
    context.drawImage(image, 0, 0)
    const fetched = await fetch(src).then(() => 'answered', () => 'refused')
    return { bytes: context.getImageData(0, 0, 1, 1).data.length, fetched }
  }, mediaAddress(workspaceId, mediaId))
  expect(read).toEqual({ bytes: 4, fetched: 'refused' })
})
