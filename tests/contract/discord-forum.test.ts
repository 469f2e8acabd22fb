import { describe, expect, it } from 'vitest'
import type { InboxReader } from '../../electron/engine/networks/network-adapter.ts'
import { systemClock } from '../../electron/engine/time/system-clock.ts'
import { webhookInForum } from '../../shared/accounts/discord-webhook.ts'
import type { BesideWords } from '../../shared/posts/beside-words.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf } from '../support/adapter-session.ts'
import { createFakeDiscordForum, fakeForumTags } from './fake-discord-forum.ts'
import { fakeDiscord } from './fake-discord.ts'
import { limitsInMemory } from '../support/limits-in-memory.ts'
import type { Fault } from './hostile-server.ts'
import { startNetworkRig } from './network-rig.ts'

const lost: Fault = { name: 'lost', isDone: true, spoil: (response) => void response.destroy() }
const [news, workshops] = fakeForumTags
const chosen = (...tags: readonly { readonly id: string; readonly name: string }[]): { readonly beside: BesideWords } => ({ beside: { categories: tags.map(({ id, name }) => ({ id, name })) } })
const post = (more: object = chosen(workshops)) => draftOf('Samedi à dix heures', { title: 'Atelier de samedi', ...more })

type Look = Extract<Awaited<ReturnType<InboxReader['fetchSince']>>, { readonly ok: true }>['value']

async function rig(options: Parameters<typeof createFakeDiscordForum>[0] = {}, change: NonNullable<Parameters<typeof startNetworkRig>[1]>['change'] = (_, answer) => answer) {
  const network = createFakeDiscordForum(options)
  const started = await startNetworkRig('Discord, in a forum', { network, change, clock: systemClock })
  const act = (remoteId: string) => started.adapter.publisher.act!(started.session, { act: 'delete', remoteId })
  return { ...started, network, act }
}

describe('a forum on Discord, by a bot', () => {
  it('tells what it is and its tags, and says when none goes without one', async () => {
    const { adapter, session, complaints } = await rig({ needsTag: true })
    expect(valueOf(await adapter.readLimits!(session)).channel).toEqual({ kind: 'forum', tags: 'needed' })
    expect(valueOf(await adapter.readCategories!(session))).toEqual({ categories: [{ id: news.id, name: '📣 Nouveautés', parentId: null }, { id: workshops.id, name: 'Ateliers', parentId: null }], isComplete: true })
    expect(complaints()).toEqual([])
  })

  it('gets a post with its title, tags and pictures, which is answered, changed, read back, counted and deleted with all that stands in it', async () => {
    const { network, adapter, session, send, act, complaints } = await rig()
    const { remoteId, url } = valueOf(await send(post({ ...chosen(news, workshops), media: [pictureOf('un atelier')] })))
    const [threadId] = remoteId.split('/')
    expect(url).toBe(`https://discord.com/channels/${fakeDiscord.guildId}/${threadId}/${threadId}`)
    valueOf(await send(draftOf('Apportez un tablier', { title: 'Atelier de samedi', replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '' } })))
    expect(network.shown()).toEqual([['Atelier de samedi', [news.id, workshops.id], ['Samedi à dix heures', 'Apportez un tablier']]])
    const words = draftOf('Samedi à onze heures')
    valueOf(await adapter.publisher.edit!(session, { remoteId, title: '', text: words.text, document: words.document, hasMedia: true, was: null }))
    expect(valueOf(await adapter.readBack!(session, remoteId, { ...words, media: [{ isVideo: false }] }))).toMatchObject({ text: 'Samedi à onze heures' })
    expect(valueOf(await adapter.figures!.ofPost(session, remoteId))).toMatchObject({ likes: 0 })
    for (const deleteIt of [act, act]) expect(valueOf(await deleteIt(remoteId))).toBeNull()
    expect([network.shown(), valueOf(await adapter.figures!.ofPost(session, remoteId))]).toEqual([[], 'gone'])
    expect(complaints()).toEqual([])
  })

  it('gets another title, and the words are left alone where they stay, as what follows in the post is', async () => {
    const { network, adapter, session, send, server, complaints } = await rig()
    const { remoteId } = valueOf(await send(post()))
    const answer = valueOf(await send(draftOf('Encore deux places', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '' } })))
    const edit = (of: string, title: string, { text, document }: ReturnType<typeof draftOf>) => adapter.publisher.edit!(session, { remoteId: of, title, text, document, hasMedia: false, was: null })
    const changed = () => server.requests.filter(({ method }) => method === 'PATCH').map(({ json }) => Object.keys(json)[0])
    valueOf(await edit(remoteId, ' Atelier de dimanche ', post()))
    expect(changed()).toEqual(['name'])
    for (const _ of ['once', 'twice']) valueOf(await edit(remoteId, 'Atelier du soir', draftOf('Dimanche')))
    expect(changed()).toEqual(['name', 'content', 'name', 'content'])
    valueOf(await edit(answer.remoteId, 'Atelier du matin', draftOf('Plus de place')))
    expect(network.shown()).toEqual([['Atelier du soir', [workshops.id], ['Dimanche', 'Plus de place']]])
    expect([valueOf(await adapter.readBack!(session, remoteId, { ...draftOf('Dimanche'), title: 'Atelier  du soir', media: [] })), valueOf(await adapter.readBack!(session, answer.remoteId, { ...draftOf(''), title: 'Atelier', media: [] }))]).toMatchObject([{ title: 'Atelier  du soir', text: 'Dimanche' }, { text: 'Plus de place' }])
    expect(complaints()).toEqual([])
  })

  it('may want its title to stay for some minutes, which holds nothing else', async () => {
    const { adapter, session: at, network, server } = await rig({}, ({ json, path }, answer) => (/\/channels\/\d+$/.test(path) && 'name' in json ? { status: 429, json: { message: 'You are being rate limited.', retry_after: 300, global: false } } : answer))
    const session = { ...at, limits: limitsInMemory(() => Date.now()).of(at.account) }
    const send = (draft: ReturnType<typeof draftOf>) => adapter.publisher.publish(session, draft, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f14', intentAt: Date.now() })
    const { remoteId } = valueOf(await send(post()))
    const words = draftOf('Dimanche')
    for (const title of ['Refused', 'Not asked']) expect(failureKind(await adapter.publisher.edit!(session, { remoteId, title, text: words.text, document: words.document, hasMedia: false, was: null }))).toBe('rate_limited')
    expect(server.requests.filter(({ json }) => 'name' in json && !('message' in json))).toHaveLength(1)
    valueOf(await send(draftOf('Encore', { title: 'Autre atelier' })))
    expect(network.shown().map(([title]) => title)).toContain('Autre atelier')
  })

  it('says why a post that rests cannot be changed, and changes it once an answer woke it', async () => {
    const { network, adapter, session, send } = await rig()
    const { remoteId } = valueOf(await send(post()))
    network.rest()
    const words = draftOf('Samedi à onze heures')
    const edit = () => adapter.publisher.edit!(session, { remoteId, title: '', text: words.text, document: words.document, hasMedia: false, was: null })
    expect(await edit()).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_at_rest' } } } })
    valueOf(await send(draftOf('Encore deux places', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '' } })))
    valueOf(await edit())
    expect(network.shown()).toEqual([['Atelier de samedi', [workshops.id], ['Samedi à onze heures', 'Encore deux places']]])
  })

  it('is closed to answers where it rests too, which wakes it, and says what is missing where the bot may not', async () => {
    const { network, adapter, session, server, complaints } = await rig()
    const remoteId = network.hear('bonjour')
    network.rest()
    valueOf(await adapter.publisher.act!(session, { act: 'lock', remoteId }))
    expect(server.requests.at(-1)?.json).toEqual({ archived: false, locked: true })
    expect(network.inForce()).toEqual(['lock'])
    expect(complaints()).toEqual([])
    const other = await rig({ mayManage: false })
    const heard = other.network.hear('bonjour')
    expect(valueOf(await other.adapter.inbox!.fetchSince(other.session, null)).items.map(({ lock }) => lock)).toEqual([undefined])
    expect(await other.adapter.publisher.act!(other.session, { act: 'lock', remoteId: heard })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_lock_right' } } } })
  })

  it.each([{ roles: 'none' }, { message: 'Missing Access', code: 50_001 }])('gives what people write where the rights in it are told as %j, and closes nothing', async (json) => {
    const { network, adapter, session } = await rig({}, ({ path }, answer) => (/\/guilds\/\d+$/.test(path) ? { status: 'code' in json ? 403 : 200, json } : answer))
    network.hear('bonjour')
    expect(valueOf(await adapter.inbox!.fetchSince(session, null)).items.map(({ text, lock }) => [text, lock])).toEqual([['bonjour', undefined]])
  })

  it.each(['goes on', 'rests already'])('is looked through after a lost answer, and the post is not made twice, where it %s', async (how) => {
    const { server, network, send, find, complaints } = await rig()
    server.spoil((request) => network.isCreate(request), lost, 1)
    expect(failureKind(await send(post()))).toBe('unknown_outcome')
    if (how === 'rests already') network.rest()
    expect(valueOf(await find(post()))).toMatchObject({ remoteId: expect.stringMatching(/^(\d+)\/\1$/) })
    const looks = [find(post({ title: 'Atelier  de samedi ' })), find(post({ title: 'Atelier de dimanche' })), find(draftOf('Autre chose', { title: 'Atelier de samedi' })), find(draftOf('Autre chose', { title: 'Atelier de dimanche' }))]
    expect((await Promise.all(looks)).map(valueOf)).toEqual([expect.objectContaining({ url: expect.any(String) }), 'cannot_tell', 'none', 'none'])
    expect(network.shown()).toHaveLength(1)
    expect(complaints()).toEqual([])
  })

  it.each(['its title was changed', 'its words were taken away'])('is not made twice where %s meanwhile', async (how) => {
    const unknown = { status: 404, json: { message: 'Unknown Message', code: 10_008 } }
    const { server, network, adapter, session, send, find } = await rig({}, ({ method, path }, answer) => {
      if (how === 'its words were taken away') return method === 'GET' && /\/messages\/\d+$/.test(path) ? unknown : answer
      if (!path.includes('/threads/')) return answer
      const { threads, ...page } = answer.json as { readonly threads: readonly Record<string, unknown>[] }
      return { ...answer, json: { ...page, threads: threads.map((thread) => ({ ...thread, name: `[Complet] ${String(thread['name'])}` })) } }
    })
    server.spoil((request) => network.isCreate(request), lost, 1)
    expect(failureKind(await send(post()))).toBe('unknown_outcome')
    expect(valueOf(await find(post()))).toBe('cannot_tell')
    // One that is known as another's is not this one.
    const look = { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f12', intentAt: 0, sentAt: Date.now() - 60_000, isAnothers: () => true }
    expect(valueOf(await adapter.publisher.findPublished(session, post(), look))).toBe('none')
  })

  it('reads the words of no more posts than it has to, and says of a forum with many since that nobody can tell', async () => {
    const { server, send, find } = await rig()
    for (let count = 0; count < 51; count += 1) valueOf(await send(draftOf('Samedi', { title: `Atelier ${String(count)}` })))
    const calls = server.requests.length
    expect(valueOf(await find(post()))).toBe('cannot_tell')
    expect(server.requests.length - calls).toBe(2)
    const { remoteId } = valueOf(await send(post()))
    expect(valueOf(await find(post()))).toMatchObject({ remoteId })
  })

  it('says "none" neither where a list cannot be read nor where it has no end', async () => {
    for (const json of [{ threads: [{ id: 'x' }], has_more: false }, { threads: [{ id: '1180000000000000077', name: 'Atelier de samedi' }], has_more: false }, { threads: [], members: [], has_more: true }]) {
      const { find } = await rig({}, (request, answer) => (request.path.includes('/threads/') ? { ...answer, json } : answer))
      const found = await find(post())
      expect(found.ok ? found.value : found.failure.kind).not.toBe('none')
    }
  })

  it('sends nothing for a tag that is gone, and nothing without a title', async () => {
    const { network, send } = await rig()
    expect(await send(post(chosen({ id: '77', name: 'Soldes' })))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'label_gone', category: 'Soldes' } } } })
    expect(await send(post({ title: ' ' }))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_forum' } } } })
    expect(network.shown()).toEqual([])
  })

  it('says that the channel is a forum where a login of before never asked', async () => {
    const { adapter, session, network } = await rig()
    const before = { ...session, account: { ...session.account, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } } }
    expect(await adapter.publisher.publish(before, post(), { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f13', intentAt: Date.now() })).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_forum' } } } })
    expect(network.shown()).toEqual([])
  })

  it('is not in doubt where its tags were not understood: nothing was sent', async () => {
    const { network, send } = await rig({}, ({ method, path }, answer) => (method === 'GET' && path.endsWith(`/channels/${fakeDiscord.channelId}`) ? { status: 200, json: [] } : answer))
    expect(failureKind(await send(post()))).toBe('server_error')
    expect(network.shown()).toEqual([])
  })

  it('says why it takes none without a tag, and why none is deleted', async () => {
    const { send, act } = await rig({ needsTag: true, mayManage: false })
    expect(await send(post({}))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_tag_needed' } } } })
    const { remoteId } = valueOf(await send(post()))
    expect(await act(remoteId)).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_threads_right' } } } })
  })

  it('gives what is answered below the bot’s own posts, page by page, each once, and goes on where one was left', async () => {
    const { network, adapter, session, send } = await rig()
    for (let count = 0; count < 230; count += 1) network.hear(`question ${count}`)
    const { remoteId } = valueOf(await send(post()))
    const read: string[] = []
    let cursor: string | null = null
    for (let more = true; more; ) {
      const look: Look = valueOf(await adapter.inbox!.fetchSince(session, cursor))
      expect(look.items.every(({ kind, ourPostRemoteId }) => kind === 'comment' && ourPostRemoteId === '1180000000000000005/1180000000000000005')).toBe(true)
      read.push(...look.items.map(({ text }) => text))
      ;({ nextCursor: cursor, more } = look)
    }
    expect([read.length, new Set(read).size]).toEqual([230, 230])
    network.rest()
    expect(valueOf(await adapter.inbox!.fetchSince(session, cursor)).items).toEqual([])
    const named = network.hear('encore une')
    const [item] = valueOf(await adapter.inbox!.fetchSince(session, cursor)).items
    expect(item).toMatchObject({ remoteId: named, text: 'encore une', conversationRemoteId: 'post:1180000000000000005:1180000000000000009', isOwn: false })
    valueOf(await send(draftOf('Oui', { title: 'ignored', replyTo: { remoteId: named, rootRemoteId: named, authorHandle: '@tom' } })))
    expect(network.visible().at(-1) ?? '').not.toBe('')
    expect(network.visible()).toContain('Oui')
    expect(remoteId).toContain('/')
  })

  it('gives what was answered in a post that came to rest again before anybody looked, once, and not what was put away long before', async () => {
    const { network, adapter, session, server, complaints } = await rig()
    const first = valueOf(await adapter.inbox!.fetchSince(session, null))
    network.hear('pendant le week-end')
    network.rest()
    const second = valueOf(await adapter.inbox!.fetchSince(session, first.nextCursor))
    expect([second.items.map(({ text }) => text), second.more]).toEqual([['pendant le week-end'], false])
    expect(valueOf(await adapter.inbox!.fetchSince(session, second.nextCursor)).items).toEqual([])
    network.hear('il y a longtemps')
    network.rest(Date.now() - 3_600_000)
    const calls = server.requests.length
    expect(valueOf(await adapter.inbox!.fetchSince(session, second.nextCursor)).items).toEqual([])
    // The posts that go on, and one page of those that rest.
    expect(server.requests.length - calls).toBe(2)
    expect(complaints()).toEqual([])
  })

  it('gives what is answered where it may not see which posts rest', async () => {
    const { network, adapter, session } = await rig({}, (request, answer) => (request.path.includes('/archived/') ? { status: 403, json: { message: 'Missing Access', code: 50_001 } } : answer))
    network.hear('bonjour')
    expect(valueOf(await adapter.inbox!.fetchSince(session, null)).items).toMatchObject([{ text: 'bonjour' }])
  })

  it('asks again for what it may not read yet, and without end for nothing', async () => {
    let mayRead = false
    const { network, adapter, session } = await rig({}, (request, answer) => (!mayRead && request.method === 'GET' && request.path.endsWith('/messages') ? { status: 200, json: [] } : answer))
    network.hear('bonjour')
    const first = valueOf(await adapter.inbox!.fetchSince(session, null))
    expect([first.items, first.more]).toEqual([[], false])
    mayRead = true
    expect(valueOf(await adapter.inbox!.fetchSince(session, first.nextCursor)).items).toMatchObject([{ text: 'bonjour' }])
  })
})

describe('a forum on Discord, by a webhook', () => {
  it('gets its title and what follows it, is changed there, and its words are taken away', async () => {
    const { network, server, adapter } = await rig()
    const publish = (session: ReturnType<typeof createSession>, draft: ReturnType<typeof draftOf>) => adapter.publisher.publish(session, draft, { idempotencyKey: '3f0e8c52-95a4-4f0e-9a53-9a2f6f8d2f11', intentAt: Date.now() })
    if (adapter.connect.kind !== 'app_password') throw new Error(adapter.connect.kind)
    const login = { serverUrl: server.url, appPassword: `${server.url}/api/webhooks/${fakeDiscord.webhookId}/abc`, signal: new AbortController().signal }
    const { identity, secret } = valueOf(await adapter.connect.connect({ ...login, identifier: webhookInForum }))
    const session = createSession('discord', identity, secret)
    expect([identity.serverLimits.channel, valueOf(await adapter.readLimits!(session)), valueOf(await adapter.connect.whoAmI(session)).serverLimits]).toEqual([{ kind: 'forum', tags: 'none_told' }, identity.serverLimits, identity.serverLimits])
    const { remoteId } = valueOf(await publish(session, draftOf('Samedi', { title: 'Atelier', media: [pictureOf('un atelier')] })))
    valueOf(await publish(session, draftOf('Venez', { replyTo: { remoteId, rootRemoteId: remoteId, authorHandle: '' } })))
    const words = draftOf('Dimanche')
    valueOf(await adapter.publisher.edit!(session, { remoteId, title: '', text: words.text, document: words.document, hasMedia: true, was: null }))
    expect(network.shown()).toEqual([['Atelier', [], ['Dimanche', 'Venez']]])
    for (const act of ['delete', 'delete'] as const) expect(valueOf(await adapter.publisher.act!(session, { act, remoteId }))).toBeNull()
    expect(network.shown()).toEqual([['Atelier', [], ['Venez']]])

    const unaware = valueOf(await adapter.connect.connect({ ...login, identifier: 'webhook' }))
    expect(unaware.identity.serverLimits.channel).toEqual({ kind: 'plain', tags: 'none_told' })
    expect(await publish(createSession('discord', unaware.identity, unaware.secret), draftOf('Samedi', { title: 'Atelier' }))).toMatchObject({ ok: false, failure: { kind: 'rejected', error: { details: { reason: 'discord_forum' } } } })
  })
})
