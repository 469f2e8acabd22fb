import { randomUUID } from 'node:crypto'
import { mediaAddress } from '../../shared/media/media-item.ts'
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
