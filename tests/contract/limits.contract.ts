import { expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { valueOf } from '../support/adapter-session.ts'
import { refusals, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises whose servers set limits of their own, and are asked for them before a thread leaves. */
export function describeLimitsContract(given: () => Given): void {
  it('tells what its server takes as it told at the login, where each server sets that, and concludes nothing from silence', async () => {
    const { server, adapter, session } = given()
    const { connect, readLimits } = adapter
    if (readLimits === undefined) return
    const { serverLimits } = valueOf(await connect.whoAmI(session))
    expect(serverLimits.maxCharacters).not.toBeNull()
    expect(valueOf(await readLimits(session))).toEqual(serverLimits)
    server.spoil(() => true, refusals.gone)
    expect((await readLimits(session)).ok).toBe(false)
  })
}
