import { Extension, Mark } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { mentionWords } from '../../../../shared/people/name-people.ts'
import type { Person } from '../../../../shared/people/person.ts'
import { openMention } from '../../people/mention-at.ts'

/** A name in the text, from its `@` on. */
export interface TypedMention {
  readonly name: string
  readonly from: number
  readonly to: number
}

interface MentionState {
  readonly typed: TypedMention | null
  /** Where an `@` stands whose list was sent away: it stays away for that name. */
  readonly dismissed: number | null
}

const key = new PluginKey<MentionState>('mentions')
const dismissal = 'dismissMention'

/** The name that a list is wanted for now. */
export function typedMention(state: EditorState): TypedMention | null {
  return key.getState(state)?.typed ?? null
}

/** Whom the words `@name` mean, kept with them. */
export const mentionMark = Mark.create({
  name: 'mention',
  inclusive: false,
  addAttributes: () => ({
    personId: { default: '', parseHTML: (element) => element.getAttribute('data-mention') ?? '', renderHTML: ({ personId }) => ({ 'data-mention': String(personId) }) },
    name: { default: '', parseHTML: (element) => element.getAttribute('data-name') ?? '', renderHTML: ({ name }) => ({ 'data-name': String(name) }) },
    handles: { default: null, parseHTML: (element) => readHandles(element.getAttribute('data-handles')), renderHTML: ({ handles }) => ({ 'data-handles': JSON.stringify(handles) }) }
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0]
})

/** `@na` offers people; words of a mention that somebody changes are none any more. */
export function mentions(onKey: (event: KeyboardEvent) => boolean): Extension {
  return Extension.create({
    name: 'mentions',
    // Before the editor's own keys: Enter takes who is offered before it breaks a line.
    priority: 1_000,
    addProseMirrorPlugins: () => [
      new Plugin<MentionState>({
        key,
        state: { init: () => ({ typed: null, dismissed: null }), apply: (transaction, last, _before, state) => typedAfter(transaction, last, state) },
        appendTransaction: (transactions, _before, state) => (transactions.some(({ docChanged }) => docChanged) ? withoutBroken(state) : null),
        props: { handleKeyDown: (view, event) => typedMention(view.state) !== null && !event.isComposing && onKey(event) }
      })
    ]
  })
}

/** Sends the list away for the name being typed. */
export function dismissMention(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(dismissal, true))
}

/** Puts a person where a name stands, and a space behind it. */
export function replaceMention(view: EditorView, { from, to }: TypedMention, { id, name, handles }: Person): void {
  const { schema, tr } = view.state
  const mark = schema.marks['mention']?.create({ personId: id, name, handles })
  view.dispatch(tr.replaceWith(from, to, [schema.text(mentionWords(name), mark === undefined ? [] : [mark]), schema.text(' ')]).scrollIntoView())
}

function typedAfter(transaction: Transaction, last: MentionState, state: EditorState): MentionState {
  const prior = transaction.getMeta(dismissal) === true ? (last.typed?.from ?? null) : last.dismissed
  const dismissed = prior === null ? null : transaction.mapping.map(prior)
  // Only typing opens it; a cursor that passes by does not.
  const typed = transaction.docChanged || last.typed !== null ? atCursor(state) : null
  if (typed === null) return { typed, dismissed: transaction.docChanged ? null : dismissed }
  return { typed: typed.from === dismissed ? null : typed, dismissed }
}

function atCursor(state: EditorState): TypedMention | null {
  const { empty, from: to, $from: place } = state.selection
  if (!empty || !place.parent.isTextblock || place.marks().some(({ type }) => type.name === 'link' || type.name === 'mention')) return null
  const begun = openMention(place.parent.textBetween(0, place.parentOffset, '\n', '\n'))
  return begun === null ? null : { name: begun.name, from: to - begun.length, to }
}

function withoutBroken(state: EditorState): Transaction | null {
  const { tr } = state
  state.doc.descendants((node, position) => {
    const mark = brokenMention(node)
    if (mark !== null) tr.removeMark(position, position + node.nodeSize, mark)
  })
  return tr.docChanged ? tr : null
}

function brokenMention(node: Node): Node['marks'][number] | null {
  const mark = node.marks.find(({ type }) => type.name === 'mention')
  return mark === undefined || node.text === mentionWords(String(mark.attrs['name'])) ? null : mark
}

function readHandles(written: string | null): unknown {
  try {
    return JSON.parse(written ?? '{}')
  } catch {
    // Not of our making: a mention of whom nothing is known.
    return {}
  }
}
