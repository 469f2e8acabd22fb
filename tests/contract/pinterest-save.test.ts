import { expect, it } from 'vitest'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { createFakePinterest, fakeBoardId } from './fake-pinterest.ts'
import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'
import { refusals, type Fault } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const lost: Fault = { name: 'lost', isDone: true, spoil: (response) => void response.destroy() }
const isSave = ({ path }: FakeRequest): boolean => path.endsWith('/save')

async function rig(change?: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer) {
  const network = createFakePinterest()
  const { send, ...rest } = await startNetworkRig('Pinterest', { network, clock: systemClock, ...(change === undefined ? {} : { change }) })
  const retry = (draft: Draft, more: object = {}) => rest.adapter.publisher.publish(rest.session, draft, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f51', intentAt: 0, since: Date.now() - 60_000, ...more })
  return { ...rest, network, publish: send, retry, saves: () => rest.server.requests.filter(isSave) }
}

const saving = (remoteId: string, more: Partial<Draft> = {}): Draft => draftOf('', { quote: { remoteId, url: `https://www.pinterest.com/pin/${remoteId}/` }, ...more })
const inSalads = { beside: { categories: [{ id: '21', name: 'Salades' }] } }
const foundIn = (found: unknown): { readonly remoteId: string } => {
  if (typeof found !== 'object') throw new Error(`not found: ${JSON.stringify(found)}`)
  return found as { readonly remoteId: string }
}
const reasonOf = async (sent: ReturnType<Awaited<ReturnType<typeof rig>>['publish']>): Promise<unknown> => {
  const { ok: isSent, ...rest } = await sent
  return isSent ? 'sent' : (rest as { failure: { kind: string; error: { details?: Record<string, unknown> } } }).failure.error.details?.['reason']
}

it('a pin is saved on the board with nothing of ours, and becomes one of its own that can be deleted', async () => {
  const { network, adapter, session, server, publish, saves, complaints } = await rig()
  const id = network.posts!('Une tarte')
  const { remoteId, url } = valueOf(await publish(saving(id, { text: 'Nos mots', title: 'Un titre' })))
  expect([saves().map(({ path, json }) => [path, json]), url]).toEqual([[[`/v5/pins/${id}/save`, { board_id: fakeBoardId }]], `https://www.pinterest.com/pin/${remoteId}/`])
  expect(remoteId).not.toBe(id)
  valueOf(await adapter.publisher.act!(session, { act: 'delete', remoteId }))
  expect(network.visible()).toEqual([])
  expect(server.requests.length).toBeLessThan(5)
  expect(complaints()).toEqual([])
})

it('a pin goes into the section that was chosen, is found there, and by nothing but the pin it was saved from', async () => {
  const { server, network, adapter, session, publish, find, saves, complaints } = await rig()
  const [id, other] = [network.posts!('Une salade'), network.posts!('Une salade')]
  server.spoil(isSave, lost, 1)
  expect(await publish(saving(id, inSalads))).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
  expect(saves().map(({ json }) => json['board_section_id'])).toEqual(['21'])
  const { remoteId } = foundIn(valueOf(await find(saving(id, inSalads))))
  // One that is known as another's is not this one.
  const look = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f52', intentAt: 0, sentAt: Date.now() - 60_000, isAnothers: (each: string) => each === remoteId }
  expect(valueOf(await adapter.publisher.findPublished(session, saving(other, inSalads), look))).toBe('none')
  // A pin of ours with the very same words is another one.
  expect(valueOf(await find(draftOf('Une salade', { media: [pictureOf('')], ...inSalads })))).toBe('none')
  expect(complaints()).toEqual([])
})

it('what is there already is not saved once more, whoever saved it, and an attempt before this one is taken for it', async () => {
  const { server, network, publish, retry, saves } = await rig()
  const id = network.posts!('Une tarte')
  server.spoil(isSave, lost, 1)
  await publish(saving(id))
  const { remoteId } = valueOf(await retry(saving(id)))
  expect(network.quoted!()).toEqual([id])
  expect(await reasonOf(publish(saving(id)))).toBe('already_saved')
  expect(await reasonOf(retry(saving(id), { isAnothers: (each: string) => each === remoteId }))).toBe('already_saved')
  // Our own pin stands on its own board.
  expect(await reasonOf(publish(saving('1')))).toBe('already_saved')
  expect(saves()).toHaveLength(1)
})

it('nothing is saved while the board cannot be looked through, or a list is not understood', async () => {
  const { server, network, publish, saves } = await rig()
  const id = network.posts!('Une tarte')
  for (const fault of [refusals.forbidden, { name: 'odd', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: [{ id: 7 }], bookmark: null })) } satisfies Fault]) {
    server.spoil(({ path }) => path === `/v5/boards/${fakeBoardId}/pins`, fault, 1)
    // Nothing may have arrived: nobody is asked to look.
    expect(['rejected', 'server_error']).toContain(failureKind(await publish(saving(id))))
  }
  expect(saves()).toEqual([])
})

it('nobody can tell where a list does not say of which pin one was saved', async () => {
  const { network, publish, find } = await rig(({ path }, answer) => {
    if (!path.endsWith('/pins')) return answer
    const { items, ...page } = answer.json as { items: Record<string, unknown>[] }
    return ok({ ...page, items: items.map((pin) => ({ ...pin, parent_pin_id: undefined })) })
  })
  const id = network.posts!('Une tarte')
  expect(valueOf(await find(saving(id)))).toBe('none')
  valueOf(await publish(saving(id)))
  expect(valueOf(await find(saving(id)))).toBe('cannot_tell')
})

it('nobody can tell where a pin that was saved from another one stands there since, and nobody knows whose it is', async () => {
  // Ours was saved itself once: the network may name the pin that it came from.
  const { server, network, publish, find, saves } = await rig(({ path }, answer) => {
    if (!path.endsWith('/pins')) return answer
    const { items, ...page } = answer.json as { items: Record<string, unknown>[] }
    return ok({ ...page, items: items.map((pin) => ({ ...pin, parent_pin_id: pin['parent_pin_id'] === null ? null : '813744226420790000' })) })
  })
  const id = network.posts!('Une tarte')
  expect(valueOf(await find(saving(id)))).toBe('none')
  server.spoil(isSave, lost, 1)
  expect(await publish(saving(id))).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
  expect([valueOf(await find(saving(id))), saves().length]).toEqual(['cannot_tell', 1])
})

it('a pin or a section that is gone is named, and an app on trial access too', async () => {
  const { server, network, publish } = await rig()
  expect(await reasonOf(publish(saving('813744226420795884')))).toBe('quoted_gone')
  expect(await reasonOf(publish(saving('pin-7')))).toBe('quoted_gone')
  const id = network.posts!('Une tarte')
  const refuse = (status: number, json: object): void => server.spoil(isSave, { name: String(status), isDone: false, spoil: (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json)) }, 1)
  refuse(404, { code: 2031, message: 'Sorry! We couldn\'t find this board section.' })
  expect(await reasonOf(publish(saving(id, inSalads)))).toBe('section_gone')
  refuse(403, { code: 29, message: 'Apps with Trial access may not create Pins in production' })
  expect(await reasonOf(publish(saving(id)))).toBe('trial_access')
  expect(network.visible()).toEqual([])
})

it('nothing of ours goes beside it', async () => {
  const { network, publish, saves } = await rig()
  const id = network.posts!('Une tarte')
  expect(await publish(saving(id, { media: [pictureOf('')] }))).toMatchObject({ ok: false, failure: { kind: 'rejected' } })
  expect(saves()).toEqual([])
})
