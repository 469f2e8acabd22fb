import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'
import type { Account } from '../../../../shared/accounts/account.ts'
import { countForAccount, type CountedBeside } from '../../../../shared/posts/count-for-account.ts'
import { documentForAccount } from '../../../../shared/posts/document-for-account.ts'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import { findGaps } from '../../../../shared/snippets/variables.ts'
import { toRichDocument } from '../editor/to-rich-document.ts'

/** Positions in the editor's document. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** From where on the text is too much for this account; null: it fits. */
export function tooMuch(document: Node, account: Account, beside: CountedBeside): Span | null {
  const fits = (until: number): boolean => !countForAccount(documentForAccount(upTo(document, until), account), account, beside).isTooLong
  const end = document.content.size
  if (fits(end)) return null
  let [fitting, over] = [0, end]
  while (over - fitting > 1) {
    const middle = (fitting + over) >> 1
    if (fits(middle)) fitting = middle
    else over = middle
  }
  return { from: fitting, to: end }
}

function upTo(document: Node, position: number): RichDocument {
  return toRichDocument(document.cut(0, position))
}

/** The first place with these words; null: nowhere in one line. */
export function placeOfPhrase(document: Node, phrase: string): Span | null {
  return firstIn(document, (text) => {
    const start = phrase === '' ? -1 : text.indexOf(phrase)
    return start < 0 ? null : { start, end: start + phrase.length }
  })
}

/** The first place that a saved text left open for this variable. */
export function placeOfGap(document: Node, variable: string): Span | null {
  return firstIn(document, (text) => findGaps(text).find((gap) => gap.variable === variable) ?? null)
}

function firstIn(document: Node, find: (text: string) => { readonly start: number; readonly end: number } | null): Span | null {
  let found: Span | null = null
  document.descendants((node, position) => {
    if (found !== null || !node.isTextblock) return found === null
    const at = find(node.textBetween(0, node.content.size, undefined, '\uFFFC'))
    if (at !== null) found = { from: position + 1 + at.start, to: position + 1 + at.end }
    return false
  })
  return found
}

/** Selects it, in sight and ready to be typed over; without one, the cursor goes behind the text. */
export function selectSpan({ state, view }: Editor, span: Span | null): void {
  const { doc, tr } = state
  const selection = span === null ? Selection.atEnd(doc) : TextSelection.between(doc.resolve(span.from), doc.resolve(span.to))
  view.dispatch(tr.setSelection(selection).scrollIntoView())
  view.focus()
}
