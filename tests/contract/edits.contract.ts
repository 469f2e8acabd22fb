import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { EditTarget } from '../../electron/engine/networks/network-edit.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { inChannel } from '../../shared/networks/in-channel.ts'
import { saysWanted } from '../../shared/published/words-there.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import type { FakeNetwork } from './fake-network.ts'
import { refusals, riddles, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly network: FakeNetwork
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises that writes other words over what is out, and that one without says so in its capabilities. */
export function describeEditsContract(given: () => Given, publish: (what: Draft) => Promise<NetworkResult<Published>>, { fileOf, needsPicture }: Pick<AdapterUnderTest, 'fileOf' | 'needsPicture'>): void {
  describe('other words for what is out', () => {
    const wanted = draftOf('Bonsoir à tous', { title: 'Bonsoir à tous' })
    const offers = (): boolean => given().adapter.capabilities.edit.offer.value === 'yes'
    const media = fileOf !== undefined ? [fileOf('point')] : [pictureOf('un point')]
    const edit = (remoteId: string, hasMedia: boolean): Promise<NetworkResult<Published | null>> => given().adapter.publisher.edit!(given().session, { ...target(remoteId), hasMedia })
    const target = (remoteId: string): Omit<EditTarget, 'hasMedia'> => ({ remoteId, title: wanted.title, text: wanted.text, document: wanted.document, was: holds([]) })
    const holds = (more: readonly Draft['media'][number][]): Draft => draftOf('Bonjour à tous', { title: 'Bonjour à tous', media: more })

    const kindsOf = ({ capabilities }: NetworkAdapter): readonly Draft['media'][] => {
      if (capabilities.edit.notWith?.some((one) => one === 'picture' || one === 'image') === true) return [[]]
      return fileOf !== undefined || needsPicture === true ? [media] : [[], media]
    }
    /** Where a title stays, and posts are known by theirs, what is read back tells. */
    async function expectWritten(remoteId: string, files: Draft['media']): Promise<void> {
      const { network, adapter: { capabilities, readBack }, session } = given()
      const { edit: rule } = inChannel(capabilities, session.account.serverLimits)
      if (rule.titleStays === undefined) expect(network.visible().at(-1)).toContain('Bonsoir à tous')
      else expect(readBack).toBeDefined()
      if (readBack === undefined) return
      const there = valueOf(await readBack(session, remoteId, { ...wanted, media: files.map(({ durationMs }) => ({ isVideo: durationMs !== null })) }))
      expect(there !== 'gone' && saysWanted(there, wanted, rule.title === true)).toBe(true)
    }

    it('writes them where the post stood, twice as once, and its capabilities say whether it can', async () => {
      const { adapter } = given()
      expect(adapter.publisher.edit !== undefined).toBe(offers())
      if (!offers()) return
      for (const files of kindsOf(adapter)) {
        const { remoteId } = valueOf(await adapter.publisher.publish(given().session, holds(files), { idempotencyKey: randomUUID(), intentAt: Date.now() }))
        const outcomes = [valueOf(await edit(remoteId, files.length > 0)), valueOf(await edit(remoteId, files.length > 0))]
        // By the number of before, which the network follows where a change makes another post.
        if (adapter.capabilities.edit.makesAnother === undefined) expect(outcomes).toEqual([null, null])
        else expect([outcomes[0] === null, outcomes[0]?.remoteId === remoteId, outcomes[1]]).toEqual([false, false, outcomes[0]])
        await expectWritten(remoteId, files)
        valueOf(await adapter.publisher.act!(given().session, { act: 'delete', remoteId }))
        expect(failureKind(await edit(remoteId, files.length > 0))).toBe('rejected')
      }
    })

    it.each(['a page with 200', '502 with a page', 'half an answer'])('takes %s for no yes', async (name) => {
      const { server } = given()
      if (!offers()) return
      const { remoteId } = valueOf(await publish(holds(fileOf !== undefined || needsPicture === true ? media : [])))
      server.spoil(({ method }) => method !== 'GET', riddles(false).find((riddle) => riddle.name === name)!)
      expect(failureKind(await edit(remoteId, fileOf !== undefined || needsPicture === true))).toBe('unknown_outcome')
    })

    it('asks for a login where the access is refused', async () => {
      const { server } = given()
      if (!offers()) return
      const { remoteId } = valueOf(await publish(holds(fileOf !== undefined || needsPicture === true ? media : [])))
      server.spoil(() => true, refusals.unauthorised)
      expect(failureKind(await edit(remoteId, false))).toMatch(/^auth_/)
    })
  })
}
