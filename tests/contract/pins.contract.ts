import { describe, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import type { PinThere } from '../../shared/published/pin-there.ts'
import { failureKind, valueOf } from '../support/adapter-session.ts'
import type { FakeNetwork } from './fake-network.ts'
import { refusals, riddles, unknownFields, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly network: FakeNetwork
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises that pins what it published, and that the others say that they do not. */
export function describePinsContract(given: () => Given, publish: () => Promise<NetworkResult<Published>>): void {
  describe('pinning', () => {
    const set = (remoteId: string, isPinned: boolean): Promise<NetworkResult<null>> => given().adapter.pins!.set(given().session, { remoteId, isPinned, instead: null })
    const read = (remoteId: string): Promise<NetworkResult<PinThere | 'gone'>> => given().adapter.pins!.read(given().session, remoteId)
    const isPinned = async (remoteId: string): Promise<boolean | null | 'gone'> => {
      const there = valueOf(await read(remoteId))
      return there === 'gone' ? there : there.isPinned
    }

    it('is there where the capabilities offer it, and nowhere else', () => {
      const { adapter } = given()
      const { offer, place } = adapter.capabilities.pin
      expect([adapter.pins !== undefined, place !== undefined]).toEqual([offer.value === 'yes', offer.value === 'yes'])
    })

    it('leaves the same however often it is done, is told where the network tells it, and is taken back', async () => {
      const { network, server, adapter } = given()
      if (adapter.pins === undefined) return
      const { remoteId } = valueOf(await publish())
      expect(await isPinned(remoteId)).not.toBe(true)
      // Of an account whose posts cannot be pinned, it is said, and not tried.
      if (network.pinned === undefined) return expect([valueOf(await read(remoteId)), failureKind(await set(remoteId, true))]).toMatchObject([{ hindrance: expect.any(String) }, 'rejected'])
      for (const each of [true, true]) expect(valueOf(await set(remoteId, each))).toBeNull()
      expect(network.pinned()).toHaveLength(1)
      server.spoil(() => true, unknownFields)
      expect(await isPinned(remoteId)).toBe(true)
      // What a network has beside it is kept where it is written back, which its description would not know.
      server.spoil(() => false, unknownFields)
      for (const each of [false, false]) expect(valueOf(await set(remoteId, each))).toBeNull()
      expect(network.pinned()).toEqual([])
      expect(await isPinned(remoteId)).not.toBe(true)
    })

    it.each(['a page with 200', '502 with a page', 'half an answer'])('takes %s for no yes, and does not call it a refusal', async (name) => {
      const { network, server, adapter } = given()
      if (adapter.pins === undefined || network.pinned === undefined) return
      const { remoteId } = valueOf(await publish())
      const fault = riddles(false).find((riddle) => riddle.name === name)
      if (fault === undefined) throw new Error(`no ${name}`)
      server.spoil(({ method }) => method !== 'GET', fault)
      expect(['unknown_outcome', 'server_error']).toContain(failureKind(await set(remoteId, true)))
      expect(network.pinned()).toEqual([])
    })

    it('says of what the network refuses that it was refused, and asks for the login where that ended', async () => {
      const { network, server, adapter } = given()
      if (adapter.pins === undefined || network.pinned === undefined) return
      const { remoteId } = valueOf(await publish())
      server.spoil(({ method }) => method !== 'GET', refusals.forbidden)
      expect(failureKind(await set(remoteId, true))).toBe('rejected')
      server.spoil(() => true, refusals.slowDown)
      expect(failureKind(await set(remoteId, true))).toBe('rate_limited')
      server.spoil(() => true, refusals.unauthorised)
      expect([failureKind(await set(remoteId, true)), failureKind(await read(remoteId)), network.pinned()]).toEqual(['auth_revoked', 'auth_revoked', []])
    })
  })
}
