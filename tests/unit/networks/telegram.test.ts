import { describe, expect, it } from 'vitest'
import type { HttpClient, HttpRequest } from '../../../electron/engine/http/http-client.ts'
import { createHttpClient } from '../../../electron/engine/http/create-http-client.ts'
import { createTelegramAdapter } from '../../../electron/engine/networks/telegram/telegram-adapter.ts'
import { chatOf } from '../../../electron/engine/networks/telegram/telegram-connect.ts'
import { readRemoteId, remoteIdOf, telegramAlbums, urlOf } from '../../../electron/engine/networks/telegram/telegram-ids.ts'
import { toItem } from '../../../electron/engine/networks/telegram/telegram-inbox.ts'
import { kindOf } from '../../../electron/engine/networks/telegram/telegram-publish.ts'
import { writeTelegramSecret } from '../../../electron/engine/networks/telegram/telegram-secret.ts'
import { checkPost } from '../../../shared/posts/check-post.ts'
import { capabilitiesOf } from '../../../shared/networks/capabilities-of.ts'
import { countForAccount } from '../../../shared/posts/count-for-account.ts'
import { createSession, draftOf, failureKind, pictureOf, valueOf } from '../../support/adapter-session.ts'

const token = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'
const serverLimits = { maxCharacters: null, charactersPerUrl: null, maxMedia: null }
const clock = { now: () => 1_000_000, after: () => () => undefined }
const session = (url = 'https://api.telegram.org'): ReturnType<typeof createSession> =>
  createSession('telegram', { handle: '@atelier', displayName: 'Atelier', serverUrl: url, remoteId: '-100777', accessEndsAt: null, serverLimits }, writeTelegramSecret({ token, userName: 'atelier_bot' }))

/** Answers each method as told, and keeps what was asked. */
function answering(answers: Readonly<Record<string, unknown>>, status = 200): HttpClient & { readonly asked: HttpRequest[] } {
  const asked: HttpRequest[] = []
  return {
    asked,
    send(request) {
      asked.push(request)
      const body = new TextEncoder().encode(JSON.stringify(answers[request.url.split('/').at(-1)!] ?? { ok: false, error_code: 404, description: 'Not Found' }))
      return Promise.resolve({ ok: true, response: { status, headers: {}, body, url: request.url } })
    }
  }
}
const fieldsOf = ({ body }: HttpRequest): Record<string, unknown> => (body instanceof FormData ? Object.fromEntries([...body].map(([name, value]) => [name, typeof value === 'string' ? value : value.name])) : (JSON.parse(typeof body === 'string' ? body : '{}') as Record<string, unknown>))

describe('what is sent how', () => {
  const chat = { id: -100_777, type: 'channel', username: 'atelier' }
  const sent = (...ids: number[]): object[] => ids.map((id) => ({ message_id: id, date: 1, chat }))
  const intent = { idempotencyKey: 'k', intentAt: 0 }

  it('words as they are, without marks that Telegram could read into them', async () => {
    const http = answering({ sendMessage: { ok: true, result: sent(7)[0] } })
    const published = valueOf(await createTelegramAdapter({ http, clock }).publisher.publish(session(), draftOf('5 * 3 * 2 <b> _x_'), intent))
    expect(fieldsOf(http.asked[0]!)).toEqual({ chat_id: -100_777, text: '5 * 3 * 2 <b> _x_' })
    expect(published).toEqual({ remoteId: '-100777:7', url: 'https://t.me/atelier/7' })
  })

  it('several pictures as one album, whose words stand at the first, and which is deleted as a whole', async () => {
    const http = answering({ sendMediaGroup: { ok: true, result: sent(7, 8) }, deleteMessages: { ok: true, result: true } })
    const { publisher } = createTelegramAdapter({ http, clock })
    const { remoteId } = valueOf(await publisher.publish(session(), draftOf('Deux', { media: [pictureOf('a', 'a.png'), pictureOf('b', 'b.png')] }), intent))
    expect(JSON.parse(String(fieldsOf(http.asked[0]!)['media']))).toEqual([{ type: 'photo', media: 'attach://file0', caption: 'Deux' }, { type: 'photo', media: 'attach://file1' }])
    expect(fieldsOf(http.asked[0]!)).toMatchObject({ file0: 'a.png', file1: 'b.png' })
    valueOf(await publisher.act!(session(), { act: 'delete', remoteId }))
    expect(fieldsOf(http.asked[1]!)).toEqual({ chat_id: -100_777, message_ids: [7, 8] })
  })

  it('an answer into the chat where the question stands', async () => {
    const http = answering({ sendMessage: { ok: true, result: { message_id: 9, date: 1, chat: { id: 5, type: 'private' } } } })
    await createTelegramAdapter({ http, clock }).publisher.publish(session(), draftOf('oui', { replyTo: { remoteId: '5:3:5', rootRemoteId: '5:3:5', authorHandle: '@tom' } }), intent)
    expect(fieldsOf(http.asked[0]!)).toEqual({ chat_id: 5, text: 'oui', reply_parameters: { message_id: 3 } })
  })

  it.each([
    ['image/png', 800, 600, 'photo'], ['image/gif', 80, 60, 'animation'], ['image/png', 9000, 2000, 'document'], ['image/png', 4200, 200, 'document'],
    ['video/mp4', 1920, 1080, 'video'], ['application/pdf', 0, 0, 'document']
  ] as const)('%s of %i × %i goes as %s… %s', (mediaType, width, height, kind) => {
    expect(kindOf({ mediaType, width, height })).toBe(kind)
  })

  it('waits as long as the body says', async () => {
    const http = answering({ sendMessage: { ok: false, error_code: 429, description: 'Too Many Requests: retry after 35', parameters: { retry_after: 35 } } }, 429)
    expect(await createTelegramAdapter({ http, clock }).publisher.publish(session(), draftOf('a'), intent)).toMatchObject({ ok: false, failure: { kind: 'rate_limited', until: 1_035_000 } })
  })

  it('tells a refused picture from a refused channel', async () => {
    const refused = async (description: string): Promise<unknown> => {
      const result = await createTelegramAdapter({ http: answering({ sendPhoto: { ok: false, error_code: 400, description } }, 400), clock }).publisher.publish(session(), draftOf('a', { media: [pictureOf('a', 'phare.png')] }), intent)
      return result.ok ? 'ok' : [result.failure.error.code, result.failure.error.details?.['fileName']]
    }
    expect(await refused('Bad Request: PHOTO_INVALID_DIMENSIONS')).toEqual(['media_refused', 'phare.png'])
    expect(await refused('Bad Request: chat not found')).toEqual(['rejected', undefined])
  })
})

describe('connecting', () => {
  it.each([['@canal', '@canal'], ['https://t.me/canal', '@canal'], ['t.me/s/canal/12', '@canal'], ['canal', '@canal'], ['-1001234', -1_001_234]])('%s', (typed, chat) => {
    expect(chatOf(typed)).toBe(chat)
  })

  const asAdmin = (status: string, canPost: boolean): HttpClient =>
    answering({
      getMe: { ok: true, result: { id: 1, is_bot: true, first_name: 'B', username: 'b_bot' } },
      getChat: { ok: true, result: { id: -100_777, type: 'channel', title: 'Canal' } },
      getChatMember: { ok: true, result: { status, can_post_messages: canPost } }
    })
  const connect = (http: HttpClient, appPassword = token): ReturnType<typeof connectOf> => connectOf(http, appPassword)
  const connectOf = async (http: HttpClient, appPassword: string): Promise<unknown> => {
    const { connect: way } = createTelegramAdapter({ http, clock })
    if (way.kind !== 'app_password') throw new Error(way.kind)
    const result = await way.connect({ serverUrl: 'https://api.telegram.org', identifier: '@canal', appPassword, signal: new AbortController().signal })
    return result.ok ? result.value.identity : [result.failure.error.code, result.failure.error.details?.['reason']]
  }

  it('needs a bot that may post', async () => {
    expect(await connect(asAdmin('administrator', true))).toMatchObject({ handle: 'Canal', remoteId: '-100777' })
    expect(await connect(asAdmin('administrator', false))).toEqual(['login_refused', 'bot_no_admin'])
    expect(await connect(asAdmin('member', true))).toEqual(['login_refused', 'bot_no_admin'])
  })

  it('puts nothing but a token into an address', async () => {
    const http = answering({})
    for (const typed of ['secret', '1:../../x/aaaaaaaaaaaaaaaaaaaa', '123:abc?x=aaaaaaaaaaaaaaaaaaaaaaaa']) expect(await connect(http, typed)).toEqual(['wrong_credentials', 'no_bot_token'])
    expect(http.asked).toEqual([])
  })

  it('shows the token in no line of the log and in no failure, whatever goes wrong', async () => {
    const lines: string[] = []
    const keep = (text: string): void => void lines.push(text)
    const http = createHttpClient({ log: { info: keep, warning: keep, error: keep }, userAgent: 'Vigie/test' })
    // A port where nobody listens.
    const result = await createTelegramAdapter({ http, clock }).publisher.publish(session('http://127.0.0.1:9'), draftOf('a'), { idempotencyKey: 'k', intentAt: 0 })
    http.close()
    expect(failureKind(result)).toBe('not_sent')
    expect(lines.join('\n')).toContain('/bot[hidden]/sendMessage')
    expect(`${lines.join('\n')} ${JSON.stringify(result)}`).not.toContain('AAHdqTcv')
  })
})

describe('what is heard', () => {
  const group = { id: -100_888, type: 'supergroup' }
  const from = { id: 5, is_bot: false, first_name: 'Tom', last_name: 'B', username: 'tom' }
  const self = { channelId: -100_777, groupId: -100_888, botName: 'atelier_bot' }
  const message = (more: object): Parameters<typeof toItem>[0] => ({ message_id: 4, date: 60, chat: group, from, text: 'bonjour', ...more })

  it('a comment under our post, each person apart', () => {
    const copied = { message_id: 3, date: 1, chat: group, is_automatic_forward: true, forward_origin: { type: 'channel', chat: { id: -100_777, type: 'channel' }, message_id: 2 } }
    expect(toItem(message({ message_thread_id: 3, reply_to_message: copied }), self)).toMatchObject({
      kind: 'comment', remoteId: '-100888:4:5', conversationRemoteId: 'comments:-100888:3:5', ourPostRemoteId: '-100777:2', authorName: 'Tom B', authorHandle: '@tom', createdAt: 60_000, url: 'https://t.me/c/888/4'
    })
  })

  it('a message to the bot, and what names it; nothing that others say among themselves', () => {
    expect(toItem(message({ chat: { id: 5, type: 'private' } }), self)).toMatchObject({ kind: 'message', conversationRemoteId: 'private:5', url: null })
    const naming = (text: string): object => ({ text, entities: [{ type: 'mention', offset: 0, length: text.indexOf(' ') }] })
    expect(toItem(message(naming('@Atelier_Bot bonjour')), self)?.kind).toBe('mention')
    expect(toItem(message(naming('@quelquun bonjour')), self)).toBeNull()
    expect(toItem(message({}), self)).toBeNull()
    expect(toItem(message({ is_automatic_forward: true, message_thread_id: 3 }), self)).toBeNull()
  })

  it('nothing of another group that the bot is in: it may be another client’s', async () => {
    const naming = { text: '@atelier_bot bonjour', entities: [{ type: 'mention', offset: 0, length: 12 }] }
    const chatOfOther = { id: -100_999, type: 'supergroup' }
    expect(toItem(message({ ...naming, chat: chatOfOther }), self)).toBeNull()
    expect(toItem(message({ message_thread_id: 3, chat: chatOfOther }), self)).toBeNull()
    expect(toItem(message({ ...naming, chat: chatOfOther }), { ...self, channelId: -100_999, groupId: null })?.kind).toBe('mention')
    const heard = async (linked: object): Promise<unknown> => {
      const updates = [message(naming), message({ ...naming, chat: chatOfOther })].map((each, index) => ({ update_id: index, message: each }))
      const http = answering({ getUpdates: { ok: true, result: updates }, getChat: { ok: true, result: { id: -100_777, type: 'channel', ...linked } } })
      return valueOf(await createTelegramAdapter({ http, clock }).inbox!.fetchSince(session(), null)).items.map(({ remoteId }) => remoteId)
    }
    expect(await heard({ linked_chat_id: -100_888 })).toEqual(['-100888:4:5'])
    expect(await heard({})).toEqual([])
  })

  it('knows the album that is meant by any one of its files, and no other post', () => {
    const place = (...messageIds: [number, ...number[]]): string => remoteIdOf({ chatId: -100_777, messageIds, authorId: null })
    const below = (id: number): string => toItem(message({ message_thread_id: 3, reply_to_message: { message_id: 3, date: 1, chat: { id: -100_888, type: 'supergroup' }, forward_origin: { type: 'channel', chat: { id: -100_777, type: 'channel' }, message_id: id } } }), self)?.ourPostRemoteId ?? ''
    expect([10, 11, 12, 13, 1].map((id) => telegramAlbums.holds(place(10, 11, 12), below(id)))).toEqual([true, true, true, false, false])
    expect(telegramAlbums.holds(remoteIdOf({ chatId: -100_999, messageIds: [10, 11], authorId: null }), below(10))).toBe(false)
    expect(place(10, 11).startsWith(telegramAlbums.beginningOf(below(10)))).toBe(true)
  })

  it('goes on from the last batch, even where the numbers began anew, and stays where it is in silence', async () => {
    const cursorAfter = async (ids: readonly number[], next: number | null): Promise<unknown> => {
      const http = answering({ getUpdates: { ok: true, result: ids.map((id) => ({ update_id: id })) } })
      return valueOf(await createTelegramAdapter({ http, clock }).inbox!.fetchSince(session(), next === null ? null : JSON.stringify({ version: 1, next }))).nextCursor
    }
    expect(await cursorAfter([41, 42], 900)).toBe('{"version":1,"next":43}')
    expect(await cursorAfter([901, 900], 900)).toBe('{"version":1,"next":902}')
    expect(await cursorAfter([], 900)).toBe('{"version":1,"next":900}')
    expect(await cursorAfter([], null)).toBeNull()
  })

  it('names each person apart, also who has no user name', () => {
    const handleOf = (person: object): string | undefined => toItem(message({ chat: { id: 5, type: 'private' }, from: person }), self)?.authorHandle
    expect([handleOf({ id: 5, is_bot: false, first_name: 'Tom' }), handleOf({ id: 6, is_bot: false, first_name: 'Tom' })]).toEqual(['id5', 'id6'])
  })

  it('names of places survive', () => {
    const place = { chatId: -100_777, messageIds: [7, 8] as const, authorId: 5 }
    expect(valueOf(readRemoteId(remoteIdOf(place)))).toEqual(place)
    expect(failureKind(readRemoteId('7; drop'))).toBe('rejected')
    expect(urlOf({ chat: { id: 5, type: 'group' }, message_id: 1 })).toBeNull()
  })
})

describe('a text beside pictures', () => {
  const account = { id: 'a', networkId: 'telegram', handle: '@a', displayName: 'A', serverUrl: '', remoteId: '1', state: 'connected', serverLimits } as unknown as Parameters<typeof checkPost>[1][number]

  it('may be a quarter as long', () => {
    const text = 'a'.repeat(1025)
    const long = (words: string, hasMedia: boolean): boolean => countForAccount(draftOf(words).document, account, { hasMedia }).isTooLong
    expect([long(text, false), long(text, true), long(text.slice(1), true)]).toEqual([false, true, false])
    const media = [{ mediaId: 'm', altText: 'x' }]
    const content = { title: '', document: draftOf(text).document, media, targets: [{ accountId: 'a' }] } as unknown as Parameters<typeof checkPost>[0]
    const codes = (of: typeof content): string[] => checkPost(of, [account], capabilitiesOf, []).map(({ code }) => code)
    expect(codes(content)).toContain('text_too_long')
    expect(codes({ ...content, media: [] })).not.toContain('text_too_long')
  })
})
