import { sentenceEnds, wordEnds } from '../text/sentence-ends.ts'
import { documentToText } from '../text/document-to-text.ts'
import type { RichDocument, RichNode } from './rich-document.ts'

/** Whether a text may stand as one part, the first (0) or a later one. */
export type Fits = (document: RichDocument, place: number) => boolean

/** A block, or a stretch of a paragraph: `goesOn`: of the one before it. */
interface Piece {
  readonly block: RichNode
  readonly goesOn: boolean
}

/**
 * A text in as few parts as hold it, cut between paragraphs and sentences; between words only where a sentence alone is too long. What cannot be cut (a list, a word)
 * stays whole, and the checks say that it is too long. `joinThread` gives the text back.
 */
export function splitThread(document: RichDocument, fits: Fits): readonly RichDocument[] {
  const parts: Piece[][] = [[]]
  for (const piece of document.content.flatMap((block) => piecesOf(block, (alone) => fits(alone, 1)))) {
    const last = parts.at(-1) ?? []
    const isFull = last.some(hasWords) && hasWords(piece) && !fits(toDocument([...last, piece]), parts.length - 1)
    if (isFull) parts.push([piece])
    else last.push(piece)
  }
  return parts.map((pieces, place) => withEnd(toDocument(pieces), parts[place + 1]?.[0]?.goesOn !== false))
}

/** All parts in one. A part that ends within a paragraph, with a space, is followed by the rest of it. */
export function joinThread(parts: readonly RichDocument[]): RichDocument {
  const content: RichNode[] = []
  for (const { content: blocks } of withoutNumbers(parts)) {
    const [first, ...others] = blocks
    const last = content.at(-1)
    if (first !== undefined && last !== undefined && endsWithin(last) && first.type === 'paragraph') content.splice(-1, 1, inOne(last, first), ...others)
    else content.push(...blocks)
  }
  return { type: 'doc', content }
}

/** The place of each part below it: `2/5`. Those of before are taken away. */
export function numberThread(parts: readonly RichDocument[]): readonly RichDocument[] {
  return withoutNumbers(parts).map((part, place, all) => numbered(part, place, all.length))
}

/** The parts without the numbers that `numberThread` put there, where every part has its own. */
export function withoutNumbers(parts: readonly RichDocument[]): readonly RichDocument[] {
  const isNumbered = parts.length > 1 && parts.every(({ content }, place) => isNumber(content.at(-1), place, parts.length))
  return isNumbered ? parts.map(({ content }) => ({ type: 'doc', content: content.slice(0, -1) })) : parts
}

/** Split, and each part with its place; the numbers have their room in it. null: no number of parts holds it. */
export function splitAndNumber(document: RichDocument, fits: Fits): readonly RichDocument[] {
  // More digits in the count take more room; there are never more than three.
  for (const digits of [1, 2, 3]) {
    const most = 10 ** digits - 1
    const parts = splitThread(document, (part, place) => fits(numbered(part, most - 1, most), place))
    if (parts.length <= most) return parts.length === 1 ? parts : numberThread(parts)
  }
  return [document]
}

function numbered({ content }: RichDocument, place: number, count: number): RichDocument {
  return { type: 'doc', content: [...content, { type: 'paragraph', content: [{ type: 'text', text: numberOf(place, count) }] }] }
}

function numberOf(place: number, count: number): string {
  return `${String(place + 1)}/${String(count)}`
}

function isNumber(block: RichNode | undefined, place: number, count: number): boolean {
  return block?.type === 'paragraph' && documentToText({ type: 'doc', content: [block] }) === numberOf(place, count)
}

function hasWords({ block }: Piece): boolean {
  return documentToText({ type: 'doc', content: [block] }) !== ''
}

function piecesOf(block: RichNode, fitsAlone: (alone: RichDocument) => boolean): readonly Piece[] {
  if (block.type !== 'paragraph' || block.content === undefined) return [{ block, goesOn: false }]
  const sentences = cutAt(block, sentenceEnds)
  const pieces = sentences.flatMap((sentence) => (fitsAlone({ type: 'doc', content: [sentence] }) ? [sentence] : cutAt(sentence, wordEnds)))
  return pieces.map((piece, place) => ({ block: piece, goesOn: place > 0 }))
}

/** A paragraph in stretches; nobody's name is cut. */
function cutAt(paragraph: RichNode, endsOf: (text: string) => readonly number[]): readonly RichNode[] {
  const nodes = paragraph.content ?? []
  const text = nodes.map(textOf).join('')
  const starts = nodes.map((_, place) => nodes.slice(0, place).reduce((sum, node) => sum + textOf(node).length, 0))
  const isInName = (at: number): boolean => nodes.some((node, place) => (node.marks ?? []).some(({ type }) => type === 'mention') && (starts[place] ?? 0) < at && at < (starts[place] ?? 0) + textOf(node).length)
  const ends = [0, ...endsOf(text).filter((at) => !isInName(at)), text.length]
  if (ends.length === 2) return [paragraph]
  return ends.slice(1).map((until, place) => ({ ...paragraph, content: stretchOf(nodes, starts, ends[place] ?? 0, until) }))
}

function stretchOf(nodes: readonly RichNode[], starts: readonly number[], from: number, until: number): readonly RichNode[] {
  return nodes.flatMap((node, place) => {
    const start = starts[place] ?? 0
    const [first, last] = [Math.max(from - start, 0), Math.min(until - start, textOf(node).length)]
    if (first >= last) return []
    return node.text === undefined ? [node] : [{ ...node, text: node.text.slice(first, last) }]
  })
}

function textOf(node: RichNode): string {
  return node.type === 'hardBreak' ? '\n' : (node.text ?? '')
}

function toDocument(pieces: readonly Piece[]): RichDocument {
  const content: RichNode[] = []
  for (const { block, goesOn } of pieces) {
    const last = content.at(-1)
    if (goesOn && last !== undefined) content.splice(-1, 1, inOne(last, block))
    else content.push(block)
  }
  return { type: 'doc', content }
}

/** Two stretches of a paragraph; what was one text is one again. */
function inOne(one: RichNode, next: RichNode): RichNode {
  const [before, after] = [one.content ?? [], next.content ?? []]
  const [left, right] = [before.at(-1), after[0]]
  const isSame = left?.text !== undefined && right?.text !== undefined && JSON.stringify(left.marks ?? []) === JSON.stringify(right.marks ?? [])
  return { ...one, content: isSame ? [...before.slice(0, -1), { ...left, text: left.text + right.text }, ...after.slice(1)] : [...before, ...after] }
}

/** Its last stretch belongs to the link of the one before it, of which something is to be seen. */
function isGoingOn(nodes: readonly RichNode[]): boolean {
  const [before, end] = nodes.slice(-2)
  return end !== undefined && before !== undefined && addressOf(before) !== null && addressOf(before) === addressOf(end)
}

/** A link of which nothing is to be seen stands there as its address. */
function addressOf({ marks = [] }: RichNode): string | null {
  return marks.find((mark) => mark.type === 'link')?.attrs.href ?? null
}

function endsWithin({ type, content = [] }: RichNode): boolean {
  const last = content.at(-1)
  return type === 'paragraph' && last !== undefined && /[ \n\t]$/.test(textOf(last))
}

/** A space at the end says that the paragraph goes on; where it does not, there is none. */
function withEnd(document: RichDocument, staysAsItIs: boolean): RichDocument {
  const last = document.content.at(-1)
  if (staysAsItIs || last === undefined || !endsWithin(last)) return document
  return { type: 'doc', content: [...document.content.slice(0, -1), { ...last, content: withoutEnd(last.content ?? []) }] }
}

function withoutEnd(nodes: readonly RichNode[]): readonly RichNode[] {
  const end = nodes.at(-1)
  if (end === undefined || !/[ \n\t]$/.test(textOf(end))) return nodes
  const text = (end.text ?? '').trimEnd() || (isGoingOn(nodes) ? '' : (addressOf(end) ?? ''))
  return text === '' ? withoutEnd(nodes.slice(0, -1)) : [...nodes.slice(0, -1), { ...end, text }]
}
