import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { FindTextMarks, TextMark } from './text-mark.ts'

/** What the style sheet calls them: `::highlight(text-mark)`. */
const name = 'text-mark'

interface MarkedBlock {
  readonly marks: readonly TextMark[]
  readonly ranges: readonly Range[]
}

/**
 * Draws the marks over the text, not into it. Elements in the text would be made anew with every letter at their edge, and the cursor set anew with
 * them: three times the work of a letter (measured, npm run bench), and in the way of whoever composes one out of several keys.
 */
export function showTextMarks(first: EditorView, findIn: (state: EditorState) => FindTextMarks | undefined): { readonly update: (view: EditorView) => void; readonly destroy: () => void } {
  let find = findIn(first.state)
  let shown: ReadonlyMap<Node, MarkedBlock> = new Map()

  function update(view: EditorView): void {
    const known: ReadonlyMap<Node, MarkedBlock> = find === findIn(view.state) ? shown : new Map()
    find = findIn(view.state)
    const next = new Map<Node, MarkedBlock>()
    view.state.doc.descendants((node, position) => {
      if (!node.isTextblock) return true
      // The same node may stand in two places: the second is looked through anew, its ranges are its own.
      const other = next.get(node)
      const marks = (other ?? known.get(node))?.marks ?? find?.(node.textBetween(0, node.content.size, undefined, '\uFFFC')) ?? []
      const ranges = rangesOf(view, position + 1, marks, other === undefined ? known.get(node) : undefined)
      next.set(node, { marks, ranges: other === undefined ? ranges : [...other.ranges, ...ranges] })
      return false
    })
    draw(shown, next)
    shown = next
  }

  update(first)
  return { update, destroy: () => draw(shown, new Map()) }
}

/** Those that are there, as long as they cover their words: where the text was drawn anew, the browser has moved them to the edge of what was taken away. */
function rangesOf(view: EditorView, begin: number, marks: readonly TextMark[], known: MarkedBlock | undefined): readonly Range[] {
  const there = known?.ranges.slice(0, marks.length) ?? []
  return marks.map((mark, place) => (isInPlace(there[place], mark) ? there[place] : undefined) ?? rangeOf(view, begin, mark))
}

function isInPlace(range: Range | undefined, { start, end }: TextMark): boolean {
  return range !== undefined && range.startContainer.isConnected && range.toString().length === end - start
}

function rangeOf(view: EditorView, begin: number, { start, end }: TextMark): Range {
  const [from, to] = [view.domAtPos(begin + start, 1), view.domAtPos(begin + end, -1)]
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range
}

function draw(before: ReadonlyMap<Node, MarkedBlock>, now: ReadonlyMap<Node, MarkedBlock>): void {
  const wanted = new Set([...now.values()].flatMap(({ ranges }) => ranges))
  const drawn = [...before.values()].flatMap(({ ranges }) => ranges)
  if (wanted.size === 0 && drawn.length === 0) return
  const highlight = sharedHighlight()
  for (const range of drawn) if (!wanted.has(range)) highlight.delete(range)
  for (const range of wanted) highlight.add(range)
}

/** One for all editors of the page: a name stands for one. */
function sharedHighlight(): Highlight {
  const highlight = CSS.highlights.get(name) ?? new Highlight()
  CSS.highlights.set(name, highlight)
  return highlight
}
