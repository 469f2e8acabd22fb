import { expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import { failureKind, valueOf } from '../support/adapter-session.ts'
import { refusals, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises that has a directory of people: names as they are written behind the `@`, and an empty list for nobody. */
export function describePeopleContract(given: () => Given): void {
  it('finds people by name, where its capabilities say so', async () => {
    const { server, adapter, session } = given()
    const { findPeople, capabilities } = adapter
    expect(findPeople === undefined).toBe(capabilities.people === undefined)
    if (findPeople === undefined) return
    const [found, ...others] = valueOf(await findPeople(session, 'tom'))
    expect(found?.name).toBe('Tom')
    expect(found?.handle).toMatch(/^tom/)
    expect(others).toEqual([])
    expect(valueOf(await findPeople(session, 'nobody of this name'))).toEqual([])
    server.spoil(() => true, refusals.unauthorised)
    expect(failureKind(await findPeople(session, 'tom'))).toBe('auth_revoked')
  })
}
