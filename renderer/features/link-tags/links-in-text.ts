import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type EditorState } from '@tiptap/pm/state'
import { canBeTagged, namesNetwork } from '../../../shared/links/link-tags.ts'
import { findWebAddresses } from '../../../shared/text/find-web-addresses.ts'
import { isSameAddress } from '../../../shared/text/is-same-address.ts'

/** One link of a document, set by the editor or only written out. */
export interface LinkInText {
  readonly from: number
  readonly to: number
  readonly address: string
  /** The words that carry it. */
  readonly words: string
}

/** All links that statistics can follow, in order. */
export function linksIn(document: Node): readonly LinkInText[] {
  const found: LinkInText[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    found.push(...linksOfBlock(node).map((link) => ({ ...link, from: link.from + position + 1, to: link.to + position + 1 })))
    return false
  })
  return found
}

/** A paragraph that was not touched is the same node: it is looked through once. */
const known = new WeakMap<Node, readonly LinkInText[]>()

/** Places count from the beginning of the block. */
function linksOfBlock(block: Node): readonly LinkInText[] {
  const before = known.get(block)
  if (before !== undefined) return before
  const set = setLinks(block)
  const written = findWebAddresses(block.textBetween(0, block.content.size, undefined, '\uFFFC')).map(({ start, end, address }) => ({ from: start, to: end, address, words: address }))
  const free = written.filter(({ from, to }) => !set.some((link) => link.from < to && from < link.to))
  const links = [...set, ...free].filter(({ address }) => canBeTagged(address)).toSorted((one, other) => one.from - other.from)
  known.set(block, links)
  return links
}

/** Pieces of one link (a bold word inside it) are one. */
function setLinks(block: Node): readonly LinkInText[] {
  const links: LinkInText[] = []
  block.forEach((child, from) => {
    const address: unknown = child.marks.find(({ type }) => type.name === 'link')?.attrs['href']
    if (typeof address !== 'string' || child.text === undefined) return
    const last = links.at(-1)
    if (last?.to === from && last.address === address) links.splice(-1, 1, { ...last, to: from + child.nodeSize, words: last.words + child.text })
    else links.push({ from, to: from + child.nodeSize, address, words: child.text })
  })
  return links
}

/** The link at the cursor, else the first one behind it, else the first of all. */
export function linkInHand({ doc, selection: { from } }: EditorState): LinkInText | null {
  const links = linksIn(doc)
  return links.find((link) => link.from <= from && from <= link.to) ?? links.find((link) => link.from > from) ?? links[0] ?? null
}

/** Gives a link another address, one step for undo. Words that show the address show the new one; others stay. */
export function readdressLink(editor: Editor, link: LinkInText, address: string, sources: string | null): void {
  const { state, view } = editor
  const { schema, tr } = state
  const type = schema.marks['link']
  if (type === undefined) return
  const mark = type.create({ href: address, sources: namesNetwork(address) ? sources : null })
  const others = (state.doc.nodeAt(link.from)?.marks ?? []).filter((other) => other.type !== type)
  const showsAddress = isSameAddress(link.words, link.address)
  if (showsAddress) tr.replaceWith(link.from, link.to, schema.text(address, mark.addToSet(others)))
  else tr.removeMark(link.from, link.to, type).addMark(link.from, link.to, mark)
  const end = showsAddress ? link.from + address.length : link.to
  tr.setSelection(TextSelection.create(tr.doc, end)).setStoredMarks(others).setMeta('preventAutolink', true)
  view.dispatch(closeHistory(tr).scrollIntoView())
  view.focus()
}
