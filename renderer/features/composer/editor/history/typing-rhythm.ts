import { closeHistory } from '@tiptap/pm/history'
import { Schema } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { StepMap } from '@tiptap/pm/transform'

/** A pause that ends what is undone at once, in ms. */
const newEntryAfter = 500

/** What was typed last, as far as it decides whether the next change belongs to it. */
export interface Rhythm {
  readonly ranges: readonly number[]
  readonly at: number
  readonly composition: unknown
}

/** Whether a change is an entry of its own, as prosemirror-history decides: after a pause, elsewhere in the text, or said so. What was pasted, dropped or cut out, or came from outside, always is. */
export function startsEntry(rhythm: Rhythm | null, transaction: Transaction): boolean {
  if (rhythm === null || isApart(transaction) || isWhole(transaction)) return true
  const composition: unknown = transaction.getMeta('composition')
  if (composition !== undefined && composition === rhythm.composition) return false
  return rhythm.at < transaction.time - newEntryAfter || !isAdjacent(transaction, rhythm.ranges)
}

/** Null: whatever comes next is another entry. */
export function rhythmAfter(last: Rhythm | null, transaction: Transaction): Rhythm | null {
  if (isWhole(transaction)) return null
  const composition: unknown = transaction.getMeta('composition')
  return { ranges: rangesOf(transaction.mapping.maps), at: transaction.time, composition: composition ?? last?.composition }
}

/** The same with what plugins appended to it. */
export function movedAlong(rhythm: Rhythm | null, { mapping }: Transaction): Rhythm | null {
  if (rhythm === null) return null
  const ranges: number[] = []
  for (let place = 0; place < rhythm.ranges.length; place += 2) {
    const [from, to] = [mapping.map(rhythm.ranges[place] ?? 0, 1), mapping.map(rhythm.ranges[place + 1] ?? 0, -1)]
    if (from <= to) ranges.push(from, to)
  }
  return { ...rhythm, ranges }
}

/** `preventUpdate`: it came from outside. */
function isWhole(transaction: Transaction): boolean {
  return transaction.getMeta('preventUpdate') === true || ['paste', 'drop', 'cut'].includes(String(transaction.getMeta('uiEvent')))
}

type Mark = Parameters<Transaction['getMeta']>[0]

/** The mark of `closeHistory`, which input rules, replaced names and typography set, is known only to the function that sets it. */
const apart = ((): Mark => {
  let key: Mark = ''
  const { tr } = EditorState.create({ schema: new Schema({ nodes: { doc: { content: 'text*' }, text: {} } }) })
  tr.setMeta = (asked) => {
    key = asked
    return tr
  }
  closeHistory(tr)
  return key
})()

/** Whether what is typed next, or was typed in it, belongs to nothing before. */
export function isApart(transaction: Transaction): boolean {
  return transaction.getMeta(apart) === true
}

function isAdjacent({ mapping: { maps } }: Transaction, ranges: readonly number[]): boolean {
  let adjacent = false
  maps[0]?.forEach((start, end) => {
    for (let place = 0; place < ranges.length; place += 2) if (start <= (ranges[place + 1] ?? 0) && end >= (ranges[place] ?? 0)) adjacent = true
  })
  return adjacent
}

/** Where the last step that changed anything left its words. */
function rangesOf(maps: readonly StepMap[]): readonly number[] {
  const ranges: number[] = []
  for (const map of maps.toReversed()) {
    map.forEach((_oldStart, _oldEnd, start, end) => void ranges.push(start, end))
    if (ranges.length > 0) break
  }
  return ranges
}
