import { describe, expect, it } from 'vitest'
import { capabilitiesOf } from '../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../shared/networks/network-id.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { refusals, riddles } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

/** It was done, and nobody was told. */
const lostAnswer = riddles(true).find(({ name }) => name === '502 with a page')!
const detaching = ['Mastodon', 'Bluesky'] as const

/** `change`: what the network says instead. */
async function rig(name: (typeof detaching)[number], change: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer = (_, answer) => answer) {
  const started = await startNetworkRig(name, { change })
  const { adapter, session } = started
  const { remoteId: ours } = valueOf(await started.send(draftOf('Grande marée demain')))
  const before = started.server.requests.length
  return {
    ...started,
    ours,
    act: (what: 'detach' | 'undetach', remoteId: string) => adapter.publisher.act!(session, { act: what, remoteId }),
    read: async (remoteId: string) => valueOf(await adapter.inbox!.fetchSince(session, null)).items.find((item) => item.remoteId === remoteId),
    written: () => started.server.requests.slice(before).filter(({ method }) => method !== 'GET')
  }
}

/** What the status says of itself instead, when it is asked for alone. */
const changeStatus = (id: () => string, more: object) => ({ method, path }: FakeRequest, answer: FakeAnswer): FakeAnswer => (method === 'GET' && path === `/api/v1/statuses/${id()}` ? { ...answer, json: { ...(answer.json as object), ...more } } : answer)

describe('a quote of a post of ours', () => {
  it('can be put back only where it can be taken out', () => {
    for (const id of networkIds) {
      const { acts } = capabilitiesOf(id)
      if (acts.undetach === 'yes') expect(acts.detach).toBe('yes')
    }
  })

  it.each(detaching)('comes into the inbox of %s as a mention, with the words of our post, whether or not it names us', async (name) => {
    const { network, ours, read, complaints } = await rig(name)
    const quoting = network.hearQuote!('voyez')
    const named = network.hear('bonjour')
    expect(await read(quoting)).toMatchObject({ kind: 'mention', conversationRemoteId: quoting, text: 'voyez', quotes: { remoteId: ours, text: 'Grande marée demain', isDetached: false } })
    expect(await read(named)).not.toHaveProperty('quotes')
    expect(complaints()).toEqual([])
  })

  it.each(detaching)('on %s loses our post by one call, which says so from then on', async (name) => {
    const { network, act, read, written, complaints } = await rig(name)
    const quoting = network.hearQuote!('voyez')
    valueOf(await act('detach', quoting))
    expect(written()).toHaveLength(1)
    expect(network.inForce()).toEqual(['detach'])
    expect((await read(quoting))?.quotes?.isDetached).toBe(true)
    expect(complaints()).toEqual([])
  })

  it.each(detaching)('on %s is left alone where our post is out of it already: another program, or an attempt whose answer was lost', async (name) => {
    const { network, act, written } = await rig(name)
    const quoting = network.hearQuote!('voyez')
    valueOf(await act('detach', quoting))
    valueOf(await act('detach', quoting))
    expect(written()).toHaveLength(1)
  })

  it.each(detaching)('on %s is told after a lost answer by a look, and not taken out a second time', async (name) => {
    const { network, server, act, written } = await rig(name)
    const quoting = network.hearQuote!('voyez')
    server.spoil(({ method }) => method !== 'GET', lostAnswer)
    expect(failureKind(await act('detach', quoting))).toBe('unknown_outcome')
    expect(network.inForce()).toEqual(['detach'])
    valueOf(await act('detach', quoting))
    expect(written()).toHaveLength(1)
  })

  it.each(detaching)('on %s is not touched where it quotes nothing of ours', async (name) => {
    const { network, act, written } = await rig(name)
    expect(await act('detach', network.hear('bonjour'))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'quotes_nothing' } } } })
    expect(written()).toEqual([])
  })

  it.each(detaching)('on %s keeps our post where the network refuses', async (name) => {
    const { network, server, act } = await rig(name)
    const quoting = network.hearQuote!('voyez')
    server.spoil(({ method }) => method !== 'GET', refusals.forbidden)
    expect(failureKind(await act('detach', quoting))).not.toBe('ok null')
    expect(network.inForce()).toEqual([])
  })

  it('of Bluesky shows our post again, and what else its rules say stays', async () => {
    const { network, act, written, ours, session, adapter } = await rig('Bluesky')
    const [first, second] = [network.hearQuote!('voyez'), network.hearQuote!('encore')]
    for (const quoting of [first, second]) valueOf(await act('detach', quoting))
    valueOf(await act('undetach', first))
    const records = written().map(({ json }) => json['record'] as Record<string, unknown>)
    expect(records.map((record) => record['detachedEmbeddingUris'])).toEqual([[first], [first, second], [second]])
    expect(new Set(records.map(({ post }) => post))).toEqual(new Set([ours]))
    expect(new Set(records.map(({ createdAt }) => createdAt)).size).toBe(1)
    expect([adapter.capabilities.id, session.account.networkId]).toEqual(['bluesky', 'bluesky'])
  })

  it('of Bluesky is left alone where it is not understood out of which others our post was taken', async () => {
    const { network, act, written } = await rig('Bluesky', ({ path, query }, answer) => (path.endsWith('getRecord') && query.get('collection') === 'app.bsky.feed.postgate' ? { status: 200, json: { uri: 'at://did:plc:us/app.bsky.feed.postgate/1', cid: 'bafy', value: { $type: 'app.bsky.feed.postgate', detachedEmbeddingUris: [7] } } } : answer))
    expect(failureKind(await act('detach', network.hearQuote!('voyez')))).toBe('bug')
    expect(written()).toEqual([])
  })

  it('of Mastodon that was taken back, or whose author took our post away, is done; one that does not say what it quotes is left alone', async () => {
    let quoting = ''
    for (const state of ['revoked', 'rejected', 'deleted', 'unauthorized']) {
      const given = await rig('Mastodon', (request, answer) => changeStatus(() => quoting, { quote: { state, quoted_status: null } })(request, answer))
      quoting = given.network.hearQuote!('voyez')
      valueOf(await given.act('detach', quoting))
      expect(given.written()).toEqual([])
    }
    const untold = await rig('Mastodon', (request, answer) => changeStatus(() => quoting, { quote: { state: 'accepted', quoted_status: null } })(request, answer))
    quoting = untold.network.hearQuote!('voyez')
    expect(failureKind(await untold.act('detach', quoting))).toBe('rejected')
    expect(untold.written()).toEqual([])
  })

  it('of Mastodon one level down names our post without its words, and is the same one', async () => {
    const shallow = ({ path }: FakeRequest, answer: FakeAnswer): FakeAnswer =>
      path === '/api/v1/notifications' ? { ...answer, json: (answer.json as { status: { quote: { state: string; quoted_status: { id: string } } | null } }[]).map((each) => ({ ...each, status: { ...each.status, quote: each.status.quote === null ? null : { state: 'accepted', quoted_status_id: each.status.quote.quoted_status.id } } })) } : answer
    const { network, ours, read } = await rig('Mastodon', shallow)
    const quoting = network.hearQuote!('voyez')
    expect((await read(quoting))?.quotes).toEqual({ remoteId: ours, text: '', isDetached: false })
  })
})
