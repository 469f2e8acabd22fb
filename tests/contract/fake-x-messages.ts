import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

export interface XPerson {
  readonly id: string
  readonly name: string
  readonly username: string
}

interface Message {
  readonly id: string
  readonly conversationId: string
  readonly sender: XPerson
  readonly text: string
  readonly createdAt: number
  readonly hasPicture: boolean
}

export interface FakeXMessages {
  /** Somebody writes to the account; gives the id of the event. */
  write(person: XPerson, text: string, more?: { readonly createdAt?: number; readonly hasPicture?: boolean; readonly groupId?: string }): string
  /** What the account has sent. */
  sent(): readonly string[]
  conversationWith(person: XPerson): string
  /** Who may write to the account no more. */
  blocked(): readonly string[]
  /** null: the request is about something else. */
  answer(request: FakeRequest): FakeAnswer | null
}

const noConversation: FakeAnswer = { status: 404, json: { title: 'Not Found Error', type: 'https://api.x.com/2/problems/resource-not-found', detail: 'Could not find it', status: 404 } }

/** Private messages as X has them, newest first: https://docs.x.com/x-api/direct-messages/lookup/integrate */
export function createFakeXMessages(us: XPerson, nextId: () => string): FakeXMessages {
  const messages: Message[] = []
  const blocked = new Set<string>()
  const conversationWith = ({ id }: XPerson): string => [us.id, id].toSorted((one, other) => Number(one) - Number(other)).join('-')
  const add = (message: Omit<Message, 'id'>): Message => {
    const made = { ...message, id: nextId() }
    messages.push(made)
    return made
  }

  /** Addresses are written as those of t.co; who wrote is told only where it is expanded. */
  const show = ({ id, conversationId, sender, text, createdAt, hasPicture }: Message, expands: string): object => {
    const urls = [...text.matchAll(/https?:\/\/\S+/g)].map(([address], index) => ({ start: 0, end: 1, url: `https://t.co/message${index}`, expanded_url: address, display_url: address }))
    const picture = hasPicture ? [{ start: 0, end: 1, url: 'https://t.co/picture', expanded_url: `https://x.com/messages/media/${id}`, display_url: 'pic.x.com/x' }] : []
    const written = [urls.reduce((so, { url, expanded_url }) => so.replace(expanded_url, url), text), ...picture.map(({ url }) => url)].join(' ')
    return {
      id, event_type: 'MessageCreate', dm_conversation_id: conversationId, created_at: new Date(createdAt).toISOString(), text: written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      entities: { urls: [...urls, ...picture] }, ...(hasPicture ? { attachments: { media_keys: ['3_1'] } } : {}), ...(expands.includes('sender_id') ? { sender_id: sender.id } : {})
    }
  }

  const page = (all: readonly Message[], query: URLSearchParams): FakeAnswer => {
    const newestFirst = all.toReversed()
    const start = Number(query.get('pagination_token')?.slice('message-page-'.length) ?? 0)
    const size = Number(query.get('max_results') ?? 100)
    const expands = query.get('expansions') ?? ''
    const shown = newestFirst.slice(start, start + size)
    const meta = { result_count: shown.length, ...(start + size < newestFirst.length ? { next_token: `message-page-${String(start + size).padStart(6, '0')}` } : {}) }
    if (shown.length === 0) return ok({ meta })
    return ok({ data: shown.map((message) => show(message, expands)), ...(expands.includes('sender_id') ? { includes: { users: [...new Set(shown.map(({ sender }) => sender))] } } : {}), meta })
  }

  const setBlocked = (path: string): FakeAnswer | null => {
    const [, whom, order] = /^\/2\/users\/(\d+)\/dm\/(block|unblock)$/.exec(path) ?? []
    if (whom === undefined) return null
    if (order === 'block') blocked.add(whom)
    else blocked.delete(whom)
    return ok({ data: { blocked: order === 'block' } })
  }

  const sendInto = (conversationId: string, json: FakeRequest['json']): FakeAnswer => {
    const { id } = add({ conversationId, sender: us, text: String(json['text']), createdAt: Date.now(), hasPicture: false })
    return { status: 201, json: { data: { dm_conversation_id: conversationId, dm_event_id: id } } }
  }

  return {
    write: (person, text, { createdAt = Date.now(), hasPicture = false, groupId } = {}) => add({ conversationId: groupId ?? conversationWith(person), sender: person, text, createdAt, hasPicture }).id,
    sent: () => messages.filter(({ sender }) => sender === us).map(({ text }) => text),
    conversationWith,
    blocked: () => [...blocked],
    answer({ method, path, query, json }) {
      if (method === 'GET' && path === '/2/dm_events') return page(messages, query)
      const ordered = method === 'POST' ? setBlocked(path) : null
      if (ordered !== null) return ordered
      const [, conversationId, what] = /^\/2\/dm_conversations\/([\d-]+)\/(messages|dm_events)$/.exec(path) ?? []
      if (conversationId === undefined) return null
      const there = messages.filter((message) => message.conversationId === conversationId)
      if (there.length === 0) return noConversation
      if (method === 'GET' && what === 'dm_events') return page(there, query)
      return method === 'POST' && what === 'messages' ? sendInto(conversationId, json) : null
    }
  }
}
