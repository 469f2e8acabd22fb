import { expect, it } from 'vitest'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { draftOf, pictureOf, valueOf } from '../support/adapter-session.ts'
import { createFakePinterest } from './fake-pinterest.ts'
import { refusals, type Fault } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const lost: Fault = { name: 'lost', isDone: true, spoil: (response) => void response.destroy() }

async function rig() {
  const network = createFakePinterest()
  const { send, ...rest } = await startNetworkRig('Pinterest', { network, clock: systemClock })
  const created = () => rest.server.requests.filter((request) => network.isCreate(request))
  return { ...rest, network, publish: send, created }
}

const inSection = (id = '21', name = 'Salades') => draftOf('Une salade', { media: [pictureOf('')], beside: { categories: [{ id, name }] } })

it('the sections of the board are listed as what its pins may be filed under', async () => {
  const { adapter, session, complaints } = await rig()
  expect(valueOf(await adapter.readCategories!(session))).toEqual({ categories: [{ id: '21', name: 'Salades', parentId: null }, { id: '22', name: 'Soupes', parentId: null }], isComplete: true })
  expect(complaints()).toEqual([])
})

it('a list that is not understood does not say that a section is gone', async () => {
  const { server, adapter, session, publish, created } = await rig()
  server.spoil(({ path }) => path.endsWith('/sections'), { name: 'odd', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items: [{ id: '22', name: 'Soupes' }, { id: 7 }], bookmark: null })) })
  expect(valueOf(await adapter.readCategories!(session))).toMatchObject({ isComplete: false })
  valueOf(await publish(inSection()))
  expect(created()).toHaveLength(1)
})

it('a pin goes into its section, is found there, and is not made twice', async () => {
  const { server, network, publish, find, created, complaints } = await rig()
  server.spoil((request) => network.isCreate(request), lost, 1)
  expect(await publish(inSection())).toMatchObject({ ok: false, failure: { kind: 'unknown_outcome' } })
  expect(valueOf(await find(inSection()))).toMatchObject({ remoteId: expect.any(String) })
  expect(created().map(({ json }) => json['board_section_id'])).toEqual(['21'])
  expect(valueOf(await find(inSection('22', 'Soupes')))).toBe('none')
  expect(complaints()).toEqual([])
})

it('a pin is not taken for missing while its section may not be looked through, whatever the board lists', async () => {
  const { server, publish, find } = await rig()
  valueOf(await publish(inSection()))
  for (const refusal of [refusals.forbidden, refusals.unprocessable]) {
    server.spoil(({ path }) => path.endsWith('/sections/21/pins'), refusal, 1)
    expect(await find(inSection())).toMatchObject({ ok: false })
  }
  expect(valueOf(await find(inSection()))).toMatchObject({ remoteId: expect.any(String) })
})

it('one on the board itself names no section, and is looked for on the board', async () => {
  const { publish, find, created } = await rig()
  const plain = draftOf('Une tarte', { media: [pictureOf('')] })
  valueOf(await publish(plain))
  expect(created()[0]?.json).not.toHaveProperty('board_section_id')
  // Chosen for a section, and moved onto the board by somebody: it is this one all the same.
  expect(valueOf(await find({ ...plain, beside: { categories: [{ id: '21', name: 'Salades' }] } }))).toMatchObject({ remoteId: expect.any(String) })
})

it('into a section that is gone nothing is sent, and the person is told which one', async () => {
  const { network, publish, find, created } = await rig()
  network.sections.delete('21')
  expect(await publish(inSection())).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'section_gone', category: 'Salades' } } } })
  expect(created()).toEqual([])
  expect(valueOf(await find(inSection()))).toBe('none')
})
