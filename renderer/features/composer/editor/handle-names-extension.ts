import { Extension } from '@tiptap/core'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, Mapping } from '@tiptap/pm/transform'
import { isSameAddress } from '../../../../shared/text/is-same-address.ts'

/** On Bluesky people are called by a name that looks like an address. Pasted behind its `@`, it stays a name: as a link it would be sent with `https://` in it. */
export const handleNames = Extension.create({
  name: 'handleNames',
  addProseMirrorPlugins: () => [new Plugin({ appendTransaction: (transactions, _before, state) => unlinkNames(transactions, state) })]
})

function unlinkNames(transactions: readonly Transaction[], state: EditorState): Transaction | null {
  const { tr, doc } = state
  const steps = transactions.flatMap((transaction) => transaction.steps)
  const mapping = new Mapping(steps.map((step) => step.getMap()))
  for (const [place, step] of steps.entries()) {
    if (!(step instanceof AddMarkStep) || step.mark.type.name !== 'link') continue
    const later = mapping.slice(place + 1)
    const [from, to] = [later.map(step.from, 1), later.map(step.to, -1)]
    const isBehindSign = from > 0 && /[@＠#＃]$/u.test(doc.textBetween(from - 1, from))
    if (isBehindSign && isSameAddress(doc.textBetween(from, to), String(step.mark.attrs['href']))) tr.removeMark(from, to, step.mark.type)
  }
  return tr.docChanged ? tr : null
}
