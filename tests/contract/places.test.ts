import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, pictureOf, publicMediaInMemory, valueOf, videoOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

const framing = { place: { id: '166793820034304', name: 'Le Quai' } }

it('a place is told of a picture, a reel and a carousel on Instagram, of the whole of it alone, and never of a story', async () => {
  const { adapter, server, complaints, ...rig } = await startNetworkRig('Instagram', { clock: systemClock })
  const session = { ...rig.session, publicMedia: publicMediaInMemory() }
  const publish = async (draft: ReturnType<typeof draftOf>): Promise<unknown> => valueOf(await adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() }))
  await publish(draftOf('Une', { media: [pictureOf('')], framing }))
  await publish(draftOf('Deux', { media: [pictureOf(''), pictureOf('')], framing }))
  await publish(draftOf('Un film', { media: [videoOf('marée.mp4')], framing, format: 'reel' }))
  await publish(draftOf('', { media: [pictureOf('')], framing, format: 'story' }))
  const { id } = framing.place
  expect(server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/media')).map(({ json }) => json['location_id'])).toEqual([id, undefined, undefined, id, id, undefined])
  expect(complaints()).toEqual([])
})

it('a Page that is of no place is a refusal that says so, with words and without, and nothing is published', async () => {
  const { adapter, network, ...rig } = await startNetworkRig('Instagram', { clock: systemClock })
  const session = { ...rig.session, publicMedia: publicMediaInMemory() }
  for (const words of ['Avec des mots', '']) {
    const result = await adapter.publisher.publish(session, draftOf(words, { media: [pictureOf('')], framing: { place: { id: '999999', name: '' } } }), { idempotencyKey: randomUUID(), intentAt: Date.now() })
    expect(result.ok || [result.failure.kind, result.failure.error.code, result.failure.error.details?.['reason'], result.failure.error.details?.['said']]).toEqual(['rejected', 'rejected', 'place_refused', '999999'])
  }
  expect(network.visible()).toEqual([])
})

it('a post on Facebook names the place by the number of its Page, a film does not', async () => {
  const { adapter, server, complaints, session } = await startNetworkRig('Facebook', { clock: systemClock })
  const publish = async (draft: ReturnType<typeof draftOf>): Promise<unknown> => adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() })
  valueOf((await publish(draftOf('Au quai', { framing }))) as Parameters<typeof valueOf>[0])
  await publish(draftOf('Un film', { media: [videoOf('marée.mp4')], framing }))
  expect(server.requests.filter(({ json }) => json['place'] !== undefined).map(({ path, json }) => [path.endsWith('/feed'), json['place']])).toEqual([[true, framing.place.id]])
  expect(complaints()).toEqual([])
})

it('places are looked for with the app’s own token, those without an address are left out, and an app that may not ask is told so without an end of the account', async () => {
  const { adapter, server, complaints, session } = await startNetworkRig('Facebook', { clock: systemClock })
  expect(valueOf(await adapter.findPlaces!(session, 'port'))).toEqual([{ id: '166793820034304', name: 'Café du Port', address: '3 quai Ceineray, 44000 Nantes, France' }])
  expect(server.requests.at(-1)?.headers['authorization']).toMatch(/^Bearer [^|]+\|/)
  // Neither the secret nor a token stands in the address.
  expect([...(server.requests.at(-1)?.query.keys() ?? [])]).toEqual(['q', 'fields'])
  for (const name of ['fermé', 'inconnu']) {
    const result = await adapter.findPlaces!(session, name)
    expect(result.ok || [result.failure.kind, result.failure.error.details?.['reason']]).toEqual(['rejected', 'places_closed'])
  }
  expect(complaints()).toEqual([])
})

it('without the secret of the app nothing is asked', async () => {
  const { adapter, server, session } = await startNetworkRig('Facebook', { clock: systemClock })
  const result = await adapter.findPlaces!({ ...session, findApp: async () => ({ ok: true, value: null }) }, 'port')
  expect(result.ok || result.failure.error.details?.['reason']).toBe('places_closed')
  expect(server.requests.filter(({ path }) => path.endsWith('/pages/search'))).toEqual([])
})
