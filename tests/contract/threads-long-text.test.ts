import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

const long = `La marée d’équinoxe.\n\n${'Un mot. '.repeat(400)}https://exemple.fr/carte.`

async function rig() {
  const { send, ...rest } = await startNetworkRig('Threads', { clock: systemClock })
  const attached = () => rest.server.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/threads')).map(({ json }) => (typeof json['text_attachment'] === 'string' ? (JSON.parse(json['text_attachment']) as object) : null))
  return { ...rest, send, attached }
}

it('a long text goes with the words, and its first link only where the post has no card', async () => {
  const { send, attached, complaints, server } = await rig()
  valueOf(await send(draftOf('Le phare', { framing: { attachedText: long } })))
  valueOf(await send(draftOf('Voir https://exemple.fr/phare', { framing: { attachedText: long } })))
  valueOf(await send(draftOf('Sans', { framing: { attachedText: 'Sans lien' } })))
  valueOf(await send(draftOf('Rien')))
  expect(attached()).toEqual([{ plaintext: long, link_attachment_url: 'https://exemple.fr/carte' }, { plaintext: long }, { plaintext: 'Sans lien' }, null])
  expect(server.requests.filter(({ json }) => json['link_attachment'] !== undefined)).toHaveLength(1)
  expect(complaints()).toEqual([])
})

it('Threads refuses it beside a poll, and so does nothing here send it there', async () => {
  const { send, attached } = await rig()
  valueOf(await send(draftOf('Alors ?', { framing: { attachedText: long }, poll: { choices: ['Oui', 'Non'], minutes: 1440 } })))
  expect(attached()).toEqual([null])
})

it('what was lost on the way is found by its words and its long text, and another long text is another post', async () => {
  const { server, adapter, session, complaints } = await rig()
  const draft = draftOf('La marée', { framing: { attachedText: long } })
  server.spoil(({ method, path }) => method === 'POST' && path.endsWith('/threads_publish'), { name: 'the answer is lost', isDone: true, spoil: (response) => void response.socket?.resetAndDestroy() }, 1)
  const intent = { idempotencyKey: randomUUID(), intentAt: Date.now() }
  expect(await adapter.publisher.publish(session, draft, intent)).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
  const look = (one: typeof draft) => adapter.publisher.findPublished(session, one, { idempotencyKey: randomUUID(), intentAt: Date.now(), sentAt: Date.now() - 120_000 })
  expect(valueOf(await look(draft))).toHaveProperty('remoteId')
  expect(valueOf(await look({ ...draft, framing: { attachedText: 'Tout autre chose' } }))).toBe('none')
  expect(server.requests.filter(({ path }) => path.endsWith('/threads_publish'))).toHaveLength(1)
  expect(complaints()).toEqual([])
})

it('a network that says nothing of the long text does not make it pass for another post', async () => {
  const { network, adapter, session } = await startNetworkRig('Threads', {
    clock: systemClock,
    change: ({ method, path }, answer) => (method === 'GET' && path.endsWith('/threads') ? { ...answer, json: JSON.parse(JSON.stringify(answer.json, (key, value: unknown) => (key === 'text_attachment' ? undefined : value))) as unknown } : answer)
  })
  const draft = draftOf('La marée', { framing: { attachedText: long } })
  valueOf(await adapter.publisher.publish(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now() }))
  expect(valueOf(await adapter.publisher.findPublished(session, draft, { idempotencyKey: randomUUID(), intentAt: Date.now(), sentAt: Date.now() - 120_000 }))).toHaveProperty('remoteId')
  expect(network.visible()).toHaveLength(1)
})
