import { expect, it } from 'vitest'
import type { CallUse } from '../../electron/engine/networks/network-limits.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import { createFakeDiscord } from './fake-discord.ts'
import { refusals, type Fault } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const lost: Fault = { name: 'lost', isDone: true, spoil: (response) => void response.destroy() }

async function rig(type: 0 | 5 = 5) {
  const network = createFakeDiscord({ type })
  const started = await startNetworkRig('Discord', { network })
  const { publisher } = started.adapter
  const { remoteId } = valueOf(await started.send(draftOf('Ouvert dimanche')))
  const passOn = () => publisher.passOn!(started.session, { remoteId })
  const isPassedOn = async () => valueOf(await publisher.isPassedOn!(started.session, { remoteId }))
  const calls = () => started.server.requests.filter(({ path }) => path.endsWith('/crosspost')).length
  return { ...started, network, publisher, passOn, isPassedOn, calls }
}

it('a post in an announcement channel goes on to the channels that follow it, once', async () => {
  const { adapter, session, network, passOn, isPassedOn, calls, complaints } = await rig()
  expect(valueOf(await adapter.readLimits!(session)).channel?.kind).toBe('announcement')
  expect(await isPassedOn()).toBe(false)
  for (const again of [passOn, passOn]) expect(valueOf(await again())).toBeNull()
  expect([network.passedOn(), await isPassedOn(), calls()]).toEqual([['Ouvert dimanche'], true, 1])
  expect(complaints()).toEqual([])
})

it('is looked for after a lost answer, and what somebody passed on meanwhile is done', async () => {
  const { server, network, passOn, isPassedOn, calls } = await rig()
  server.spoil(({ path }) => path.endsWith('/crosspost'), lost, 1)
  expect([failureKind(await passOn()), await isPassedOn()]).toEqual(['unknown_outcome', true])
  expect([valueOf(await passOn()), calls(), network.passedOn().length]).toEqual([null, 1, 1])
  // Between the look and the call.
  server.spoil(({ method, path }) => method === 'GET' && path.includes('/messages/'), { name: 'late', isDone: false, spoil: (response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"flags":0}') }, 1)
  expect([valueOf(await passOn()), calls()]).toEqual([null, 2])
})

it('waits where Discord has had enough for an hour, and says where the channel is none of that kind or the message is gone', async () => {
  const { server, passOn, isPassedOn } = await rig()
  server.spoil(({ path }) => path.endsWith('/crosspost'), refusals.slowDown, 1)
  expect([failureKind(await passOn()), await isPassedOn()]).toEqual(['rate_limited', false])
  const plain = await rig(0)
  expect([failureKind(await plain.passOn()), plain.network.passedOn()]).toEqual(['rejected', []])
  expect(failureKind(await plain.publisher.passOn!(plain.session, { remoteId: '77' }))).toBe('rejected')
})

it('draws on a budget of its own: what is passed on as often as Discord lets it holds no post back', async () => {
  const network = createFakeDiscord({ type: 5 })
  const told = { 'x-ratelimit-limit': '10', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600), 'x-ratelimit-bucket': 'crosspost' }
  const { adapter, session, send, server } = await startNetworkRig('Discord', { network, change: ({ path }, answer) => (path.endsWith('/crosspost') ? { ...answer, headers: told } : answer) })
  const { remoteId } = valueOf(await send(draftOf('Ouvert dimanche')))
  const counted: string[] = []
  const limits = { heldUntil: (use: CallUse) => (use === 'pass_on' ? Date.now() + 3_600_000 : null), note: (use: CallUse, readings: readonly { readonly bucket: string }[]) => void counted.push(...readings.map(({ bucket }) => `${use} ${bucket}`)) }
  valueOf(await adapter.publisher.passOn!({ ...session, limits: { ...limits, heldUntil: () => null } }, { remoteId }))
  expect(counted).toEqual(['pass_on crosspost'])
  const calls = server.requests.length
  const other = valueOf(await send(draftOf('Ouvert lundi'))).remoteId
  expect(failureKind(await adapter.publisher.passOn!({ ...session, limits }, { remoteId: other }))).toBe('rate_limited')
  // The post, and a look at it.
  expect(server.requests.length - calls).toBe(2)
})

it('is not in doubt where it was not understood how the message stands', async () => {
  const { adapter, session, send, server } = await startNetworkRig('Discord', { network: createFakeDiscord({ type: 5 }), change: ({ method, path }, answer) => (method === 'GET' && path.includes('/messages/') ? { status: 200, json: { flags: 'none' } } : answer) })
  const { remoteId } = valueOf(await send(draftOf('Ouvert dimanche')))
  expect(failureKind(await adapter.publisher.passOn!(session, { remoteId }))).toBe('server_error')
  expect(server.requests.filter(({ path }) => path.endsWith('/crosspost'))).toEqual([])
})
