import { fakeDiscord } from './fake-discord.ts'
import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

type Author = 'us' | 'them' | 'webhook'

interface Message {
  readonly id: string
  readonly author: Author
  content: string
  readonly files: number
  readonly answers: string | null
  readonly poll: object | null
}

interface Thread {
  readonly id: string
  name: string
  readonly owner: Author
  readonly tags: readonly string[]
  readonly messages: Message[]
  /** When it came to rest; null: it does not. */
  restedAt: string | null
  isLocked: boolean
}

export interface FakeForum extends FakeNetwork {
  /** What everybody sees of the posts: title, tags, words. */
  shown(): readonly (readonly [string, readonly string[], readonly string[]])[]
  /** All posts come to rest, as after some days without a word. `at`: when they did, ms since the epoch; left out: now. */
  rest(at?: number): void
}

export const fakeForumTags = [{ id: '1180000000000000031', name: 'Nouveautés', moderated: false, emoji_id: null, emoji_name: '📣' }, { id: '1180000000000000032', name: 'Ateliers', moderated: false, emoji_id: null, emoji_name: null }] as const
const { channelId, guildId, botId, webhookId } = fakeDiscord
const themId = '1180000000000000009'
const roleId = '1180000000000000041'
const people = { us: { id: botId, username: 'atelier', bot: true }, them: { id: themId, username: 'tom', global_name: 'Tom' }, webhook: { id: webhookId, username: 'Atelier', bot: true } }
const nothing: FakeAnswer = { status: 204, json: null }
const refused = (status: number, code: number, message: string): FakeAnswer => ({ status, json: { message, code } })
const bodyOf = ({ json, text }: FakeRequest): Record<string, unknown> => {
  const inForm = /name="payload_json"\r\n\r\n([^\r]*)/.exec(text)?.[1]
  return inForm === undefined ? { ...json } : (JSON.parse(inForm) as Record<string, unknown>)
}

interface Words {
  readonly content: string
  readonly attachments?: unknown[]
  readonly poll?: object
  readonly message_reference?: { readonly message_id: string }
}

/** As much of a forum on Discord as a client needs, with a bot and a webhook: https://docs.discord.com/developers/topics/threads. `needsTag`, `mayManage`: as its owner set it. */
export function createFakeDiscordForum({ needsTag = false, mayManage = true }: { readonly needsTag?: boolean; readonly mayManage?: boolean } = {}): FakeForum {
  const threads: Thread[] = []
  const banned = new Set<string>()
  let silencedUntil: string | null = null
  let lastId = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n

  const write = (thread: Thread, author: Author, { content, attachments, poll, message_reference: reference }: Words, id = String((lastId += 1n))): Message => {
    const message = { id, author, content, files: attachments?.length ?? 0, answers: reference?.message_id ?? null, poll: poll ?? null }
    thread.messages.push(message)
    thread.restedAt = null
    return message
  }
  const begin = (owner: Author, name: string, tags: readonly string[], words: Words, id = String((lastId += 1n))): Thread => {
    const thread: Thread = { id, name, owner, tags, messages: [], restedAt: null, isLocked: false }
    threads.push(thread)
    write(thread, owner, words, id)
    return thread
  }
  const first = begin('us', 'Bienvenue', [], { content: 'Présentez-vous' }, '1180000000000000005')
  begin('them', 'Bonjour à tous', [], { content: 'Bonjour à tous' })

  const showMessage = (thread: Thread, { id, author, content, files, answers, poll }: Message): object => ({
    id, type: 0, content, timestamp: new Date().toISOString(), edited_timestamp: null, channel_id: thread.id, author: people[author], mentions: [], mention_roles: [], embeds: [], components: [], flags: 0, pinned: false, mention_everyone: false, tts: false,
    attachments: Array.from({ length: files }, (_, index) => ({ id: String(index) })),
    ...(poll === null ? {} : { poll: { ...poll, expiry: null, layout_type: 1 } }),
    ...(answers === null ? {} : { message_reference: { type: 0, channel_id: thread.id, message_id: answers } })
  })
  const showThread = ({ id, name, owner, tags, messages, restedAt, isLocked }: Thread): object => ({
    id, type: 11, name, guild_id: guildId, parent_id: channelId, owner_id: people[owner].id, last_message_id: messages.at(-1)?.id ?? id, flags: 0, applied_tags: tags, message_count: messages.length, member_count: 1, total_message_sent: messages.length,
    thread_metadata: { archived: restedAt !== null, archive_timestamp: restedAt ?? new Date().toISOString(), auto_archive_duration: 4320, locked: isLocked }
  })
  const showThreads = (listed: readonly Thread[]): FakeAnswer => ok({ threads: listed.map(showThread), members: [], has_more: false })

  const tagsIn = (tags: readonly string[]): FakeAnswer | null => {
    if (needsTag && tags.length === 0) return refused(400, 40_067, 'A tag is required to create a forum post in this channel')
    return tags.every((id) => fakeForumTags.some((tag) => tag.id === id)) ? null : refused(404, 10_087, 'Unknown Tag')
  }
  const postAsBot = (request: FakeRequest): FakeAnswer => {
    const { name, message, applied_tags: tags = [] } = bodyOf(request) as { name: string; message: Words; applied_tags?: string[] }
    const refusal = tagsIn(tags)
    if (refusal !== null) return refusal
    const thread = begin('us', name, tags, message)
    return { status: 201, json: { ...showThread(thread), message: showMessage(thread, thread.messages[0]!) } }
  }
  const postAsWebhook = (request: FakeRequest): FakeAnswer => {
    const { thread_name: name, applied_tags: tags = [], ...words } = bodyOf(request) as unknown as Words & { thread_name?: string; applied_tags?: string[] }
    const threadId = request.query.get('thread_id')
    const thread = threads.find(({ id }) => id === threadId)
    if (thread !== undefined) return ok(showMessage(thread, write(thread, 'webhook', words)))
    if (name === undefined) return refused(400, 220_001, 'Webhooks posted to forum channels must have a thread_name or thread_id')
    const refusal = tagsIn(tags)
    if (refusal !== null) return refusal
    const made = begin('webhook', name, tags, words)
    return ok(showMessage(made, made.messages[0]!))
  }
  const listMessages = ({ query }: FakeRequest, thread: Thread): FakeAnswer => {
    const [after, limit] = [query.get('after'), Number(query.get('limit') ?? 50)]
    const fitting = thread.messages.filter(({ id }) => after === null || BigInt(id) > BigInt(after))
    return ok((after === null ? fitting.slice(-limit) : fitting.slice(0, limit)).toReversed().map((message) => showMessage(thread, message)))
  }
  const aboutMessage = ({ method, json }: FakeRequest, thread: Thread, id: string): FakeAnswer => {
    const index = thread.messages.findIndex((message) => message.id === id)
    const message = thread.messages[index]
    if (message === undefined) return refused(404, 10_008, 'Unknown Message')
    if (method === 'DELETE') return (thread.messages.splice(index, 1), nothing)
    if (method === 'PATCH' && thread.restedAt !== null) return refused(400, 50_083, 'Thread is archived')
    if (method === 'PATCH' && typeof json['content'] === 'string') message.content = json['content']
    return ok(showMessage(thread, message))
  }
  const aboutThread = ({ method, json }: FakeRequest, thread: Thread): FakeAnswer => {
    if (method === 'GET') return ok(showThread(thread))
    if (!mayManage && (method === 'DELETE' || 'locked' in json)) return refused(403, 50_013, 'Missing Permissions')
    if (method === 'PATCH') {
      if (thread.restedAt !== null && json['archived'] !== false) return refused(400, 50_083, 'Thread is archived')
      if (typeof json['name'] === 'string') thread.name = json['name']
      if (json['archived'] === false) thread.restedAt = null
      if (typeof json['locked'] === 'boolean') thread.isLocked = json['locked']
      return ok(showThread(thread))
    }
    threads.splice(threads.indexOf(thread), 1)
    return ok(showThread(thread))
  }
  const inThread = (request: FakeRequest, path: string): FakeAnswer | null => {
    const [, threadId, isOfMessages, id, reaction] = /^\/channels\/(\d+)(\/messages)?(?:\/(\d+))?(\/reactions\/.+)?$/.exec(path) ?? []
    if (threadId === undefined || threadId === channelId) return null
    const thread = threads.find((each) => each.id === threadId)
    if (thread === undefined) return refused(404, 10_003, 'Unknown Channel')
    if (isOfMessages === undefined) return aboutThread(request, thread)
    if (reaction !== undefined) return nothing
    if (id !== undefined) return aboutMessage(request, thread, id)
    return request.method === 'POST' ? ok(showMessage(thread, write(thread, 'us', bodyOf(request) as unknown as Words))) : listMessages(request, thread)
  }
  const ofWebhook = (request: FakeRequest, path: string): FakeAnswer => {
    const [, id] = /\/messages\/(\d+)$/.exec(path) ?? []
    if (id === undefined) return request.method === 'POST' ? postAsWebhook(request) : ok({ id: webhookId, type: 1, name: 'Atelier', channel_id: channelId, guild_id: guildId, avatar: null, application_id: null })
    const thread = threads.find((each) => each.id === request.query.get('thread_id'))
    return thread === undefined ? refused(404, 10_008, 'Unknown Message') : aboutMessage(request, thread, id)
  }
  const aboutMember = ({ method, json }: FakeRequest): FakeAnswer => {
    if (method === 'PATCH') silencedUntil = json['communication_disabled_until'] as string | null
    return ok({ user: people.them, roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0, communication_disabled_until: silencedUntil })
  }
  const ban = (method: string, userId: string): FakeAnswer => {
    if (method === 'PUT') banned.add(userId)
    else if (!banned.delete(userId)) return refused(404, 10_026, 'Unknown Ban')
    return nothing
  }
  const ofGuild = (request: FakeRequest, path: string): FakeAnswer | null => {
    const [, banId] = new RegExp(`^/guilds/${guildId}/bans/(\\d+)$`).exec(path) ?? []
    if (banId !== undefined) return ban(request.method, banId)
    if (path === `/guilds/${guildId}/members/${themId}`) return aboutMember(request)
    if (path === `/guilds/${guildId}/members/${botId}`) return ok({ user: people.us, roles: [roleId], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 })
    if (path === `/guilds/${guildId}/threads/active`) return showThreads(threads.filter(({ restedAt }) => restedAt === null))
    return path === `/guilds/${guildId}` ? ok({ id: guildId, name: 'Atelier', approximate_member_count: 87, approximate_presence_count: 12, owner_id: themId, roles: [{ id: guildId, name: '@everyone', permissions: '274877975552' }, { id: roleId, name: 'Atelier', permissions: '0' }] }) : null
  }
  const answer = (request: FakeRequest): FakeAnswer => {
    const path = request.path.replace('/api/v10', '')
    const found = ofGuild(request, path) ?? inThread(request, path)
    if (found !== null) return found
    if (path.startsWith(`/webhooks/${webhookId}/`)) return ofWebhook(request, path)
    if (path === '/users/@me') return ok({ ...people.us, discriminator: '0', avatar: null })
    if (path === `/channels/${channelId}/threads`) return postAsBot(request)
    if (path === `/channels/${channelId}/threads/archived/public`) return showThreads(threads.filter(({ restedAt }) => restedAt !== null))
    if (path === `/channels/${channelId}/messages`) return refused(400, 50_008, 'Cannot send messages in a non-text channel')
    return path === `/channels/${channelId}` ? ok({ id: channelId, type: 15, name: 'entraide', guild_id: guildId, position: 3, flags: needsTag ? 16 : 0, available_tags: fakeForumTags, permission_overwrites: mayManage ? [{ id: roleId, type: 0, allow: String(1n << 34n), deny: '0' }] : [] }) : refused(404, 0, '404: Not Found')
  }

  const ours = (): readonly Thread[] => threads.filter(({ owner, id }) => owner !== 'them' && id !== first.id)
  return {
    answer,
    isUpload: ({ headers, method }) => method === 'POST' && (headers['content-type'] ?? '').startsWith('multipart/'),
    isCreate: ({ method }) => method === 'POST',
    visible: () => threads.flatMap(({ id, messages }) => messages.filter((message) => message.author !== 'them' && (id !== first.id || message.id !== first.id))).map(({ content }) => content),
    inForce: () => [...[...banned].map(() => 'block'), ...(silencedUntil === null ? [] : ['mute']), ...threads.filter(({ isLocked }) => isLocked).map(() => 'lock')],
    hear: (text) => `${first.id}/${write(first, 'them', { content: text }).id}:${themId}`,
    shown: () => ours().map(({ name, tags, messages }) => [name, tags, messages.map(({ content }) => content)] as const),
    rest: (at = Date.now()) => threads.forEach((thread) => (thread.restedAt = new Date(at).toISOString()))
  }
}
