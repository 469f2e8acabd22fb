import { expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { failureKind, valueOf } from '../support/adapter-session.ts'
import type { FakeNetwork } from './fake-network.ts'
import { refusals, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly network: FakeNetwork
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

const posts = { isAnswer: false, isMessage: false } as const

/** What every adapter promises that lists an account's newest posts, for a person to look through. */
export function describeLastPostsContract(given: () => Given, publish: () => Promise<NetworkResult<Published>>): void {
  it('lists what the account published last, with its words and its address, where it lists anything', async () => {
    const { network, server, adapter, session } = given()
    const { listLast } = adapter.publisher
    if (listLast === undefined) return
    const before = valueOf(await listLast(session, posts)) ?? []
    expect(JSON.stringify(before)).not.toContain('Bonjour')
    // What others say is not the account's.
    if (adapter.inbox !== undefined) network.hear('Une question')
    const published = valueOf(await publish())
    // A draft, or what the network is still at work on, stands in no list.
    if (published.pending !== undefined) return expect(valueOf(await listLast(session, posts))).toEqual(before)
    expect(valueOf(await listLast(session, posts))).toEqual([{ ...published, text: expect.stringContaining('Bonjour à tous'), publishedAt: expect.any(Number) }, ...before.map((post) => ({ ...post, publishedAt: expect.any(Number) }))])
    server.spoil(() => true, refusals.unauthorised)
    expect(failureKind(await listLast(session, posts))).toBe('auth_revoked')
  })
}
