import { describe, expect, it } from 'vitest'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { refusals } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const intent = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f61', intentAt: Date.now() }

/** `change`: what the network says instead. */
async function rig(name: 'Reddit' | 'Discourse', change: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer = (_, answer) => answer) {
  const started = await startNetworkRig(name, { change })
  const { adapter, session } = started
  const act = (what: 'hide' | 'unhide', remoteId: string) => adapter.publisher.act!(session, { act: what, remoteId })
  const read = async () => valueOf(await adapter.inbox!.fetchSince(session, null)).items.map(({ text, mayHide, isHeld }) => [text, mayHide === true, isHeld])
  return { ...started, act, read }
}

const asData = (change: (data: Record<string, unknown>) => object) => ({ json, ...rest }: FakeAnswer): FakeAnswer => {
  const listing = json as { data: { children: { data: Record<string, unknown> }[] } }
  return { ...rest, json: { ...listing, data: { ...listing.data, children: listing.data.children.map((child) => ({ ...child, data: change(child.data) })) } } }
}

describe('what moderators hide', () => {
  it('is told of each comment on Reddit, in one call for all that is new', async () => {
    const { network, read, server, complaints } = await rig('Reddit', (request, answer) => (request.path === '/api/info' ? asData((data) => ({ ...data, can_mod_post: data['body'] !== 'ailleurs', removed: data['body'] === 'retiré' }))(answer) : answer))
    for (const text of ['bonjour', 'ailleurs', 'retiré']) network.hear(text)
    expect(await read()).toEqual([['retiré', true, true], ['ailleurs', false, false], ['bonjour', true, false]])
    expect(server.requests.filter(({ path }) => path === '/api/info')).toHaveLength(1)
    expect(complaints()).toEqual([])
  })

  it('is asked of Reddit for nothing where nothing is new', async () => {
    const { read, server } = await rig('Reddit')
    expect(await read()).toEqual([])
    expect(server.requests.filter(({ path }) => path === '/api/info')).toEqual([])
  })

  it('is read again where Reddit does not answer whose it is to hide: nothing comes in as if nobody could', async () => {
    const { network, adapter, session, server } = await rig('Reddit')
    network.hear('bonjour')
    server.spoil(({ path }) => path === '/api/info', refusals.slowDown)
    expect(failureKind(await adapter.inbox!.fetchSince(session, null))).toBe('rate_limited')
  })

  it('keeps nobody from hearing what was said, where Reddit refuses to tell', async () => {
    const { network, read, server } = await rig('Reddit')
    network.hear('bonjour')
    server.spoil(({ path }) => path === '/api/info', refusals.forbidden)
    expect(await read()).toEqual([['bonjour', false, false]])
  })

  it('is removed on Reddit without teaching its filter of spam, and approved to show it again', async () => {
    const { network, act, server } = await rig('Reddit')
    const remoteId = network.hear('achetez')
    valueOf(await act('hide', remoteId))
    valueOf(await act('unhide', remoteId))
    expect(server.requests.slice(-2).map(({ path, text }) => [path, Object.fromEntries(new URLSearchParams(text))])).toEqual([['/api/remove', { id: remoteId, spam: 'false', api_type: 'json', raw_json: '1' }], ['/api/approve', { id: remoteId, api_type: 'json', raw_json: '1' }]])
  })

  it('in a forum is told by the post itself', async () => {
    const { network, read } = await rig('Discourse', ({ path }, answer) => (/^\/posts\/\d+\.json$/.test(path) ? { ...answer, json: { ...(answer.json as object), can_delete: (answer.json as { raw: string }).raw === 'bonjour' } } : answer))
    network.hear('bonjour')
    network.hear('bonsoir')
    expect(await read()).toEqual([['bonsoir', false, false], ['bonjour', true, false]])
  })

  it('in a forum is an answer of somebody else, and never a topic or what is ours', async () => {
    const { network, adapter, session, act, server } = await rig('Discourse')
    const { remoteId: topic } = valueOf(await adapter.publisher.publish(session, draftOf('Bonjour à tous', { title: 'Un sujet' }), intent))
    const heard = network.hear('bonjour')
    const { remoteId: answer } = valueOf(await adapter.publisher.publish(session, draftOf('une réponse', { replyTo: { remoteId: heard, rootRemoteId: 'topic:10:tom', authorHandle: '@tom' } }), { ...intent, idempotencyKey: 'k2' }))
    for (const remoteId of [topic, answer]) expect(failureKind(await act('hide', remoteId))).toBe('rejected')
    expect(server.requests.filter(({ method }) => method === 'DELETE')).toEqual([])
  })

  it('in a forum is not brought back when its author took it away', async () => {
    const { network, act, server } = await rig('Discourse', ({ path }, answer) => (/^\/posts\/\d+\.json$/.test(path) ? { ...answer, json: { ...(answer.json as object), user_deleted: true } } : answer))
    expect(valueOf(await act('unhide', network.hear('bonjour')))).toBeNull()
    expect(server.requests.filter(({ method }) => method === 'PUT')).toEqual([])
  })

  it('in a forum that is gone for everybody is hidden, and cannot be shown again', async () => {
    const { act } = await rig('Discourse')
    expect([failureKind(await act('hide', '7')), failureKind(await act('unhide', '7'))]).toEqual(['ok null', 'rejected'])
  })

  it.each(['Reddit', 'Discourse'] as const)('on %s stays as it is where the account is no moderator', async (name) => {
    const { network, act, server } = await rig(name)
    const remoteId = network.hear('bonjour')
    server.spoil(({ method }) => method !== 'GET', refusals.forbidden)
    expect([failureKind(await act('hide', remoteId)), network.inForce()]).toEqual(['rejected', []])
  })
})
