import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import type { PersonTag } from '../../shared/posts/person-tag.ts'
import { draftOf, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

const marie: PersonTag = { name: 'marie_o', at: { x: 0.25, y: 0.4 } }
const quai: PersonTag = { name: 'quai.nantes', at: { x: 1, y: 0 } }

async function start() {
  const { adapter, server, complaints, network, ...rig } = await startNetworkRig('Instagram', { clock: systemClock })
  const session = { ...rig.session, publicMedia: publicMediaInMemory() }
  const publish = (draft: ReturnType<typeof draftOf>) => adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() })
  const asked = () => server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/media')).map(({ json }) => [json['media_type'] ?? 'IMAGE', json['user_tags']])
  return { publish, asked, complaints, network }
}

it('people are named where they are on each picture; in a reel and a story without a place; of a film among others not at all', async () => {
  const { publish, asked, complaints } = await start()
  valueOf(await publish(draftOf('Une', { media: [{ ...pictureOf('Le quai'), people: [marie, quai] }] })))
  valueOf(await publish(draftOf('Deux', { media: [{ ...pictureOf(''), people: [marie] }, pictureOf('')] })))
  valueOf(await publish(draftOf('Mêlées', { media: [{ ...videoOf('a.mp4'), people: [{ name: 'tom' }] }, { ...pictureOf(''), people: [quai] }] })))
  valueOf(await publish(draftOf('Un film', { media: [{ ...videoOf('marée.mp4'), people: [{ name: 'tom' }] }] })))
  valueOf(await publish(draftOf('', { media: [{ ...pictureOf(''), people: [marie] }], format: 'story' })))
  valueOf(await publish(draftOf('Sans', { media: [pictureOf('')] })))
  const [m, q] = [{ username: 'marie_o', x: 0.25, y: 0.4 }, { username: 'quai.nantes', x: 1, y: 0 }]
  expect(asked()).toEqual([
    ['IMAGE', [m, q]],
    ['IMAGE', [m]], ['IMAGE', undefined], ['CAROUSEL', undefined],
    ['VIDEO', undefined], ['IMAGE', [q]], ['CAROUSEL', undefined],
    ['REELS', [{ username: 'tom' }]],
    ['STORIES', [{ username: 'marie_o' }]],
    ['IMAGE', undefined]
  ])
  expect(complaints()).toEqual([])
})

it.each([['a picture', [{ ...pictureOf(''), people: [marie, { name: 'privee', at: { x: 0.5, y: 0.5 } }] }]], ['a carousel', [pictureOf(''), { ...pictureOf(''), people: [marie, { name: 'privee', at: { x: 0.5, y: 0.5 } }] }]]])('somebody who cannot be tagged in %s is a refusal that names whom it is about, and nothing is published', async (_kind, media) => {
  const { publish, network } = await start()
  for (const words of ['Avec des mots', '']) {
    const result = await publish(draftOf(words, { media }))
    expect(result.ok || [result.failure.kind, result.failure.error.code, result.failure.error.details?.['reason'], result.failure.error.details?.['names']]).toEqual(['rejected', 'rejected', 'people_refused', '@marie_o, @privee'])
  }
  expect(network.visible()).toEqual([])
})

it('more people than Instagram takes are a refusal of its own', async () => {
  const { publish } = await start()
  const people = Array.from({ length: 21 }, (_, place) => ({ name: `tom_${String(place)}`, at: { x: 0.5, y: 0.5 } }))
  const result = await publish(draftOf('Foule', { media: [{ ...pictureOf(''), people }] }))
  expect(result.ok || result.failure.error.details?.['reason']).toBe('people_too_many')
})
