import type { Editor } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import type { Selection, Transaction } from '@tiptap/pm/state'
import type { TextHistory } from '../../../../../shared/posts/text-history.ts'
import { amendedEntry, differenceEntry, readDocument, replay, storedDocument, storedEntry, withSteps, type GrowingEntry } from './history-entry.ts'
import { createHistoryEntries, type EntriesToKeep } from './history-entries.ts'
import { isApart, movedAlong, rhythmAfter, startsEntry, type Rhythm } from './typing-rhythm.ts'

/** `failed`: asked again with the next write, or the next key that needs it. */
export type ReadHistory = (beyond?: { readonly side: 'older' | 'newer'; readonly number: number }) => Promise<TextHistory | null | 'failed'>

/** What was ever typed in one text of a draft. It outlives the editors that show the text one after the other, and what it cannot hold in hand it reads from the database. */
export interface TextLog {
  /** This editor shows the text from here on. Where it says something else than the history, the difference is a change as any other. */
  attach(editor: Editor): void
  detach(editor: Editor): void
  /** Something was typed, undone or redone since this editor shows the text. */
  readonly isTouched: boolean
  /** What happened in the editor; every change of the document has to come by here. */
  record(editor: Editor, transaction: Transaction, appended: readonly Transaction[]): void
  /** Undoes (-1) or redoes (1) one change, as soon as it is read; whether there is any. `mayMove` is asked when that took a moment. */
  move(by: -1 | 1, mayMove: () => boolean): boolean
  /** What the database does not have yet; null: nothing, or not known yet. */
  takeUnkept(): Promise<Unkept | null>
}

export interface Unkept extends EntriesToKeep {
  readonly edition: number
  readonly head: string
  kept(answer: Pick<TextHistory, 'edition' | 'first' | 'last'>): void
  /** Of no effect; `isOvertaken`: another window wrote, and what it wrote is read. */
  failed(isOvertaken: boolean): void
}

const moving = 'textHistory'
/** Entries that are in hand ahead of an undo; fewer, and the next ones are read. */
const ahead = 50

export function createTextLog(read: ReadHistory): TextLog {
  let entries = createHistoryEntries()
  let [edition, isRead] = [0, false]
  let reading: Promise<void> | null = null
  let shown: Editor | null = null
  let isTouched = false
  let schema: Schema | null = null
  /** Of the text when nobody shows it, and before anything that is in hand. */
  let [head, base]: [string | null, string | null] = [null, null]
  let growing: GrowingEntry | null = null
  let rhythm: Rhythm | null = null
  let selection: Selection | null = null

  /** What grows is an entry as any other from here on. */
  function seal(): void {
    writeGrowing()
    growing = null
    rhythm = null
  }

  function writeGrowing(): void {
    if (growing !== null) entries.put(entries.position, storedEntry(growing))
  }

  function headNow(): string {
    return shown === null ? (head ?? '') : storedDocument(shown.state.doc)
  }

  /** Reads what is stored, once; what is in hand goes on behind it. */
  async function load(): Promise<void> {
    const stored = await read()
    if (stored === 'failed' || isRead) return
    isRead = true
    if (stored === null) return
    edition = stored.edition
    const behind = schema === null || base === null ? null : meeting(schema, stored, base)
    // What cannot be read is replaced by what is in hand.
    if (behind === null) return entries.moveTo(entries.position)
    if (behind.entry !== null) putFirst(behind.entry)
    entries.putBehind(stored)
  }

  function putFirst(entry: string): void {
    seal()
    const [before, at] = [entries, entries.position]
    entries = createHistoryEntries()
    entries.add(entry)
    for (let number = 1; number <= before.last; number += 1) entries.add(before.entry(number) ?? '')
    entries.moveTo(at + 1)
  }

  function loadOnce(): Promise<void> {
    reading ??= (isRead ? more() : load()).finally(() => (reading = null))
    return reading
  }

  /** The next ones on both sides, where few are left in hand. */
  async function more(): Promise<void> {
    for (const side of ['older', 'newer'] as const) {
      const number = entries.edge(side)
      const isMissing = side === 'older' ? number > entries.first && entries.position - number < ahead : number < entries.last && number - entries.position < ahead
      const stored = isMissing ? await read({ side, number }) : null
      if (stored === 'failed' || stored === null) continue
      if (stored.edition !== edition) return restart()
      entries.take(stored.entries)
    }
  }

  /** Another window wrote: all that is in hand becomes one difference to what it left. */
  function restart(): Promise<void> {
    seal()
    entries = createHistoryEntries()
    ;[edition, isRead, base] = [0, false, headNow()]
    return load()
  }

  function hasToRead(): boolean {
    return !isRead || (entries.edge('older') > entries.first && entries.position - entries.edge('older') < ahead) || (entries.edge('newer') < entries.last && entries.edge('newer') - entries.position < ahead)
  }

  function add({ steps, docs }: Transaction, isNew: boolean, before: Selection, after: Selection): void {
    if (isNew || growing === null) {
      seal()
      growing = { undo: [], redo: [], before, after }
      entries.add('')
    } else entries.put(entries.position, '')
    growing = withSteps(growing, { steps, docs }, after)
  }

  /** Steps that plugins made of their own accord: they belong to the change before, or where there is none to the text as it was opened. */
  function amend(transaction: Transaction): void {
    seal()
    const { position } = entries
    for (const [number, at] of [[position, 'after'], [position + 1, 'before']] as const) {
      const entry = entries.entry(number)
      const amended = entry === null ? null : amendedEntry(entry, transaction, at)
      if (amended !== null) entries.put(number, amended)
      else if (number >= entries.first && number <= entries.last) entries.forget(at === 'after' ? 'older' : 'newer')
    }
    if (!isRead && entries.last === 0) base = storedDocument(transaction.doc)
  }

  function recordRoot(transaction: Transaction, before: Selection, after: Selection): void {
    const isNew = startsEntry(rhythm, transaction)
    add(transaction, isNew, before, after)
    rhythm = rhythmAfter(rhythm, transaction)
    if (rhythm === null) seal()
  }

  function apply(by: -1 | 1): boolean {
    if (shown === null) return false
    const number = by === -1 ? entries.position : entries.position + 1
    const transaction = replay(shown.state, entries.entry(number) ?? '', by)
    if (transaction === null) {
      entries.forget(by === -1 ? 'older' : 'newer')
      return false
    }
    shown.view.dispatch(transaction.setMeta(moving, by).setMeta('preventAutolink', true).scrollIntoView())
    if (hasToRead()) void loadOnce()
    return true
  }

  return {
    attach(editor) {
      const document = editor.state.doc
      ;[shown, schema, selection, isTouched] = [editor, editor.schema, editor.state.selection, false]
      if (head === null) base = storedDocument(document)
      else {
        const before = readDocument(editor.schema, head)
        const difference = before === null ? null : differenceEntry(before, document)
        if (before === null) entries.forget('older')
        else if (difference !== null) entries.add(difference)
      }
      if (hasToRead()) void loadOnce()
    },
    get isTouched() {
      return isTouched
    },
    detach(editor) {
      if (shown !== editor) return
      head = headNow()
      seal()
      shown = null
    },
    record(editor, transaction, appended) {
      if (shown !== editor || selection === null) return
      const before = selection
      selection = editor.state.selection
      const isMove = transaction.getMeta(moving) !== undefined
      isTouched ||= isOfAuthor(transaction)
      if (isMove) entries.moveTo(entries.position + (transaction.getMeta(moving) === -1 ? -1 : 1))
      else if (transaction.docChanged) recordRoot(transaction, before, selection)
      else if (isApart(transaction)) seal()
      for (const addition of appended) {
        if (!addition.docChanged) continue
        if (isMove || growing === null) amend(addition)
        else {
          add(addition, false, before, selection)
          rhythm = movedAlong(rhythm, addition)
        }
      }
    },
    move(by, mayMove) {
      seal()
      const isThere = by === -1 ? entries.position >= entries.first : entries.position < entries.last
      if (isThere && entries.entry(by === -1 ? entries.position : entries.position + 1) !== null) return apply(by)
      if (!isThere && isRead) return false
      const asked = selection
      void loadOnce().then(() => {
        const number = by === -1 ? entries.position : entries.position + 1
        if (selection === asked && entries.entry(number) !== null && mayMove()) apply(by)
      })
      return true
    },
    async takeUnkept() {
      if (!isRead && !entries.isKept) await loadOnce()
      if (!isRead || entries.isKept) return null
      writeGrowing()
      const { toKeep, undo } = entries.taken()
      return {
        ...toKeep,
        edition,
        head: headNow(),
        kept(answer) {
          edition = answer.edition
          entries.cutTo(answer)
        },
        failed(isOvertaken) {
          undo()
          if (isOvertaken) void restart()
        }
      }
    }
  }
}

/** Not from outside. */
function isOfAuthor(transaction: Transaction): boolean {
  return transaction.docChanged && transaction.getMeta('preventUpdate') !== true
}

/** How what is stored goes over into what was opened; null where it cannot be read. */
function meeting(schema: Schema, { head }: TextHistory, base: string): { readonly entry: string | null } | null {
  if (head === base) return { entry: null }
  const before = readDocument(schema, head)
  const after = readDocument(schema, base)
  return before === null || after === null ? null : { entry: differenceEntry(before, after) }
}
