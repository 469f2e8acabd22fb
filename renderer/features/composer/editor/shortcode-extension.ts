import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { closedShortcode, openShortcode } from '../../emoji/shortcode-at.ts'

/** A name in the text, from its first colon on. */
export interface TypedShortcode {
  readonly name: string
  readonly from: number
  readonly to: number
}

interface ShortcodeState {
  /** The name being typed. */
  readonly typed: TypedShortcode | null
  /** Where a colon stands whose list was sent away: it stays away for that name. */
  readonly dismissed: number | null
  /** The whole name whose emoji is being looked for; what is typed meanwhile moves it. */
  readonly closed: TypedShortcode | null
}

export interface ShortcodeHooks {
  /** The emoji that a whole name stands for. */
  readonly find: (name: string) => Promise<string | null>
  /** The keys of the open list; whether it took this one. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

const key = new PluginKey<ShortcodeState>('shortcodes')
const dismissal = 'dismissShortcode'
const closing = 'closeShortcode'

/** The name that a list is wanted for now. */
export function typedShortcode(state: EditorState): TypedShortcode | null {
  return key.getState(state)?.typed ?? null
}

/** `:name` offers emoji, `:name:` becomes one. */
export function shortcodes(hooks: ShortcodeHooks): Extension {
  return Extension.create({
    name: 'shortcodes',
    // Before the editor's own keys: Enter takes what is offered before it breaks a line.
    priority: 1_000,
    addProseMirrorPlugins: () => [
      new Plugin<ShortcodeState>({
        key,
        state: {
          init: () => ({ typed: null, dismissed: null, closed: null }),
          apply: (transaction, last, _before, state) => ({ ...typedAfter(transaction, last, state), closed: closedAfter(transaction, last, state) })
        },
        props: {
          handleKeyDown: (view, event) => typedShortcode(view.state) !== null && !event.isComposing && hooks.onKey(event),
          handleTextInput(view, from, to, text) {
            const before = text === ':' ? textBefore(view.state, from) : null
            if (before === null || closedShortcode(`${before}:`) === null) return false
            // The colon goes in as typed first and is replaced in a step of its own, so that one undo gives the name back.
            view.dispatch(view.state.tr.insertText(text, from, to).setMeta(closing, true))
            void convert(view, hooks)
            return true
          }
        }
      })
    ]
  })
}

function typedAfter(transaction: Transaction, last: ShortcodeState, state: EditorState): Pick<ShortcodeState, 'typed' | 'dismissed'> {
  const prior = transaction.getMeta(dismissal) === true ? (last.typed?.from ?? null) : last.dismissed
  const dismissed = prior === null ? null : transaction.mapping.map(prior)
  // Only typing opens it; a cursor that passes by does not.
  const typed = transaction.docChanged || last.typed !== null ? endingAtCursor(state, openShortcode) : null
  if (typed === null) return { typed, dismissed: transaction.docChanged ? null : dismissed }
  return { typed: typed.from === dismissed ? null : typed, dismissed }
}

function closedAfter(transaction: Transaction, { closed }: ShortcodeState, state: EditorState): TypedShortcode | null {
  if (transaction.getMeta(closing) === true) return endingAtCursor(state, closedShortcode)
  return closed && { name: closed.name, from: transaction.mapping.map(closed.from), to: transaction.mapping.map(closed.to, -1) }
}

/** In the next moment, or when the emoji have been read. Who has changed the name meanwhile keeps what is written. */
async function convert(view: EditorView, { find }: ShortcodeHooks): Promise<void> {
  const name = key.getState(view.state)?.closed?.name
  const character = name === undefined ? null : await find(name)
  if (character === null || view.isDestroyed) return
  const closed = key.getState(view.state)?.closed
  if (closed && closed.name === name && view.state.doc.textBetween(closed.from, closed.to) === `:${name}:`) replaceShortcode(view, closed, character)
}

/** Sends the list away for the name being typed. */
export function dismissShortcode(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(dismissal, true))
}

/** Puts an emoji where a name stands, in a step of its own. */
export function replaceShortcode(view: EditorView, { from, to }: TypedShortcode, character: string): void {
  // The space that French typing made unbreakable for the colon breaks again, unless it belongs to a guillemet.
  const hasSpaceOfColon = /[^\s«]\u00A0$/u.test(textBefore(view.state, from) ?? '')
  const transaction = view.state.tr.insertText(hasSpaceOfColon ? ` ${character}` : character, hasSpaceOfColon ? from - 1 : from, to)
  view.dispatch(closeHistory(transaction).scrollIntoView())
}

function endingAtCursor(state: EditorState, read: typeof openShortcode): TypedShortcode | null {
  const { empty, from: to } = state.selection
  const before = empty ? textBefore(state, to) : null
  const shortcode = before === null ? null : read(before)
  return shortcode && { name: shortcode.name, from: to - shortcode.length, to }
}

/** The paragraph up to a position; null where no emoji is made: in code, and in the words of a link. */
function textBefore(state: EditorState, position: number): string | null {
  const place = state.doc.resolve(position)
  const isCode = place.parent.type.spec.code === true || place.marks().some(({ type }) => type.spec.code === true || type.name === 'link')
  return !place.parent.isTextblock || isCode ? null : place.parent.textBetween(0, place.parentOffset, '\n', '\n')
}
