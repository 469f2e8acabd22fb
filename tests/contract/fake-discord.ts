import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

interface Message {
  readonly id: string
  readonly author: 'us' | 'them' | 'webhook'
  content: string
  readonly nonce: string | null
  readonly answers: string | null
  readonly files: number
  readonly poll?: object | undefined
  isPassedOn?: true
  isPinned?: boolean
}

export const fakeDiscord = { channelId: '1180000000000000001', guildId: '1180000000000000002', botId: '1180000000000000003', webhookId: '1180000000000000004' } as const
const themId = '1180000000000000009'
const nothing: FakeAnswer = { status: 204, json: null }
const unknown = (code: number, message: string): FakeAnswer => ({ status: 404, json: { message, code } })
const people = { us: { id: fakeDiscord.botId, username: 'atelier', bot: true }, them: { id: themId, username: 'tom', global_name: 'Tom' }, webhook: { id: fakeDiscord.webhookId, username: 'Atelier', bot: true } }

export interface FakeDiscord extends FakeNetwork {
  /** What went to the channels that follow this one. */
  passedOn(): readonly string[]
}

/** As much of Discord as a client needs, for one channel with a bot and a webhook: https://docs.discord.com/developers */
export function createFakeDiscord({ type = 0 }: { readonly type?: 0 | 5 } = {}): FakeDiscord {
  const messages: Message[] = []
  const banned = new Set<string>()
  let silencedUntil: string | null = null
  let lastId = (BigInt(Date.now()) - 1_420_070_400_000n) << 22n

  const add = (message: Omit<Message, 'id'>): Message => {
    const made = { ...message, id: String((lastId += 1n)) }
    messages.push(made)
    return made
  }
  const first = add({ author: 'us', content: 'Bienvenue', nonce: null, answers: null, files: 0 })
  const show = ({ id, author, content, answers, files, poll, isPassedOn, isPinned }: Message): object => {
    const answered = messages.find((message) => message.id === answers)
    return {
      id, type: 0, content, timestamp: new Date().toISOString(), edited_timestamp: null, channel_id: fakeDiscord.channelId, author: people[author], mentions: [], pinned: isPinned === true, flags: isPassedOn === true ? 1 : 0,
      attachments: Array.from({ length: files }, (_, index) => ({ id: String(index) })),
      reactions: [{ emoji: { id: null, name: '❤️' }, count: 4, count_details: { burst: 0, normal: 4 }, burst_colors: [], me_burst: false, me: false }],
      ...(poll === undefined ? {} : { poll: { ...poll, expiry: null, layout_type: 1 } }),
      ...(answers === null ? {} : { message_reference: { type: 0, channel_id: fakeDiscord.channelId, message_id: answers }, referenced_message: answered === undefined ? null : { id: answered.id, author: people[answered.author] } })
    }
  }
  const bodyOf = ({ json, text }: FakeRequest): Record<string, unknown> => {
    const inForm = /name="payload_json"\r\n\r\n([^\r]*)/.exec(text)?.[1]
    return inForm === undefined ? { ...json } : (JSON.parse(inForm) as Record<string, unknown>)
  }
  const create = (request: FakeRequest, author: Message['author']): FakeAnswer => {
    const { content, nonce, enforce_nonce: isEnforced, message_reference: reference, attachments, poll } = bodyOf(request) as { content: string; poll?: object; nonce?: string; enforce_nonce?: boolean; message_reference?: { message_id: string }; attachments?: unknown[] }
    const same = isEnforced === true ? messages.find((message) => message.nonce === nonce) : undefined
    return ok(show(same ?? add({ author, content, nonce: nonce ?? null, answers: reference?.message_id ?? null, files: attachments?.length ?? 0, poll })))
  }
  const remove = (id: string): FakeAnswer => {
    const index = messages.findIndex((message) => message.id === id)
    if (index === -1) return unknown(10_008, 'Unknown Message')
    messages.splice(index, 1)
    return nothing
  }
  const list = ({ query }: FakeRequest): FakeAnswer => {
    const after = query.get('after')
    const limit = Number(query.get('limit') ?? 50)
    const fitting = messages.filter(({ id }) => after === null || BigInt(id) > BigInt(after))
    // From an id on, the oldest come first page by page; without one, the newest. Either page is told newest first.
    return ok((after === null ? fitting.slice(-limit) : fitting.slice(0, limit)).toReversed().map(show))
  }
  const ban = (method: string, userId: string): FakeAnswer => {
    if (method === 'PUT') banned.add(userId)
    else if (!banned.delete(userId)) return unknown(10_026, 'Unknown Ban')
    return nothing
  }

  const timeOut = ({ method, json }: FakeRequest): FakeAnswer => {
    if (method === 'PATCH') {
      const until = json['communication_disabled_until'] as string | null
      if (until !== null && Date.parse(until) > Date.now() + 28 * 86_400_000) return { status: 400, json: { code: 50_035, message: 'Invalid Form Body' } }
      silencedUntil = until
    }
    return ok({ user: people.them, roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0, communication_disabled_until: silencedUntil })
  }

  const passOn = (id: string): FakeAnswer => {
    const message = messages.find((each) => each.id === id)
    if (message === undefined) return unknown(10_008, 'Unknown Message')
    if (type !== 5) return { status: 400, json: { code: 50_024, message: 'Cannot execute action on this channel type' } }
    if (message.isPassedOn === true) return { status: 400, json: { code: 40_033, message: 'This message has already been crossposted' } }
    message.isPassedOn = true
    return ok(show(message))
  }
  const pin = (method: string, id: string): FakeAnswer => {
    const message = messages.find((each) => each.id === id)
    if (message === undefined) return unknown(10_008, 'Unknown Message')
    message.isPinned = method === 'PUT'
    return nothing
  }

  const aboutMessage = ({ method, json }: FakeRequest, path: string): FakeAnswer | null => {
    const [, pinId] = new RegExp(`^/channels/${fakeDiscord.channelId}/messages/pins/(\\d+)$`).exec(path) ?? []
    if (pinId !== undefined) return pin(method, pinId)
    const [, id, reaction] = /\/messages\/(\d+)(\/reactions\/.+|\/crosspost)?$/.exec(path) ?? []
    if (id === undefined) return null
    if (reaction === '/crosspost') return passOn(id)
    if (reaction !== undefined) return nothing
    if (method === 'DELETE') return remove(id)
    const message = messages.find((each) => each.id === id)
    if (message === undefined) return unknown(10_008, 'Unknown Message')
    if (method === 'PATCH' && typeof json['content'] === 'string') message.content = json['content']
    return ok(show(message))
  }
  const aboutWebhook = (request: FakeRequest): FakeAnswer =>
    request.method === 'POST' ? create(request, 'webhook') : ok({ id: fakeDiscord.webhookId, type: 1, name: 'Atelier', channel_id: fakeDiscord.channelId, guild_id: fakeDiscord.guildId, avatar: null, application_id: null })

  return {
    isUpload: ({ headers, method }) => method === 'POST' && (headers['content-type'] ?? '').startsWith('multipart/'),
    isCreate: ({ method }) => method === 'POST',
    visible: () => messages.filter(({ author, id }) => author !== 'them' && id !== first.id).map(({ content }) => content),
    pinned: () => messages.filter(({ isPinned }) => isPinned === true).map(({ content }) => content),
    inForce: () => [...[...banned].map(() => 'block'), ...(silencedUntil === null ? [] : ['mute'])],
    passedOn: () => messages.filter(({ isPassedOn }) => isPassedOn === true).map(({ content }) => content),
    hear: (text) => `${add({ author: 'them', content: text, nonce: null, answers: first.id, files: 0 }).id}:${themId}`,
    answer(request) {
      const { method } = request
      const path = request.path.replace('/api/v10', '')
      const { channelId, guildId, webhookId } = fakeDiscord
      const [, banId] = new RegExp(`^/guilds/${guildId}/bans/(\\d+)$`).exec(path) ?? []
      if (banId !== undefined) return ban(method, banId)
      if (path === `/guilds/${guildId}/members/${themId}`) return timeOut(request)
      const aboutOne = aboutMessage(request, path)
      if (aboutOne !== null) return aboutOne
      if (path === `/channels/${channelId}/messages`) return method === 'POST' ? create(request, 'us') : list(request)
      if (path.startsWith(`/webhooks/${webhookId}/`)) return aboutWebhook(request)
      if (path === `/guilds/${guildId}`) return ok({ id: guildId, name: 'Atelier', approximate_member_count: 87, approximate_presence_count: 12 })
      if (path === '/users/@me') return ok({ ...people.us, discriminator: '0', avatar: null })
      return path === `/channels/${channelId}` ? ok({ id: channelId, type, name: 'annonces', guild_id: guildId, flags: 0 }) : unknown(0, '404: Not Found')
    }
  }
}
