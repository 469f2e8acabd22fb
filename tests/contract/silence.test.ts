import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import type { Act } from '../../shared/networks/acts.ts'
import { valueOf } from '../support/adapter-session.ts'
import { startNetworkRig } from './network-rig.ts'

const names = ['Telegram', 'Discord'] as const

/** `ahead`: so far, in ms, our clock is before the network's. */
async function rig(name: (typeof names)[number], ahead = 0) {
  const started = await startNetworkRig(name, { clock: { now: () => Date.now() + ahead, after: () => () => undefined } })
  const { network, adapter, session, server } = started
  const remoteId = network.hear('bonjour')
  const act = (what: Act, minutes?: number | null) => adapter.publisher.act!(session, { act: what, remoteId, minutes })
  /** In minutes from now, by the network's clock; null: for good. */
  const asked = (): number | null | undefined => {
    const { json } = server.requests.findLast(({ path, method }) => path.endsWith('restrictChatMember') || (method === 'PATCH' && path.includes('/members/')))!
    const { communication_disabled_until: moment, until_date: seconds } = json as { communication_disabled_until?: string; until_date?: number }
    const until = moment === undefined ? seconds : Date.parse(moment) / 1000
    return until === undefined ? null : Math.round((until - Date.now() / 1000) / 60)
  }
  return { ...started, act, asked }
}

it.each(names)('keeps somebody on %s from writing for as long as was chosen, by the network’s own clock', async (name) => {
  for (const ahead of [0, 3 * 3_600_000, -3 * 3_600_000]) {
    const { network, adapter, act, asked, complaints } = await rig(name, ahead)
    for (const minutes of adapter.capabilities.silence!.minutes.value) {
      valueOf(await act('mute', minutes))
      expect([network.inForce(), asked()], `${minutes} minutes, ${ahead} ms ahead`).toEqual([['mute'], minutes])
      valueOf(await act('unmute'))
      expect(network.inForce()).toEqual([])
    }
    expect(complaints()).toEqual([])
  }
})

it('lets nobody in again on Telegram who was banned', async () => {
  const { network, act } = await rig('Telegram')
  valueOf(await act('block'))
  for (const what of ['mute', 'unmute'] as const) valueOf(await act(what, 60))
  expect(network.inForce()).toEqual(['block'])
})

it('has nothing to end on Discord for somebody who left, and can silence nobody who did', async () => {
  const { act, network, server } = await rig('Discord')
  const gone = { name: 'gone', isDone: false, spoil: (response: ServerResponse) => void response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":10007,"message":"Unknown Member"}') }
  server.spoil(({ path }) => path.includes('/members/'), gone)
  expect([(await act('unmute')).ok, (await act('mute', 60)).ok, network.inForce()]).toEqual([true, false, []])
})

it('tells that owners and administrators of a server are given no time-out', async () => {
  const { act, server } = await rig('Discord')
  const forbidden = { name: '403', isDone: false, spoil: (response: ServerResponse) => void response.writeHead(403, { 'content-type': 'application/json' }).end('{"code":50013,"message":"Missing Permissions"}') }
  server.spoil(({ method }) => method === 'PATCH', forbidden)
  expect(await act('mute', 60)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'Missing Permissions' } } } })
})
