import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

const framing = { collaborators: ['quai.nantes', 'marie_o'] }

it('co-authors are invited to a picture, a reel and a carousel, to the whole of it alone, and never to a story', async () => {
  const { adapter, server, complaints, ...rig } = await startNetworkRig('Instagram', { clock: systemClock })
  const session = { ...rig.session, publicMedia: publicMediaInMemory() }
  const publish = async (draft: ReturnType<typeof draftOf>): Promise<unknown> => valueOf(await adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() }))
  const asked = () => server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/media')).map(({ json }) => [json['media_type'] ?? 'IMAGE', json['is_carousel_item'] === true ? 'of a carousel' : 'whole', json['collaborators']])

  await publish(draftOf('Une', { media: [pictureOf('')], framing }))
  await publish(draftOf('Deux', { media: [pictureOf(''), pictureOf('')], framing }))
  await publish(draftOf('Un film', { media: [videoOf('marée.mp4')], framing, format: 'reel' }))
  await publish(draftOf('', { media: [pictureOf('')], framing, format: 'story' }))
  await publish(draftOf('Seul', { media: [pictureOf('')] }))
  expect(asked()).toEqual([
    ['IMAGE', 'whole', framing.collaborators],
    ['IMAGE', 'of a carousel', undefined], ['IMAGE', 'of a carousel', undefined], ['CAROUSEL', 'whole', framing.collaborators],
    ['REELS', 'whole', framing.collaborators],
    ['STORIES', 'whole', undefined],
    ['IMAGE', 'whole', undefined]
  ])
  expect(complaints()).toEqual([])
})
