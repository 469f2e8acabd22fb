import { Extension } from '@tiptap/core'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Mark, Node } from '@tiptap/pm/model'
import { Mapping, ReplaceStep } from '@tiptap/pm/transform'
import { isSameAddress } from '../../../../shared/text/is-same-address.ts'
import { isAllowedLink } from './is-allowed-link.ts'

interface WrittenLink {
  readonly from: number
  readonly to: number
  readonly mark: Mark
}

/** A link whose words are its own address leads where they say, also after they were mended or written on. */
export const ownAddresses = Extension.create({
  name: 'ownAddresses',
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: (transactions, _before, state) => followWords(transactions, state) })]
})

function followWords(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const { tr } = state
  const steps = transactions.flatMap(({ steps: those, docs }) => those.map((step, place) => ({ step, before: docs[place] })))
  const mapping = new Mapping(steps.map(({ step }) => step.getMap()))
  for (const [place, { step, before }] of steps.entries()) {
    if (!(step instanceof ReplaceStep) || before === undefined) continue
    const since = mapping.slice(place)
    for (const link of ownAddressesAt(before, step.from, step.to)) follow(tr, { ...link, from: since.map(link.from, 1), to: since.map(link.to, 1) })
  }
  return tr.docChanged ? tr : null
}

/** Links that say where they lead, where something is about to be written or taken away. One that is tagged for statistics says less than it is. */
function ownAddressesAt(doc: Node, from: number, to: number): readonly WrittenLink[] {
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock || to > $from.end()) return []
  return linksIn($from.parent, $from.start()).filter((link) => link.from <= to && link.to >= from && typeof link.mark.attrs['sources'] !== 'string' && isSameAddress(doc.textBetween(link.from, link.to), addressOf(link.mark)))
}

function linksIn(block: Node, start: number): readonly WrittenLink[] {
  const links: WrittenLink[] = []
  block.forEach((node, offset) => {
    const mark = node.marks.find(({ type }) => type.name === 'link')
    if (mark === undefined) return
    const [from, last] = [start + offset, links.at(-1)]
    // A bold word parts the text of a link, not the link.
    if (last !== undefined && last.to === from && last.mark.eq(mark)) links.splice(-1, 1, { ...last, to: from + node.nodeSize })
    else links.push({ from, to: from + node.nodeSize, mark })
  })
  return links
}

function follow(tr: Transaction, { from, to, mark }: WrittenLink): void {
  const $from = tr.doc.resolve(from)
  if (!$from.parent.isTextblock) return
  // A link goes as far as it is one: what was put beside it is not part of it.
  const now = linksIn($from.parent, $from.start()).find((link) => link.mark.eq(mark) && link.from >= from && link.from <= to)
  if (now === undefined) return
  const words = tr.doc.textBetween(now.from, now.to).trimEnd()
  if (isSameAddress(words, addressOf(mark))) return
  const end = now.from + words.length
  tr.removeMark(now.from, now.to, mark.type)
  if (words.includes('.') && isAllowedLink(words)) tr.addMark(now.from, end, mark.type.create({ ...mark.attrs, href: /^[a-z][a-z0-9+.-]*:/i.test(words) ? words : `https://${words}` }))
}

function addressOf(mark: Mark): string {
  return String(mark.attrs['href'])
}
