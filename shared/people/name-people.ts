import type { NetworkId } from '../networks/network-id.ts'
import type { RichDocument, RichNode } from '../posts/rich-document.ts'
import { canMentionOn, handlesSchema, type Handles, type Person } from './person.ts'

/** Somebody who is named in a text, with the names on the networks as they were when it was written: what is kept of them later does not reach into it. */
export interface Mention {
  readonly personId: string
  readonly name: string
  readonly handles: Handles
}

/** What was asked before: the same document is the same answer, so that nothing is drawn anew for it. */
const known = new WeakMap<RichDocument, Map<NetworkId, RichDocument>>()

/** The text as one network gets it: each mention by the name that its person has there, else by the name alone. The same document where nobody is mentioned. */
export function namePeople(document: RichDocument, networkId: NetworkId): RichDocument {
  const before = known.get(document)?.get(networkId)
  if (before !== undefined) return before
  const content = changed(document.content, (node, mention) => withoutMention({ ...node, text: wordsFor(mention, networkId) }), withoutMention)
  const answer = content === document.content ? document : { ...document, content: [...content] }
  const ofDocument = known.get(document) ?? new Map<NetworkId, RichDocument>()
  known.set(document, ofDocument.set(networkId, answer))
  return answer
}

/** Everybody who is mentioned, each once. */
export function mentionsIn(document: RichDocument): readonly Mention[] {
  const found = new Map<string, Mention>()
  changed(document.content, (node, mention) => {
    found.set(mention.personId, mention)
    return node
  })
  return [...found.values()]
}

/** The same text with what is known of a person now; the same document where they are not mentioned. */
export function withHandles(document: RichDocument, { id, handles }: Pick<Person, 'id' | 'handles'>): RichDocument {
  const content = changed(document.content, (node, mention) => (mention.personId === id ? { ...node, marks: (node.marks ?? []).map((mark) => (mark.type === 'mention' ? { ...mark, attrs: { ...mark.attrs, handles } } : mark)) } : node))
  return content === document.content ? document : { ...document, content: [...content] }
}

/** No name there, although the network knows mentions. */
export function isUnresolved({ handles }: Pick<Mention, 'handles'>, networkId: NetworkId): boolean {
  return canMentionOn(networkId) && handles[networkId] === undefined
}

/** As the editor shows it. */
export function mentionWords(name: string): string {
  return `@${name}`
}

function wordsFor({ name, handles }: Mention, networkId: NetworkId): string {
  const handle = canMentionOn(networkId) ? handles[networkId] : undefined
  return handle === undefined ? name : `@${handle}`
}

function changed(nodes: readonly RichNode[], change: (node: RichNode, mention: Mention) => RichNode, drop: (node: RichNode) => RichNode = (node) => node): readonly RichNode[] {
  const answers = nodes.map((node) => {
    if (node.text !== undefined) {
      const mention = mentionOf(node)
      // Words that somebody changed are no mention any more.
      return mention === null ? node : node.text === mentionWords(mention.name) ? change(node, mention) : drop(node)
    }
    const content = node.content === undefined ? undefined : changed(node.content, change, drop)
    return content === node.content ? node : { ...node, content }
  })
  return answers.every((answer, place) => answer === nodes[place]) ? nodes : answers
}

function mentionOf({ marks }: RichNode): Mention | null {
  const mark = marks?.find(({ type }) => type === 'mention')
  if (mark?.type !== 'mention') return null
  return { personId: mark.attrs.personId, name: mark.attrs.name, handles: handlesSchema.safeParse(mark.attrs.handles).data ?? {} }
}

function withoutMention(node: RichNode): RichNode {
  const marks = node.marks?.filter(({ type }) => type !== 'mention') ?? []
  const { marks: _dropped, ...rest } = node
  return marks.length === 0 ? rest : { ...rest, marks }
}
