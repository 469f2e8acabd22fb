import { expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { tellsLimits } from '../../shared/accounts/server-limits.ts'
import { failureKind, valueOf } from '../support/adapter-session.ts'
import { refusals, riddles, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises whose servers set limits of their own, and are asked for them while somebody writes, once a day, and before a thread leaves. */
export function describeLimitsContract(given: () => Given): void {
  it('tells what its server takes as it told at the login, where each server sets that, and concludes nothing from silence', async () => {
    const { server, adapter, session } = given()
    const { connect, readLimits } = adapter
    if (readLimits === undefined) return
    const { serverLimits } = valueOf(await connect.whoAmI(session))
    expect(tellsLimits(serverLimits)).toBe(true)
    expect(valueOf(await readLimits(session))).toEqual(serverLimits)
    server.spoil(() => true, refusals.gone)
    expect((await readLimits(session)).ok).toBe(false)
  })

  it('asks a server in trouble for its limits once, and not a second one of its addresses', async () => {
    const { server, adapter, session } = given()
    if (adapter.readLimits === undefined) return
    const trouble = riddles(false).find(({ name }) => name === '500')!
    for (const [fault, kind] of [[trouble, 'server_error'], [refusals.slowDown, 'rate_limited']] as const) {
      const before = server.requests.length
      server.spoil(() => true, fault)
      expect(failureKind(await adapter.readLimits(session)), fault.name).toBe(kind)
      expect(server.requests.length - before, fault.name).toBe(1)
    }
  })
}
