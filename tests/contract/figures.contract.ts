import { expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { failureKind, valueOf } from '../support/adapter-session.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { FakeNetwork } from './fake-network.ts'
import { refusals, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly network: FakeNetwork
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises that reads what its network counts: what the capabilities name, and the truth of a post that is gone. */
export function describeFiguresContract(given: () => Given, publish: () => Promise<NetworkResult<Published>>, { deletesOnlyAnswers, deletesNothing, remoteIdExample, neverThere }: AdapterUnderTest): void {
  it('reads the figures that its capabilities name, where they name any', async () => {
    const { network, server, adapter, session } = given()
    const { figures, capabilities } = adapter
    expect(figures === undefined).toBe(capabilities.figures === undefined)
    if (figures === undefined || capabilities.figures === undefined) return
    expect(Object.keys(valueOf(await figures.ofAccount(session))).toSorted()).toEqual(capabilities.figures.ofAccount.value.toSorted())
    // Of posts nothing is told there, and nobody asks.
    if (capabilities.figures.ofPost.value.length === 0 || capabilities.figures.toldWithInbox !== undefined) return
    const { remoteId } = valueOf(await publish())
    network.postsDraft?.(remoteId)
    const post = valueOf(await figures.ofPost(session, remoteId))
    if (post === 'gone') throw new Error('the post is there')
    expect(Object.keys(post).toSorted()).toEqual(capabilities.figures.ofPost.value.toSorted())
    expect(Object.values(post).every((value) => Number.isInteger(value) && value >= 0)).toBe(true)
    // Where posts are taken away in the network itself alone: one that never was.
    const isDeleted = deletesOnlyAnswers !== true && deletesNothing !== true
    if (isDeleted) valueOf((await adapter.publisher.act?.(session, { act: 'delete', remoteId }))!)
    expect(valueOf(await figures.ofPost(session, isDeleted ? remoteId : (neverThere ?? remoteIdExample)))).toBe('gone')
    server.spoil(() => true, refusals.unauthorised)
    expect(failureKind(await figures.ofPost(session, remoteId))).toBe('auth_revoked')
  })
}
