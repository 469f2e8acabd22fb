import { describe, expect, it } from 'vitest'
import { capabilitiesOf } from '../../shared/networks/capabilities-of.ts'
import { networkIds } from '../../shared/networks/network-id.ts'
import { failureKind, valueOf } from '../support/adapter-session.ts'
import { fakeDiscord } from './fake-discord.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { refusals } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const locking = ['Reddit', 'Discourse', 'Instagram', 'WordPress', 'Discord, in a forum'] as const
/** All that stands under one post. */
const closesTogether: ReadonlySet<string> = new Set(['Discourse', 'WordPress', 'Discord, in a forum'])

/** `change`: what the network says instead. */
async function rig(name: (typeof locking)[number] | 'Bluesky', change: (request: FakeRequest, answer: FakeAnswer) => FakeAnswer = (_, answer) => answer) {
  const started = await startNetworkRig(name, { change })
  const { adapter, session } = started
  const act = (what: 'lock' | 'unlock', remoteId: string) => adapter.publisher.act!(session, { act: what, remoteId })
  const read = async () => valueOf(await adapter.inbox!.fetchSince(session, null)).items
  const written = () => started.server.requests.filter(({ method }) => method !== 'GET')
  return { ...started, act, read, written }
}

const changeTopic = (more: object) => ({ path }: FakeRequest, answer: FakeAnswer): FakeAnswer => (/^\/t\/\d+\.json$/.test(path) ? { ...answer, json: { ...(answer.json as object), ...more } } : answer)
const changeInfo = (more: object) => ({ path }: FakeRequest, { json, ...rest }: FakeAnswer): FakeAnswer => {
  if (path !== '/api/info') return { json, ...rest }
  const listing = json as { data: { children: { data: object }[] } }
  return { ...rest, json: { ...listing, data: { ...listing.data, children: listing.data.children.map((child) => ({ ...child, data: { ...child.data, ...more } })) } } }
}

const notModerated = ({ query }: FakeRequest, answer: FakeAnswer): FakeAnswer => (query.get('status') === 'all' ? { status: 403, json: { code: 'rest_forbidden_status', message: 'Status is forbidden', data: { status: 403 } } } : answer)

const withoutRight = ({ method, path }: FakeRequest, answer: FakeAnswer): FakeAnswer => (method === 'GET' && path.endsWith(`/channels/${fakeDiscord.channelId}`) ? { ...answer, json: { ...(answer.json as object), permission_overwrites: [] } } : answer)

describe('what is closed to answers', () => {
  it('has its rule wherever the act is offered, and nowhere else', () => {
    for (const id of networkIds) {
      const { acts, lock } = capabilitiesOf(id)
      expect([id, lock !== undefined, acts.unlock]).toEqual([id, acts.lock === 'yes', acts.lock])
    }
  })

  it.each(locking)('on %s is told with each message, how it stands and what closes together, and one call closes or opens it', async (name) => {
    const { network, act, read, written, complaints } = await rig(name)
    const [first, second] = [network.hear('bonjour'), network.hear('bonsoir')]
    const together = closesTogether.has(name)
    const locks = async () => {
      const told = new Map((await read()).map(({ remoteId, lock }) => [remoteId, lock]))
      return [first, second].map((remoteId) => told.get(remoteId)?.isLocked)
    }
    expect(await locks()).toEqual([false, false])
    expect(new Set((await read()).map(({ lock }) => lock?.place)).size).toBe(together ? 1 : 2)
    valueOf(await act('lock', first))
    expect(written()).toHaveLength(1)
    expect(await locks()).toEqual([true, together])
    valueOf(await act('unlock', first))
    expect(written()).toHaveLength(2)
    expect(await locks()).toEqual([false, false])
    expect(complaints()).toEqual([])
  })

  it.each(locking)('on %s is left alone where it stands so already: another moderator, or an attempt whose answer was lost', async (name) => {
    const { network, act, written } = await rig(name)
    const remoteId = network.hear('bonjour')
    valueOf(await act('unlock', remoteId))
    expect(written()).toEqual([])
    for (const each of ['lock', 'lock'] as const) valueOf(await act(each, remoteId))
    expect(written()).toHaveLength(1)
  })

  it.each([['Reddit', changeInfo({ can_mod_post: false })], ['Discourse', changeTopic({ details: {} })], ['WordPress', notModerated], ['Discord, in a forum', withoutRight]] as const)('on %s is nobody else’s to close', async (name, change) => {
    const { network, read } = await rig(name, change)
    network.hear('bonjour')
    expect((await read()).map(({ lock }) => lock)).toEqual([undefined])
  })

  it('in a forum is not tried where the forum lets the account close nothing', async () => {
    const { network, act, written } = await rig('Discourse', changeTopic({ details: { can_close_topic: false } }))
    expect(failureKind(await act('lock', network.hear('bonjour')))).toBe('rejected')
    expect(written()).toEqual([])
  })

  it.each(locking)('on %s stays open where the call is refused', async (name) => {
    const { network, act, server: at } = await rig(name)
    const remoteId = network.hear('bonjour')
    at.spoil(({ method }) => method !== 'GET', refusals.forbidden)
    expect([failureKind(await act('lock', remoteId)), network.inForce()]).toEqual(['rejected', []])
  })

  describe('on Bluesky', () => {
    const gate = 'app.bsky.feed.threadgate'
    /** A thread of ours with an answer, and the rules that stand beside it. */
    async function thread(rules: object | null) {
      const at = await rig('Bluesky', (request, answer) => {
        if (request.path === '/xrpc/com.atproto.repo.getRecord' && rules !== null) return { status: 200, json: { uri: `at://x/${gate}/y`, cid: 'bafyreirules', value: { $type: gate, ...rules } } }
        // Over the version that was read.
        if (request.path === '/xrpc/com.atproto.repo.putRecord' && request.json['swapRecord'] === 'bafyreirules') return { status: 200, json: { uri: `at://x/${gate}/y`, cid: 'bafyreirulesafter', validationStatus: 'valid' } }
        return answer
      })
      return { ...at, answer: at.network.hearBelowOurs!('une question') }
    }
    const records = (requests: readonly { text: string }[]) => requests.map(({ text }) => (JSON.parse(text) as { record: Record<string, unknown> }).record)

    it('nobody may answer in a thread of ours, and what is hidden there stays hidden', async () => {
      const { act, answer, written } = await thread({ hiddenReplies: ['at://did:plc:a/app.bsky.feed.post/b'] })
      valueOf(await act('lock', answer))
      expect(records(written())).toMatchObject([{ allow: [], hiddenReplies: ['at://did:plc:a/app.bsky.feed.post/b'] }])
    })

    it('everybody may again once it is opened', async () => {
      const { act, answer, written } = await thread({ allow: [] })
      valueOf(await act('unlock', answer))
      expect(records(written())).toHaveLength(1)
      expect(records(written())[0]).not.toHaveProperty('allow')
    })

    it.each(['lock', 'unlock'] as const)('where some may answer and others not, %s leaves that as it is', async (what) => {
      const { act, answer, written } = await thread({ allow: [{ $type: `${gate}#followerRule` }] })
      expect(await act(what, answer)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'answers_limited' } } } })
      expect(written()).toEqual([])
    })

    it('answers below ours are told with how their thread stands, in one call; below others’ none are ours to close', async () => {
      const us = 'did:plc:usususususususususususus'
      const notification = (key: string, root: string) => ({ uri: `at://did:plc:tom/app.bsky.feed.post/${key}`, cid: 'bafyreia', author: { did: 'did:plc:tom', handle: 'tom.test' }, reason: 'reply', isRead: false, indexedAt: new Date().toISOString(), record: { $type: 'app.bsky.feed.post', text: key, createdAt: new Date().toISOString(), reply: { root: { uri: root, cid: 'bafyreib' }, parent: { uri: root, cid: 'bafyreib' } } } })
      const ours = (key: string) => `at://${us}/app.bsky.feed.post/${key}`
      let lists = 0
      const { read } = await rig('Bluesky', ({ path }, answer) => {
        if (path === '/xrpc/app.bsky.notification.listNotifications') return { status: 200, json: { notifications: [notification('3kaaaaaaaaaaa', ours('3kclosed22222')), notification('3kbbbbbbbbbbb', ours('3kopen2222222')), notification('3kccccccccccc', ours('3kchosen22222')), notification('3kddddddddddd', 'at://did:plc:zoe/app.bsky.feed.post/3kzoe22222222')] } }
        if (path !== '/xrpc/com.atproto.repo.listRecords') return answer
        lists += 1
        const rules = (key: string, allow: readonly object[]) => ({ uri: `at://${us}/${gate}/${key}`, cid: 'bafyreic', value: { $type: gate, post: ours(key), createdAt: new Date().toISOString(), allow } })
        return { status: 200, json: { records: [rules('3kclosed22222', []), rules('3kchosen22222', [{ $type: `${gate}#followerRule` }])] } }
      })
      expect((await read()).map(({ text, lock }) => [text, lock?.isLocked])).toEqual([['3kaaaaaaaaaaa', true], ['3kbbbbbbbbbbb', false], ['3kccccccccccc', undefined], ['3kddddddddddd', undefined]])
      expect(lists).toBe(1)
    })
  })
})
