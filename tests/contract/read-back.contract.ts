import { expect, it } from 'vitest'
import { compareWithReality } from '../../shared/reality/compare-with-reality.ts'
import type { NetworkAdapter } from '../../electron/engine/networks/network-adapter.ts'
import type { Published } from '../../electron/engine/networks/network-publisher.ts'
import type { Draft } from '../../electron/engine/networks/network-draft.ts'
import type { AccountSession } from '../../electron/engine/networks/network-session.ts'
import type { NetworkResult } from '../../electron/engine/networks/network-failure.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import type { AdapterUnderTest } from './adapter-under-test.ts'
import { refusals, type HostileServer } from './hostile-server.ts'

interface Given {
  readonly server: HostileServer
  readonly adapter: NetworkAdapter
  readonly session: AccountSession
}

/** What every adapter promises that reads back what it published: the very words, and the truth of a post that is gone. */
export function describeReadBackContract(given: () => Given, publish: (what: Draft) => Promise<NetworkResult<Published>>, { fileOf }: Pick<AdapterUnderTest, 'fileOf'>): void {
  it('reads back what it published, where it can, and finds nothing changed', async () => {
    const { server, adapter, session } = given()
    const { readBack } = adapter
    if (readBack === undefined) return
    const draft = draftOf('Bonjour à tous', { title: 'Bonjour à tous', media: fileOf === undefined ? [] : [fileOf('point')] })
    const { remoteId } = valueOf(await publish(draft))
    const words = { title: draft.title, text: draft.text, document: draft.document, media: draft.media.map(({ altText, durationMs }) => ({ altText, isVideo: durationMs !== null })) }
    const there = valueOf(await readBack(session, remoteId, words))
    if (there === 'gone') throw new Error('the post is there')
    const { title, text, mediaCount } = compareWithReality({ ...words, card: null }, there)
    expect(text).toEqual({ verdict: 'exact' })
    expect(mediaCount).toMatchObject({ verdict: 'exact' })
    expect(title?.verdict).not.toBe('changed')
    valueOf((await adapter.publisher.act?.(session, { act: 'delete', remoteId }))!)
    expect(valueOf(await readBack(session, remoteId, words))).toBe('gone')
    server.spoil(() => true, refusals.unauthorised)
    expect(failureKind(await readBack(session, remoteId, words))).toBe('auth_revoked')
  })
}
