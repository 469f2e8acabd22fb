/** Direct messages in memory, by the lexicons of chat.bsky.convo. One conversation for two people. */
export function createChat() {
  const convos = new Map()
  const log = []
  let revision = 0
  const nextRevision = () => String((revision += 1)).padStart(13, '2')

  const convoOf = (members) => {
    const key = members.toSorted((a, b) => (a < b ? -1 : 1)).join(' ')
    const known = convos.get(key)
    if (known !== undefined) return known
    const convo = { id: `convo${convos.size + 1}`, members: [...members], messages: [], rev: nextRevision() }
    convos.set(key, convo)
    return convo
  }

  const byId = (id) => [...convos.values()].find((convo) => convo.id === id)
  const view = (convo) => ({ id: convo.id, rev: convo.rev, members: convo.members.map((did) => ({ did, handle: `${did.slice(-8)}.test` })), muted: false, unreadCount: 0, ...(convo.messages.length > 0 ? { lastMessage: convo.messages.at(-1) } : {}) })

  const write = (convo, did, text) => {
    const rev = nextRevision()
    const message = { $type: 'chat.bsky.convo.defs#messageView', id: `message${rev}`, rev, text, sender: { did }, sentAt: new Date().toISOString() }
    convo.messages.push(message)
    convo.rev = rev
    log.push({ members: convo.members, entry: { $type: 'chat.bsky.convo.defs#logCreateMessage', rev, convoId: convo.id, message } })
    return message
  }

  return {
    /** A message by somebody to somebody. */
    say: ({ from, to, text }) => write(convoOf([from, to]), from, text),
    answer(method, parameters, asker, body) {
      switch (method) {
        case 'chat.bsky.convo.listConvos':
          return { convos: [...convos.values()].filter((convo) => convo.members.includes(asker)).map(view) }
        case 'chat.bsky.convo.getConvo':
          return { convo: view(byId(parameters.get('convoId'))) }
        case 'chat.bsky.convo.getMessages':
          return { messages: byId(parameters.get('convoId')).messages.toReversed() }
        case 'chat.bsky.convo.getLog': {
          // Without a place to begin at, the log begins now.
          const cursor = parameters.get('cursor') ?? log.at(-1)?.entry.rev ?? ''
          const logs = log.filter(({ members, entry }) => members.includes(asker) && entry.rev > cursor).map(({ entry }) => entry)
          return { logs, cursor: logs.at(-1)?.rev ?? cursor }
        }
        case 'chat.bsky.convo.sendMessage':
          return write(byId(body.convoId), asker, body.message.text)
        default:
          return undefined
      }
    }
  }
}
