import { describe, expect, it } from 'vitest'
import { draftOf, failureKind, fetchAll, valueOf } from '../support/adapter-session.ts'
import { createFakeReddit } from './fake-reddit.ts'
import { startNetworkRig } from './network-rig.ts'

const day = 1440

async function rig(may: { readonly keepOut?: boolean } = {}) {
  const started = await startNetworkRig('Reddit', { network: createFakeReddit(may) })
  const { adapter, session, server } = started
  const act = (what: 'mute' | 'unmute' | 'ban' | 'unban', remoteId: string, minutes?: number | null) => adapter.publisher.act!(session, { act: what, remoteId, minutes })
  const asked = () => server.requests.filter(({ method }) => method === 'POST').map(({ path, text }) => [path, Object.fromEntries(new URLSearchParams(text))])
  return { ...started, act, asked }
}

describe('what a moderator does about an author on Reddit', () => {
  it('is for so many days or for good, with the address of what was written for the other moderators, and no word to the person', async () => {
    const { network, act, asked, complaints } = await rig()
    const remoteId = network.hear('achetez')
    for (const minutes of [null, 7 * day, undefined]) valueOf(await act('ban', remoteId, minutes))
    valueOf(await act('mute', remoteId, 3 * day))
    const each = { name: 'tom', note: `https://www.reddit.com/r/poterie/comments/old/${remoteId.slice(3)}/`, api_type: 'json', raw_json: '1' }
    const banned = { ...each, type: 'banned', ban_context: remoteId }
    expect(asked()).toEqual([banned, { ...banned, duration: '7' }, banned, { ...each, type: 'muted' }].map((form) => ['/r/poterie/api/friend', form]))
    expect(network.inForce()).toEqual(['ban', 'mute'])
    valueOf(await act('unban', remoteId))
    valueOf(await act('unmute', remoteId))
    expect([network.inForce(), complaints()]).toEqual([[], []])
  })

  it('is never about what the account wrote itself, nor about nobody', async () => {
    const { network, act, asked, adapter, session } = await rig()
    const to = network.hear('bonjour')
    const { remoteId } = valueOf(await adapter.publisher.publish(session, draftOf('Merci', { replyTo: { remoteId: to, rootRemoteId: to, authorHandle: 'u/tom' } }), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f62', intentAt: Date.now() }))
    const before = asked().length
    for (const what of ['mute', 'unmute', 'ban', 'unban'] as const) {
      expect(failureKind(await act(what, remoteId))).toBe('rejected')
      expect(await act(what, 't1_zzz')).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'author_gone' } } } })
    }
    expect(asked()).toHaveLength(before)
  })

  it.each([true, false])('is told of each comment by the permission of the moderator, asked for once for each community: %s', async (keepOut) => {
    const { network, adapter, session, server, complaints } = await rig({ keepOut })
    for (const words of ['un', 'deux']) network.hear(words)
    const { items } = await fetchAll(adapter, session, null)
    expect(items.map(({ keepOutPlace, mayHide }) => [keepOutPlace, mayHide])).toEqual(items.map(() => [keepOut ? 'poterie' : undefined, true]))
    expect(server.requests.filter(({ path }) => path.endsWith('/about/moderators'))).toHaveLength(1)
    expect(complaints()).toEqual([])
  })

  it('is not offered where nobody understands who moderates, and what people write comes in all the same', async () => {
    const network = createFakeReddit()
    const { adapter, session } = await startNetworkRig('Reddit', { network, change: ({ path }, answer) => (path.endsWith('/about/moderators') ? { status: 200, json: { kind: 'UserList' } } : answer) })
    network.hear('bonjour')
    expect((await fetchAll(adapter, session, null)).items).toMatchObject([{ text: 'bonjour', mayHide: true }])
    expect((await fetchAll(adapter, session, null)).items[0]).not.toHaveProperty('keepOutPlace')
  })

  it('is refused to everybody else', async () => {
    const { network, act } = await rig({ keepOut: false })
    const remoteId = network.hear('bonjour')
    for (const what of ['mute', 'unmute', 'ban', 'unban'] as const) expect(await act(what, remoteId)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { status: 403 } } } })
    expect(network.inForce()).toEqual([])
  })
})
