import { Fragment, Slice, type Node, type Schema } from '@tiptap/pm/model'
import { Selection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep, Step, type Transform } from '@tiptap/pm/transform'
import { z } from 'zod'

/** What is undone at once: the steps back, the steps there again, and where the cursor was before and after. As JSON, so that it fits every editor and can be stored. */
const entrySchema = z.object({ undo: z.array(z.unknown()), redo: z.array(z.unknown()), before: z.unknown(), after: z.unknown() })
type StoredEntry = z.infer<typeof entrySchema>

/** The same while it still grows. */
export interface GrowingEntry {
  readonly undo: readonly Step[]
  readonly redo: readonly Step[]
  readonly before: Selection
  readonly after: Selection
}

/** With what a transaction did, at its end. Letters that follow each other become one step, as in ProseMirror's own history. */
export function withSteps(entry: GrowingEntry, { steps, docs }: Pick<Transform, 'steps' | 'docs'>, after: Selection): GrowingEntry {
  const undo = [...entry.undo]
  const redo = [...entry.redo]
  for (const [place, step] of steps.entries()) {
    const before = docs[place]
    if (before === undefined) continue
    const inverse = step.invert(before)
    const [first] = undo
    const back = first === undefined ? null : inverse.merge(first)
    undo.splice(0, back === null ? 0 : 1, back ?? inverse)
    const forward = redo.at(-1)?.merge(step) ?? null
    redo.splice(forward === null ? redo.length : redo.length - 1, 1, forward ?? step)
  }
  return { ...entry, undo, redo, after }
}

export function storedEntry({ undo, redo, before, after }: GrowingEntry): string {
  return JSON.stringify({ undo: undo.map((step): unknown => step.toJSON()), redo: redo.map((step): unknown => step.toJSON()), before: before.toJSON(), after: after.toJSON() } satisfies StoredEntry)
}

/** The transaction that undoes or redoes an entry; null where it cannot be read, or does not fit the document. */
export function replay(state: EditorState, text: string, by: -1 | 1): Transaction | null {
  const entry = parsedEntry(text)
  if (entry === null) return null
  const transaction = state.tr
  try {
    for (const json of by === -1 ? entry.undo : entry.redo) transaction.step(Step.fromJSON(state.schema, json))
    transaction.doc.check()
  } catch {
    // Whatever is wrong with it (another version's, damaged, of another text): it is of no use, and nothing of it was applied.
    return null
  }
  return transaction.setSelection(selectionIn(transaction.doc, by === -1 ? entry.before : entry.after))
}

/** An entry after which other steps were made that belong to it; `at`: on which side of it they stand. */
export function amendedEntry(text: string, transform: Pick<Transform, 'steps' | 'docs'>, at: 'before' | 'after'): string | null {
  const entry = parsedEntry(text)
  if (entry === null) return null
  const there = transform.steps.map((step): unknown => step.toJSON())
  const back = transform.docs.map((before, place): unknown => transform.steps[place]?.invert(before).toJSON()).toReversed()
  const amended = at === 'after' ? { undo: [...back, ...entry.undo], redo: [...entry.redo, ...there] } : { undo: [...entry.undo, ...there], redo: [...back, ...entry.redo] }
  return JSON.stringify({ ...entry, ...amended } satisfies StoredEntry)
}

/** What makes one document of another: the blocks between those that both begin and end with. Null where they are the same. */
export function differenceBetween(before: Node, after: Node): ReplaceStep | null {
  const [old, made] = [before.children, after.children]
  const shorter = Math.min(old.length, made.length)
  let start = 0
  while (start < shorter && old[start]?.eq(made[start] ?? after)) start += 1
  let end = 0
  while (end < shorter - start && old[old.length - 1 - end]?.eq(made[made.length - 1 - end] ?? after)) end += 1
  if (start + end === old.length && old.length === made.length) return null
  const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0)
  const from = sizeOf(old.slice(0, start))
  return new ReplaceStep(from, from + sizeOf(old.slice(start, old.length - end)), new Slice(Fragment.fromArray(made.slice(start, made.length - end)), 0, 0))
}

/** The difference of two documents as an entry of its own; null where there is none. */
export function differenceEntry(before: Node, after: Node): string | null {
  const step = differenceBetween(before, after)
  return step === null ? null : storedEntry({ undo: [step.invert(before)], redo: [step], before: Selection.atEnd(before), after: Selection.atEnd(after) })
}

export function storedDocument(document: Node): string {
  return JSON.stringify(document.toJSON())
}

/** A document as it was stored; null where it cannot be read with this schema. */
export function readDocument(schema: Schema, text: string): Node | null {
  try {
    const document = schema.nodeFromJSON(JSON.parse(text))
    document.check()
    return document
  } catch {
    // Of another version, or damaged.
    return null
  }
}

function parsedEntry(text: string): StoredEntry | null {
  try {
    return entrySchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    // No JSON: damaged.
    return null
  }
}

function selectionIn(document: Node, json: unknown): Selection {
  try {
    return Selection.fromJSON(document, json)
  } catch {
    // The cursor is a comfort; the words do not wait for it.
    return Selection.atEnd(document)
  }
}
