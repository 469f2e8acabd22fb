import { goneAtMeta, pageOf, project, refusedByMeta, writtenTime } from './fake-meta.ts'
import { ok, type FakeAnswer, type FakeRequest } from './fake-network.ts'

interface Person {
  readonly id: string
  readonly name?: string
  readonly username?: string
}

interface Message {
  readonly id: string
  readonly text: string
  readonly createdAt: number
  readonly from: Person
}

export interface FakeMessages {
  /** Somebody writes to the account; gives the id of the message. A person has one conversation. */
  write(person: Person, text: string, createdAt?: number): string
  /** Somebody comments, and can be answered in private. */
  comments(commentId: string, person: Person): void
  /** What the account has sent. */
  sent(): readonly string[]
  conversationOf(person: Person): string
  /** null: the request is about something else. */
  answer(id: string, edge: string | undefined, request: FakeRequest): FakeAnswer | null
}

const day = 86_400_000

/** Conversations as Meta's messaging has them, newest first: https://developers.facebook.com/docs/messenger-platform/conversations */
export function createFakeMessages(us: Person): FakeMessages {
  const conversations = new Map<string, { readonly person: Person; readonly messages: Message[] }>()
  const commentators = new Map<string, Person>()
  const answered = new Set<string>()
  let lastId = 0
  const idOf = ({ id }: Person): string => `t_10${id}`
  const add = (person: Person, from: Person, text: string, createdAt: number): Message => {
    const known = conversations.get(idOf(person)) ?? { person, messages: [] }
    conversations.set(idOf(person), known)
    const message = { id: `m_AbC-${String((lastId += 1))}`, text, createdAt, from }
    known.messages.unshift(message)
    return message
  }
  const showMessage = (fields: string) => ({ id, text, createdAt, from }: Message): object => project(fields, { id, message: text, created_time: writtenTime(createdAt), from })
  const place = (query: URLSearchParams): { limit: number; after: string | null; namesNext: boolean } => ({ limit: Number(query.get('limit') ?? 25), after: query.get('after'), namesNext: true })
  const show = (id: string, fields: string): object => {
    const found = conversations.get(id)
    const [, limit = '25', inner = ''] = /messages\.limit\((\d+)\)\{([^}]*)\}/.exec(fields) ?? []
    const messages = found?.messages ?? []
    return project(fields, {
      id, updated_time: writtenTime(messages[0]?.createdAt ?? 0), participants: { data: [found?.person, us] }, messages: pageOf(messages, { limit: Number(limit), after: null, namesNext: true }, showMessage(inner))
    })
  }
  /** To whoever wrote a comment, once. */
  const sendAbout = (commentId: string, text: string): FakeAnswer => {
    const author = commentators.get(commentId)
    if (author === undefined) return refusedByMeta(100, 'Invalid parameter')
    if (answered.has(commentId)) return refusedByMeta(10_900, 'Activity already replied to')
    answered.add(commentId)
    return ok({ recipient_id: author.id, message_id: add(author, us, text, Date.now()).id })
  }
  const send = ({ json }: FakeRequest): FakeAnswer => {
    const { recipient, message } = json as { recipient: { id: string; comment_id?: string }; message: { text: string } }
    if (recipient.comment_id !== undefined) return sendAbout(recipient.comment_id, message.text)
    const found = [...conversations.values()].find(({ person }) => person.id === recipient.id)
    if (found === undefined) return refusedByMeta(100, 'No matching user found', 2_018_001)
    const last = found.messages.find(({ from }) => from.id !== us.id)
    if ((last?.createdAt ?? 0) < Date.now() - day) return refusedByMeta(10, 'This message is sent outside of allowed window.', 2_018_278)
    return ok({ recipient_id: recipient.id, message_id: add(found.person, us, message.text, Date.now()).id })
  }

  return {
    write: (person, text, createdAt = Date.now()) => add(person, person, text, createdAt).id,
    comments: (commentId, person) => void commentators.set(commentId, person),
    sent: () => [...conversations.values()].flatMap(({ messages }) => messages.filter(({ from }) => from.id === us.id).map(({ text }) => text)),
    conversationOf: idOf,
    answer(id, edge, request) {
      const { method, query } = request
      const fields = query.get('fields') ?? ''
      const ofOne = query.get('user_id')
      if (edge === 'conversations') return ok(pageOf([...conversations.keys()].filter((each) => ofOne === null || conversations.get(each)?.person.id === ofOne).toSorted((a, b) => (conversations.get(b)?.messages[0]?.createdAt ?? 0) - (conversations.get(a)?.messages[0]?.createdAt ?? 0)), place(query), (each) => show(each, fields)))
      if (method === 'POST' && edge === 'messages') return send(request)
      if (!id.startsWith('t_')) return null
      const found = conversations.get(id)
      if (found === undefined) return goneAtMeta
      return edge === 'messages' ? ok(pageOf(found.messages, place(query), showMessage(fields))) : ok(show(id, fields))
    }
  }
}
