import { describe, expect, it } from 'vitest'
import type { PinThere } from '../../shared/published/pin-there.ts'
import { draftOf, failureKind, valueOf } from '../support/adapter-session.ts'
import { createFakeDiscourse } from './fake-discourse.ts'
import type { FakeAnswer, FakeRequest } from './fake-network.ts'
import { refusals } from './hostile-server.ts'
import { startNetworkRig, type NetworkRigOptions } from './network-rig.ts'

async function rig(name: 'Mastodon' | 'Bluesky' | 'WordPress' | 'Discourse' | 'Discord' | 'Telegram', options: NetworkRigOptions = {}) {
  const started = await startNetworkRig(name, options)
  const { adapter, session, send } = started
  const publish = async (text: string, more: Parameters<typeof draftOf>[1] = {}): Promise<string> => valueOf(await send(draftOf(text, { title: `${text}, un titre assez long`, ...more }))).remoteId
  const read = async (remoteId: string): Promise<PinThere | 'gone'> => valueOf(await adapter.pins!.read(session, remoteId))
  const set = (remoteId: string, isPinned: boolean, instead: string | null = null) => adapter.pins!.set(session, { remoteId, isPinned, instead })
  const remove = async (remoteId: string): Promise<unknown> => valueOf(await adapter.publisher.act!(session, { act: 'delete', remoteId }))
  return { ...started, publish, read, set, remove }
}

const changed = (path: RegExp, more: object) => (request: FakeRequest, answer: FakeAnswer): FakeAnswer => (path.test(request.path) && request.method === 'GET' ? { ...answer, json: { ...(answer.json as object), ...more } } : answer)
const plain = { hindrance: null, instead: null }

describe('pinning', () => {
  it.each(['Mastodon', 'Bluesky', 'WordPress', 'Discourse', 'Discord'] as const)('%s tells of a post that is gone that it is', async (name) => {
    const { publish, read, remove } = await rig(name)
    const remoteId = await publish('Bonjour')
    await remove(remoteId)
    expect(await read(remoteId)).toBe('gone')
  })

  describe('on Mastodon', () => {
    it('has so many places as the server says, which none gives up by itself', async () => {
      const { publish, read, set, network } = await rig('Mastodon')
      const ids = await Promise.all(['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', 'Six'].map((text) => publish(text)))
      for (const id of ids.slice(0, 5)) valueOf(await set(id, true))
      expect(await read(ids[5]!)).toEqual({ isPinned: false, hindrance: 'full', instead: null, most: 5 })
      expect([failureKind(await set(ids[5]!, true)), network.pinned!().length]).toEqual(['rejected', 5])
      valueOf(await set(ids[0]!, false))
      expect(await read(ids[5]!)).toEqual({ isPinned: false, ...plain, most: 5 })
    })

    it('is not for what the server does not call pinnable, nor for a login that was not given the right', async () => {
      const { publish, read, set, server } = await rig('Mastodon', { change: changed(/^\/api\/v1\/statuses\/\d+$/, { pinned: undefined }) })
      const remoteId = await publish('Bonjour')
      expect(await read(remoteId)).toEqual({ isPinned: false, hindrance: 'not_such_a_post', instead: null })
      server.spoil(({ path }) => path.endsWith('/pin'), refusals.forbidden)
      expect(await set(remoteId, true)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'pin_scope' } } } })
    })
  })

  describe('on Bluesky', () => {
    it('names the post that would lose its place, and leaves another one there than that', async () => {
      const { publish, read, set, network } = await rig('Bluesky')
      const [first, second] = [await publish('Un'), await publish('Deux')]
      valueOf(await set(first, true))
      expect(await read(second)).toMatchObject({ isPinned: false, hindrance: null, instead: { remoteId: first, words: 'Un' } })
      expect(await set(second, true)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'pin_changed' } } } })
      valueOf(await set(second, true, first))
      expect(network.pinned!()).toEqual(['Deux'])
      valueOf(await set(first, false))
      expect(network.pinned!()).toEqual(['Deux'])
    })

    it('keeps the rest of the profile, and writes over no version that it has not read', async () => {
      const { publish, set, server, adapter, session } = await rig('Bluesky')
      const remoteId = await publish('Bonjour')
      valueOf(await set(remoteId, true))
      valueOf(await set(remoteId, false))
      const written = server.requests.filter(({ json }) => json['collection'] === 'app.bsky.actor.profile').map(({ json }) => [json['swapRecord'], json['record']])
      expect(written).toEqual([[null, { $type: 'app.bsky.actor.profile', pinnedPost: { uri: remoteId, cid: expect.any(String) } }], [expect.any(String), { $type: 'app.bsky.actor.profile' }]])
      server.spoil(({ path }) => path.endsWith('putRecord'), { name: 'swap', isDone: false, spoil: (response) => void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"InvalidSwap","message":"no"}') })
      expect(failureKind(await adapter.pins!.set(session, { remoteId, isPinned: true, instead: null }))).toBe('server_error')
    })
  })

  it('on a site is for whoever it gives the link for it', async () => {
    const { publish, read } = await rig('WordPress', { change: changed(/\/wp\/v2\/posts\/\d+$/, { _links: {} }) })
    expect(await read(await publish('Bonjour'))).toEqual({ isPinned: false, hindrance: 'no_right', instead: null })
  })

  it('in a forum is for whoever it says, and goes by what stands there for everybody', async () => {
    const { publish, read } = await rig('Discourse', { network: createFakeDiscourse({ moderate: false }), change: changed(/^\/t\/\d+\.json$/, { pinned: false, pinned_at: '2026-11-23T08:00:00.000Z' }) })
    expect(await read(await publish('Bonjour'))).toEqual({ isPinned: true, hindrance: 'no_right', instead: null })
  })

  it('in a forum takes away what stands on top of all its lists as such', async () => {
    const { publish, set, server } = await rig('Discourse', { change: changed(/^\/t\/\d+\.json$/, { pinned_at: '2026-11-23T08:00:00.000Z', pinned_globally: true }) })
    await set(await publish('Bonjour'), false)
    expect(server.requests.at(-1)).toMatchObject({ method: 'PUT', json: { status: 'pinned_globally', enabled: 'false' } })
  })

  it('on Discord says that the bot may not', async () => {
    const { publish, set, server } = await rig('Discord')
    const remoteId = await publish('Bonjour')
    server.spoil(({ method }) => method === 'PUT', { name: 'no right', isDone: false, spoil: (response) => void response.writeHead(403, { 'content-type': 'application/json' }).end('{"message":"Missing Permissions","code":50013}') })
    expect(await set(remoteId, true)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'pin_not_allowed' } } } })
  })

  describe('on Telegram', () => {
    it('is not told of what was sent before the pinned message that was sent last, and notifies nobody', async () => {
      const { publish, read, set, server } = await rig('Telegram')
      const [first, second, third] = [await publish('Un'), await publish('Deux'), await publish('Trois')]
      expect(await read(second)).toEqual({ isPinned: false, ...plain })
      valueOf(await set(second, true))
      expect(server.requests.at(-1)!.json).toMatchObject({ disable_notification: true })
      expect(await Promise.all([first, second, third].map(read))).toEqual([{ isPinned: null, ...plain }, { isPinned: true, ...plain }, { isPinned: false, ...plain }])
    })

    it('is for a bot that may change messages of others in the channel', async () => {
      const { publish, read } = await rig('Telegram', { change: ({ path }, answer) => (path.endsWith('/getChatMember') ? { ...answer, json: { ok: true, result: { ...(answer.json as { result: object }).result, can_edit_messages: false } } } : answer) })
      expect(await read(await publish('Bonjour'))).toEqual({ isPinned: false, hindrance: 'no_right', instead: null })
    })
  })
})
