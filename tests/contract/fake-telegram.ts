import { ok, type FakeAnswer, type FakeNetwork, type FakeRequest } from './fake-network.ts'

export const fakeTelegramChannel = -1_001_000_000_001
const group = -1_001_000_000_002
const botId = 110_201_543
const chats: Readonly<Record<number, object>> = {
  [fakeTelegramChannel]: { id: fakeTelegramChannel, type: 'channel', title: 'Atelier', username: 'atelier' },
  [group]: { id: group, type: 'supergroup', title: 'Atelier, la discussion' }
}

interface Message {
  readonly id: number
  readonly chatId: number
  text: string
}

const refuse = (status: number, description: string): FakeAnswer => ({ status, json: { ok: false, error_code: status, description } })
const result = (value: unknown): FakeAnswer => ok({ ok: true, result: value })

/** As much of the Bot API as a client needs, for one bot that is an administrator of a channel and its group: https://core.telegram.org/bots/api */
export function createFakeTelegram(): FakeNetwork & { tell(update: object): void } {
  const messages: Message[] = []
  const updates: { readonly update_id: number }[] = []
  const banned = new Set<number>()
  const pinned = new Set<number>()
  const silenced = new Map<number, number | null>()
  let lastId = 10
  let lastUpdate = 5000

  const show = ({ id, chatId, text }: Message): object => ({ message_id: id, date: Math.floor(Date.now() / 1000), chat: chats[chatId], sender_chat: chats[chatId], text })
  const add = (chatId: number, text: string): Message => {
    const message = { id: (lastId += 1), chatId, text }
    messages.push(message)
    return message
  }
  /** Fields of a form, as far as a test needs them; a form writes line ends in its own way, and the Bot API takes that out again. */
  const field = (request: FakeRequest, name: string): string | undefined =>
    (request.json[name] as string | undefined) ?? new RegExp(`name="${name}"\\r\\n\\r\\n([\\s\\S]*?)\\r\\n--`).exec(request.text)?.[1]?.replaceAll('\r\n', '\n')

  /** The words of an album stand below its first file. */
  const album = (request: FakeRequest): readonly { readonly caption?: string }[] => JSON.parse(field(request, 'media') ?? '[]') as { readonly caption?: string }[]

  const send = (request: FakeRequest, count: number): FakeAnswer => {
    const chatId = Number(field(request, 'chat_id'))
    if (chats[chatId] === undefined) return refuse(400, 'Bad Request: chat not found')
    const words = field(request, 'text') ?? field(request, 'caption') ?? album(request)[0]?.caption ?? field(request, 'question') ?? 'file'
    const sent = Array.from({ length: count }, (_, index) => add(chatId, index === 0 ? words : ''))
    return result(count === 1 ? show(sent[0]!) : sent.map(show))
  }

  const remove = ({ json }: FakeRequest): FakeAnswer => {
    const ids = json['message_ids'] as number[]
    for (const id of ids) {
      const index = messages.findIndex((message) => message.id === id && message.chatId === json['chat_id'])
      if (index !== -1) messages.splice(index, 1)
    }
    return result(true)
  }

  const edit = ({ json }: FakeRequest, words: unknown): FakeAnswer => {
    const message = messages.find(({ id, chatId }) => id === json['message_id'] && chatId === json['chat_id'])
    if (message === undefined) return refuse(400, 'Bad Request: message to edit not found')
    if (message.text === words) return refuse(400, 'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message')
    message.text = String(words)
    return result(show(message))
  }

  const member = (id: number): object => ({ status: banned.has(id) ? 'kicked' : silenced.has(id) ? 'restricted' : 'member', user: { id, is_bot: false, first_name: 'Tom' }, ...(banned.has(id) ? { until_date: 0 } : {}) })

  /** As Telegram takes it: an end that is too near is none, and who was banned is let in again. */
  const restrict = ({ json }: FakeRequest): FakeAnswer => {
    const id = Number(json['user_id'])
    const { can_send_messages: mayWrite } = json['permissions'] as { can_send_messages?: boolean }
    const until = json['until_date'] as number | undefined
    banned.delete(id)
    if (mayWrite === true) silenced.delete(id)
    else silenced.set(id, until === undefined || until - Date.now() / 1000 < 30 ? null : until)
    return result(true)
  }

  const read = ({ json }: FakeRequest): FakeAnswer => {
    const offset = json['offset'] as number | undefined
    // What lies before was received, and is forgotten.
    if (offset !== undefined) updates.splice(0, updates.length, ...updates.filter(({ update_id: id }) => id >= offset))
    // Reactions come to those who name them, and to nobody else.
    const wanted = new Set(['update_id', ...(json['allowed_updates'] as string[])])
    return result(updates.filter((update) => Object.keys(update).every((name) => wanted.has(name))).slice(0, Number(json['limit'])))
  }

  const call = (method: string, request: FakeRequest): FakeAnswer => {
    const { json } = request
    switch (method) {
      case 'getMe':
        return result({ id: botId, is_bot: true, first_name: 'Atelier', username: 'atelier_bot' })
      case 'getChat': {
        const chat = json['chat_id'] === '@atelier' ? chats[fakeTelegramChannel] : chats[Number(json['chat_id'])]
        const newest = messages.findLast(({ id }) => pinned.has(id))
        return chat === undefined ? refuse(400, 'Bad Request: chat not found') : result({ ...chat, ...(newest === undefined ? {} : { pinned_message: show(newest) }), accent_color_id: 1, max_reaction_count: 11, linked_chat_id: chat === chats[group] ? fakeTelegramChannel : group })
      }
      case 'getChatMemberCount':
        return result(340)
      case 'getChatMember':
        if (Number(json['user_id']) !== botId) return result(member(Number(json['user_id'])))
        return result({ status: 'administrator', user: { id: botId, is_bot: true, first_name: 'Atelier' }, can_post_messages: true, can_edit_messages: true, can_pin_messages: true })
      case 'sendMessage':
      case 'sendPoll':
      case 'sendPhoto':
      case 'sendVideo':
        return send(request, 1)
      case 'sendMediaGroup':
        return send(request, album(request).length)
      case 'editMessageText':
        return edit(request, json['text'])
      case 'editMessageCaption':
        return edit(request, json['caption'])
      case 'deleteMessages':
        return remove(request)
      case 'pinChatMessage':
        if (!messages.some(({ id }) => id === json['message_id'])) return refuse(400, 'Bad Request: message to pin not found')
        pinned.add(Number(json['message_id']))
        return result(true)
      case 'unpinChatMessage':
        pinned.delete(Number(json['message_id']))
        return result(true)
      case 'banChatMember':
        banned.add(Number(json['user_id']))
        return result(true)
      case 'unbanChatMember':
        banned.delete(Number(json['user_id']))
        return result(true)
      case 'restrictChatMember':
        return restrict(request)
      case 'setMessageReaction':
        return result(true)
      case 'getUpdates':
        return read(request)
      default:
        return refuse(404, 'Not Found')
    }
  }

  return {
    tell: (update) => void updates.push({ update_id: (lastUpdate += 1), ...update }),
    isUpload: ({ path }) => /\/send(Photo|MediaGroup)$/.test(path),
    isCreate: ({ path }) => /\/send\w+$/.test(path),
    visible: () => messages.filter(({ chatId, text }) => chatId === fakeTelegramChannel && text !== '').map(({ text }) => text),
    pinned: () => messages.filter(({ id }) => pinned.has(id)).map(({ text }) => text),
    inForce: () => [...[...banned].map(() => 'block'), ...[...silenced.keys()].map(() => 'mute')],
    hear(text) {
      const id = (lastId += 1)
      const from = { id: 5, is_bot: false, first_name: 'Tom', username: 'tom' }
      const copied = { message_id: 3, date: 1, chat: chats[group], is_automatic_forward: true, forward_origin: { type: 'channel', date: 1, chat: chats[fakeTelegramChannel], message_id: 2 } }
      const message = { message_id: id, date: Math.floor(Date.now() / 1000), chat: chats[group], from, text, message_thread_id: 3, reply_to_message: copied }
      updates.push(Object.assign({ update_id: (lastUpdate += 1) }, { message }))
      return `${group}:${id}:5`
    },
    answer(request) {
      const [, method = ''] = /^\/bot\d+:[\w-]+\/(\w+)$/.exec(request.path) ?? []
      return call(method, request)
    }
  }
}
