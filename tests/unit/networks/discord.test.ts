import { describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createDiscordAdapter } from '../../../electron/engine/networks/discord/discord-adapter.ts'
import { toItem } from '../../../electron/engine/networks/discord/discord-item.ts'
import { idAt, readRemoteId, remoteIdOf } from '../../../electron/engine/networks/discord/discord-place.ts'
import { nonceOf } from '../../../electron/engine/networks/discord/discord-publish.ts'
import { writeDiscordSecret, type DiscordBot } from '../../../electron/engine/networks/discord/discord-secret.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf } from '../../support/adapter-session.ts'

const bot: DiscordBot = { kind: 'bot', token: 'a.b.c', userId: '33', channelId: '11', guildId: '22' }
const identity = { handle: '#annonces', displayName: 'Atelier', serverUrl: 'https://discord.com', remoteId: '11', accessEndsAt: null, serverLimits: { maxCharacters: null, charactersPerUrl: null, maxMedia: null } }
const session = createSession('discord', identity, writeDiscordSecret(bot))
const clock = { now: () => 10_000_000_000_000, after: () => () => undefined }
const intent = { idempotencyKey: 'ffffffff-ffff-4fff-bfff-ffffffffffff', intentAt: 0 }
const message = (more: object): object => ({ id: '7', content: 'Bonjour', timestamp: '2026-11-21T10:00:00Z', author: { id: '33', username: 'atelier', bot: true }, attachments: [], ...more })

function answering(json: unknown): HttpClient & { readonly asked: HttpRequest[] } {
  const asked: HttpRequest[] = []
  return { asked, send: (request) => (asked.push(request), Promise.resolve({ ok: true, response: { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(json)), url: request.url } })) }
}

describe('what is sent', () => {
  it('bears a nonce that follows from the intent, which Discord enforces, and calls nobody by a slip', async () => {
    const http = answering(message({}))
    for (const _ of [1, 2]) await createDiscordAdapter({ http, clock }).publisher.publish(session, draftOf('@everyone 5 * 3 * 2'), intent)
    const [first, second] = http.asked.map(({ body }) => JSON.parse(body as string) as Record<string, unknown>)
    expect(first).toEqual({ content: String.raw`@everyone 5 \* 3 \* 2`, allowed_mentions: { parse: [], replied_user: false }, nonce: nonceOf(intent.idempotencyKey), enforce_nonce: true })
    expect(second).toEqual(first)
  })

  it('has a nonce of at most 25 signs, another for each intent', () => {
    expect(nonceOf(intent.idempotencyKey)).toMatch(/^[a-z0-9]{25}$/)
    expect(nonceOf('00000000-0000-4000-8000-000000000001')).not.toBe(nonceOf('00000000-0000-4000-8000-000000000002'))
  })

  it('answers, and carries files with what they show', async () => {
    const http = answering(message({}))
    await createDiscordAdapter({ http, clock }).publisher.publish(session, draftOf('oui', { media: [pictureOf('un phare', 'phare.png')], replyTo: { remoteId: '5:9', rootRemoteId: '5:9', authorHandle: '@tom' } }), intent)
    const form = http.asked[0]!.body as FormData
    expect(JSON.parse(form.get('payload_json') as string)).toMatchObject({ message_reference: { message_id: '5' }, allowed_mentions: { replied_user: true }, attachments: [{ id: '0', filename: 'phare.png', description: 'un phare' }] })
    expect((form.get('files[0]') as File).name).toBe('phare.png')
  })
})

describe('looking for what was sent', () => {
  const find = async (listed: unknown, isAnothers = false): Promise<unknown> => {
    const result = await createDiscordAdapter({ http: answering(listed), clock }).publisher.findPublished(session, draftOf('Bonjour'), { ...intent, sentAt: 0, isAnothers: () => isAnothers })
    return result.ok ? result.value : result.failure.kind
  }

  it('knows its own words among those of others', async () => {
    expect(await find([message({})])).toEqual({ remoteId: '7', url: 'https://discord.com/channels/22/11/7' })
    expect(await find([message({ author: { id: '9', username: 'tom' } }), message({ content: 'Autre' }), message({ attachments: [{}] })])).toBe('none')
    expect(await find([message({})], true)).toBe('none')
  })

  it('cannot tell from a channel that shows nothing at all: whoever may not read what was written is answered so', async () => {
    expect(await find([])).toBe('cannot_tell')
  })

  it('says "none" where nothing came since then, but what was there before shows', async () => {
    const pages: readonly object[][] = [[], [message({ id: '5', content: 'Avant' })]]
    const asked: string[] = []
    const http: HttpClient = { send: (request) => Promise.resolve({ ok: true, response: { status: 200, headers: {}, body: new TextEncoder().encode(JSON.stringify(pages[asked.push(request.url) - 1])), url: request.url } }) }
    expect(valueOf(await createDiscordAdapter({ http, clock }).publisher.findPublished(session, draftOf('Bonjour'), { ...intent, sentAt: 0 }))).toBe('none')
    expect(asked.map((url) => url.replace(/^.*\?/, ''))).toEqual(['limit=100&after=0', 'limit=1'])
  })

  it('takes no strange list for an empty one', async () => {
    expect(await find(null)).toBe('server_error')
    expect(await find({ messages: [] })).toBe('bug')
  })

  it('asks from the moment of the attempt, written as an id', () => {
    expect(idAt(Date.UTC(2016, 3, 30, 11, 18, 25, 796))).toBe('175928847298985984')
    expect(idAt(0)).toBe('0')
  })
})

describe('what is heard', () => {
  const theirs = (more: object): Parameters<typeof toItem>[0] => message({ id: '8', author: { id: '9', username: 'tom', global_name: 'Tom' }, content: '<@33> bonjour', ...more }) as Parameters<typeof toItem>[0]

  it('an answer to us, what names us, and nothing else', () => {
    expect(toItem(theirs({ referenced_message: { id: '7', author: { id: '33', username: 'atelier' } } }), bot)).toMatchObject({ kind: 'comment', remoteId: '8:9', conversationRemoteId: 'answers:7:9', ourPostRemoteId: '7', text: '@Bot bonjour', authorName: 'Tom' })
    expect(toItem(theirs({ mentions: [{ id: '33' }] }), bot)).toMatchObject({ kind: 'mention', conversationRemoteId: 'channel:11:9', ourPostRemoteId: null })
    expect(toItem(theirs({}), bot)).toBeNull()
    expect(toItem(theirs({ mentions: [{ id: '33' }], author: { id: '9', username: 'robot', bot: true } }), bot)).toBeNull()
  })

  it('names of messages survive, and nothing else passes', () => {
    for (const name of [{ messageId: '7', authorId: '9' }, { messageId: '7', authorId: null }]) expect(valueOf(readRemoteId(remoteIdOf(name)))).toEqual(name)
    for (const wrong of ['7/../8', 'webhook', '7:8:9', '']) expect(failureKind(readRemoteId(wrong))).toBe('rejected')
  })
})
