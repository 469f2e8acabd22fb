import type { ServerResponse } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { createHttpClient, type ClosableHttpClient } from '../../electron/engine/http/create-http-client.ts'
import type { Act } from '../../shared/networks/acts.ts'
import { valueOf } from '../support/adapter-session.ts'
import { hasSharedFolder } from '../support/shared-folder.ts'
import { adaptersUnderTest } from './adapters-under-test.ts'
import { createRequestLedger } from './descriptions/network-description.ts'
import { startHostileServer, type HostileServer } from './hostile-server.ts'

const names = ['Telegram', 'Discord'] as const
let http: ClosableHttpClient
let server: HostileServer
afterEach(async () => {
  http.close()
  await server.stop()
})

/** `ahead`: so far, in ms, our clock is before the network's. */
async function rig(name: (typeof names)[number], ahead = 0) {
  const under = adaptersUnderTest.find((each) => each.name === name)!
  const network = under.createNetwork()
  server = await startHostileServer(network)
  http = createHttpClient({ log: { info: () => undefined, warning: () => undefined, error: () => undefined }, userAgent: 'Vigie/test' })
  const ledger = createRequestLedger()
  const adapter = under.createAdapter({ http: ledger.watch(http), clock: { now: () => Date.now() + ahead, after: () => () => undefined } })
  const session = under.createSession(server.url, adapter)
  const remoteId = network.hear('bonjour')
  const act = (what: Act, minutes?: number | null) => adapter.publisher.act!(session, { act: what, remoteId, minutes })
  /** In minutes from now, by the network's clock; null: for good. */
  const asked = (): number | null | undefined => {
    const { json } = server.requests.findLast(({ path, method }) => path.endsWith('restrictChatMember') || (method === 'PATCH' && path.includes('/members/')))!
    const { communication_disabled_until: moment, until_date: seconds } = json as { communication_disabled_until?: string; until_date?: number }
    const until = moment === undefined ? seconds : Date.parse(moment) / 1000
    return until === undefined ? null : Math.round((until - Date.now() / 1000) / 60)
  }
  return { under, network, ledger, adapter, act, asked }
}

it.each(names)('keeps somebody on %s from writing for as long as was chosen, by the network’s own clock', async (name) => {
  for (const ahead of [0, 3 * 3_600_000, -3 * 3_600_000]) {
    const { under, network, ledger, adapter, act, asked } = await rig(name, ahead)
    for (const minutes of adapter.capabilities.silence!.minutes.value) {
      valueOf(await act('mute', minutes))
      expect([network.inForce(), asked()], `${minutes} minutes, ${ahead} ms ahead`).toEqual([['mute'], minutes])
      valueOf(await act('unmute'))
      expect(network.inForce()).toEqual([])
    }
    if (hasSharedFolder) expect(ledger.complaints(under.loadDescription())).toEqual([])
    http.close()
    await server.stop()
  }
})

it('lets nobody in again on Telegram who was banned', async () => {
  const { network, act } = await rig('Telegram')
  valueOf(await act('block'))
  for (const what of ['mute', 'unmute'] as const) valueOf(await act(what, 60))
  expect(network.inForce()).toEqual(['block'])
})

it('has nothing to end on Discord for somebody who left, and can silence nobody who did', async () => {
  const { act, network } = await rig('Discord')
  const gone = { name: 'gone', isDone: false, spoil: (response: ServerResponse) => void response.writeHead(404, { 'content-type': 'application/json' }).end('{"code":10007,"message":"Unknown Member"}') }
  server.spoil(({ path }) => path.includes('/members/'), gone)
  expect([(await act('unmute')).ok, (await act('mute', 60)).ok, network.inForce()]).toEqual([true, false, []])
})

it('tells that owners and administrators of a server are given no time-out', async () => {
  const { act } = await rig('Discord')
  const forbidden = { name: '403', isDone: false, spoil: (response: ServerResponse) => void response.writeHead(403, { 'content-type': 'application/json' }).end('{"code":50013,"message":"Missing Permissions"}') }
  server.spoil(({ method }) => method === 'PATCH', forbidden)
  expect(await act('mute', 60)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'Missing Permissions' } } } })
})
