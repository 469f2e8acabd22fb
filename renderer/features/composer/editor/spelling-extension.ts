import { Extension, type Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { SpellingMark } from '../../spelling/spelling-mark.ts'
import type { SpellingSource } from '../../spelling/spelling-source.ts'

/** A mark where it stands in the document now. */
export interface PlacedMark {
  readonly from: number
  readonly to: number
  readonly mark: SpellingMark
}

interface SpellingState {
  readonly source: SpellingSource | null
  /** A paragraph that was not touched is the same node: it is looked through once, as soon as all its words are known. */
  readonly known: WeakMap<Node, readonly SpellingMark[]>
  readonly found: DecorationSet
  /** Where somebody is typing: the word there is not finished, and nobody wants to be told so. */
  readonly typingAt: number | null
  /** `found` without that word. */
  readonly shown: DecorationSet
}

/** As `lookThrough` makes them. */
type MarkedDecoration = Pick<Decoration, 'from' | 'to'> & { readonly spec: { readonly mark?: SpellingMark } }

type Told = { readonly kind: 'source'; readonly source: SpellingSource | null } | { readonly kind: 'found'; readonly found: DecorationSet } | { readonly kind: 'left' }

/** The text is looked through when nobody has typed for so long, ms. */
const pause = 300
const key = new PluginKey<SpellingState>('spelling')

/** Underlines what dictionaries and rules object to. While somebody types nothing is looked through: what stands moves along. */
export const spelling = Extension.create({
  name: 'spelling',
  addProseMirrorPlugins: () => [
    new Plugin<SpellingState>({
      key,
      state: { init: () => ({ source: null, known: new WeakMap(), found: DecorationSet.empty, typingAt: null, shown: DecorationSet.empty }), apply },
      props: {
        decorations: (state) => key.getState(state)?.shown,
        handleDOMEvents: { blur: (view) => tell(view, { kind: 'left' }) }
      },
      view: createLooker
    })
  ]
})

/** From now on this one is asked; null: nothing is underlined. */
export function setSpelling(editor: Editor, source: SpellingSource | null): void {
  tell(editor.view, { kind: 'source', source })
}

/** What is underlined, in the order of the text. */
export function placedMarks(state: EditorState): readonly PlacedMark[] {
  return placedIn(key.getState(state)?.shown ?? DecorationSet.empty)
}

/** The word at the cursor counts too: whoever asks for the next remark is not in the middle of it. */
export function showWordAtCursor(editor: Editor): void {
  tell(editor.view, { kind: 'left' })
}

/** The one that stands at a position, also at its ends. */
export function markAt(state: EditorState, position: number): PlacedMark | null {
  return placedIn(key.getState(state)?.shown ?? DecorationSet.empty, position).at(-1) ?? null
}

function placedIn(set: DecorationSet, position?: number): readonly PlacedMark[] {
  return set
    .find(position, position)
    .flatMap(({ from, to, spec: { mark } }: MarkedDecoration): readonly PlacedMark[] => (mark === undefined ? [] : [{ from, to, mark }]))
    .toSorted((one, other) => one.from - other.from)
}

function apply(transaction: Transaction, last: SpellingState): SpellingState {
  const told: Told | undefined = transaction.getMeta(key)
  if (told?.kind === 'source') return { source: told.source, known: new WeakMap(), found: DecorationSet.empty, shown: DecorationSet.empty, typingAt: last.typingAt }
  const found = told?.kind === 'found' ? told.found : transaction.docChanged ? movedAlong(last.found, transaction) : last.found
  const typingAt = told?.kind === 'left' ? null : typingPlace(transaction, last.typingAt)
  if (found === last.found && typingAt === last.typingAt) return last
  return { ...last, found, typingAt, shown: typingAt === null ? found : found.remove(found.find(typingAt, typingAt)) }
}

/** What was written anew is underlined no longer, before anybody has looked at it. */
function movedAlong(found: DecorationSet, { mapping, doc }: Transaction): DecorationSet {
  const moved = found.map(mapping, doc)
  const touched = mapping.maps.flatMap((map, place) => {
    const ranges: Decoration[] = []
    const after = mapping.slice(place + 1)
    map.forEach((_from, _to, from, to) => void ranges.push(...moved.find(after.map(from, -1), after.map(to, 1))))
    return ranges
  })
  return moved.remove(touched.filter(({ from, to, spec: { mark } }: MarkedDecoration) => doc.textBetween(from, to, '\n', '\uFFFC') !== mark?.words))
}

function typingPlace(transaction: Transaction, last: number | null): number | null {
  if (transaction.docChanged) return transaction.getMeta('paste') === true || !transaction.selection.empty ? null : transaction.selection.head
  return transaction.selectionSet && transaction.selection.head !== last ? null : last
}

function tell(view: EditorView, told: Told): void {
  view.dispatch(view.state.tr.setMeta(key, told).setMeta('addToHistory', false))
}

/** Looks through what was changed, in a pause; words that are not known yet are asked for, and then it looks again. */
function createLooker(view: EditorView): { update(view: EditorView, before: EditorState): void; destroy(): void } {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let isGone = false

  function wait(): void {
    clearTimeout(waiting)
    waiting = setTimeout(look, pause)
  }

  function look(): void {
    const state = key.getState(view.state)
    if (isGone || state === undefined || state.source === null) return
    // Letters that are being put together are not to be touched.
    if (view.composing) return wait()
    const { source } = state
    const { found, missing } = lookThrough(view.state.doc, source, state.known)
    tell(view, { kind: 'found', found })
    if (missing.length > 0) void source.ask(missing).then((isMoreKnown) => (isMoreKnown && key.getState(view.state)?.source === source ? look() : undefined))
  }

  return {
    update(_view, before) {
      const last = key.getState(before)
      if (!view.state.doc.eq(before.doc) || last?.source !== key.getState(view.state)?.source) wait()
    },
    destroy() {
      isGone = true
      clearTimeout(waiting)
    }
  }
}

function lookThrough(document: Node, source: SpellingSource, known: WeakMap<Node, readonly SpellingMark[]>): { readonly found: DecorationSet; readonly missing: readonly string[] } {
  const decorations: Decoration[] = []
  const missing: string[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return true
    let marks = known.get(node)
    if (marks === undefined) {
      // What is no text counts as one character; a break parts words as a new line does.
      const looked = source.look(node.textBetween(0, node.content.size, undefined, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : '\uFFFC')))
      marks = looked.marks
      missing.push(...looked.missing)
      if (looked.missing.length === 0) known.set(node, marks)
    }
    for (const mark of marks) decorations.push(Decoration.inline(position + 1 + mark.start, position + 1 + mark.end, { 'data-spelling': mark.about.kind }, { mark }))
    return false
  })
  return { found: DecorationSet.create(document, decorations), missing }
}
