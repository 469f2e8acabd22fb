// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { editorExtensions } from '../../../renderer/features/composer/editor/editor-extensions.ts'
import { takeDocument } from '../../../renderer/features/composer/editor/history/take-document.ts'
import { createTextLog, type ReadHistory, type TextLog } from '../../../renderer/features/composer/editor/history/text-log.ts'
import { entriesAtOnce, type TextHistory } from '../../../shared/posts/text-history.ts'
import { toEditorContent } from '../../../renderer/features/composer/editor/to-editor-content.ts'
import type { RichDocument } from '../../../shared/posts/rich-document.ts'
import { createSeededRandom } from '../../integration/support/seeded-random.ts'

const editors: Editor[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const editor of editors.splice(0)) editor.destroy()
})

const paragraph = (text: string) => ({ type: 'paragraph', ...(text === '' ? {} : { content: [{ type: 'text', text }] }) })
const documentOf = (...texts: readonly string[]): RichDocument => ({ type: 'doc', content: texts.map(paragraph) })

/** What the engine does with one text's history. */
function createStore(): { read: ReadHistory; keep(log: TextLog): Promise<void>; stored(): TextHistory | null; set(next: TextHistory): void } {
  let stored: TextHistory | null = null
  return {
    async read(beyond) {
      if (stored === null) return null
      const { position, entries } = stored
      if (beyond?.side === 'older') return { ...stored, entries: entries.filter(({ number }) => number < beyond.number).slice(-entriesAtOnce) }
      if (beyond?.side === 'newer') return { ...stored, entries: entries.filter(({ number }) => number > beyond.number).slice(0, entriesAtOnce) }
      return { ...stored, entries: [...entries.filter(({ number }) => number <= position).slice(-entriesAtOnce), ...entries.filter(({ number }) => number > position).slice(0, entriesAtOnce)] }
    },
    async keep(log) {
      const unkept = await log.takeUnkept()
      if (unkept === null) return
      if (unkept.edition !== (stored?.edition ?? 0)) return unkept.failed(true)
      const { first, last, position, head } = unkept
      const all = new Map((stored?.entries ?? []).map(({ number, entry }) => [number, entry]))
      for (const { number, entry } of unkept.entries) all.set(number, entry)
      const entries = [...all].flatMap(([number, entry]) => (number >= first && number <= last ? [{ number, entry }] : [])).toSorted((one, other) => one.number - other.number)
      stored = { edition: unkept.edition + 1, first, last, position, head, entries }
      unkept.kept(stored)
    },
    stored: () => stored,
    set: (next) => void (stored = next)
  }
}

interface Hand {
  readonly editor: Editor
  readonly log: TextLog
  undo(): boolean
  redo(): boolean
  /** At a place of the text, or at the cursor. */
  type(text: string, at?: number): void
  text(): string
}

function open(log: TextLog, document: RichDocument): Hand {
  const editor = new Editor({
    element: globalThis.document.createElement('div'),
    injectCSS: false,
    extensions: editorExtensions('', () => false, { find: async () => null, onKey: () => false }, () => false, { log: () => log, isHeld: () => false }),
    content: toEditorContent(document)
  })
  editors.push(editor)
  log.attach(editor)
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.atEnd(editor.state.doc)))
  return {
    editor,
    log,
    undo: () => log.move(-1, () => true),
    redo: () => log.move(1, () => true),
    type: (text, at) => editor.view.dispatch(at === undefined ? editor.state.tr.insertText(text) : editor.state.tr.insertText(text, at)),
    text: () => editor.state.doc.textBetween(0, editor.state.doc.content.size, '\n')
  }
}

const read = async (): Promise<void> => void (await new Promise((resolve) => setTimeout(resolve, 0)))

describe('what is undone at once', () => {
  test('is what was typed without a pause, in one place; what is pasted, and what comes from outside, is one by itself', async () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date'] })
    const hand = open(createTextLog(async () => null), documentOf(''))
    await read()
    for (const letter of 'Low ') hand.type(letter)
    vi.setSystemTime(1_000_600)
    for (const letter of 'tide') hand.type(letter)
    hand.type('>', 1)
    const { tr } = hand.editor.state
    hand.editor.view.dispatch(tr.insertText(' at six', tr.doc.content.size - 1).setMeta('uiEvent', 'paste'))
    hand.type('!', hand.editor.state.doc.content.size - 1)
    takeDocument(hand.editor, documentOf('>Low tide at six!', 'Restored'))
    const seen = [hand.text()]
    while (hand.undo()) seen.push(hand.text())
    expect(seen).toEqual(['>Low tide at six!\nRestored', '>Low tide at six!', '>Low tide at six', '>Low tide', 'Low tide', 'Low ', ''])
    const again = []
    while (hand.redo()) again.push(hand.text())
    expect(again).toEqual(seen.slice(0, -1).toReversed())
  })

  test('puts the cursor where it was', async () => {
    const hand = open(createTextLog(async () => null), documentOf('Low tide'))
    hand.editor.commands.setTextSelection({ from: 1, to: 4 })
    hand.type('High')
    hand.editor.commands.setTextSelection(9)
    hand.undo()
    expect([hand.text(), hand.editor.state.selection.from, hand.editor.state.selection.to]).toEqual(['Low tide', 1, 4])
    hand.redo()
    expect([hand.text(), hand.editor.state.selection.from]).toEqual(['High tide', 5])
  })

  test('something new ends what could be redone', async () => {
    const hand = open(createTextLog(async () => null), documentOf(''))
    await read()
    hand.type('Low')
    hand.undo()
    hand.type('High')
    expect(hand.redo()).toBe(false)
    hand.undo()
    expect(hand.text()).toBe('')
  })
})

/** Anything that an author may do, and what comes from outside. */
function edit(hand: Hand, random: () => number): void {
  const { editor } = hand
  const size = editor.state.doc.content.size
  const place = (): number => Math.floor(random() * (size + 1))
  const [from, to] = [place(), place()].toSorted((one, other) => one - other)
  const near = TextSelection.between(editor.state.doc.resolve(from ?? 0), editor.state.doc.resolve(to ?? 0))
  const acts: readonly (() => void)[] = [
    () => hand.type('abc '),
    () => hand.type('é'),
    () => editor.commands.setTextSelection(near),
    () => editor.view.dispatch(editor.state.tr.setSelection(near).deleteSelection()),
    () => editor.view.dispatch(editor.state.tr.setSelection(near).insertText('xyz')),
    () => editor.chain().setTextSelection(near).toggleBold().run(),
    () => editor.chain().setTextSelection(near).toggleBulletList().run(),
    () => editor.chain().setTextSelection(near).toggleBlockquote().run(),
    () => editor.chain().setTextSelection(near).setLink({ href: 'https://a.example/' }).run(),
    () => editor.commands.splitBlock(),
    () => editor.commands.insertContent('voir https://vigie.example/ ici '),
    () => takeDocument(editor, documentOf(hand.text().slice(0, 40), 'From elsewhere')),
    () => void hand.undo(),
    () => void hand.redo()
  ]
  acts[Math.floor(random() * acts.length)]?.()
}

describe.each([1, 2, 3, 4])('after anything that was done (%i)', (seed) => {
  test('undoing all gives the first text, and redoing all the last; so it does for whoever opens it later', async () => {
    const { next } = { next: createSeededRandom(seed).fraction }
    const store = createStore()
    const first = documentOf('The oysters of the bay', 'are at their best.')
    let hand = open(createTextLog(store.read), first)
    const begin = hand.editor.state.doc.toJSON() as RichDocument
    for (let round = 0; round < 9; round += 1) {
      for (let times = 0; times < 20; times += 1) edit(hand, next)
      await store.keep(hand.log)
      if (round % 3 === 0) await read()
      // Every other time nothing outlives it but what is stored.
      const log = round % 2 === 0 ? createTextLog(store.read) : hand.log
      const document = hand.editor.state.doc.toJSON() as RichDocument
      hand.log.detach(hand.editor)
      hand.editor.destroy()
      hand = open(log, document)
      if (round % 4 !== 0) await read()
    }
    await read()
    while (hand.redo()) await read()
    const end: unknown = hand.editor.state.doc.toJSON()
    while (hand.undo()) await read()
    expect(hand.editor.state.doc.toJSON()).toEqual(begin)
    await store.keep(hand.log)
    const later = open(createTextLog(store.read), hand.editor.state.doc.toJSON() as RichDocument)
    await read()
    while (later.redo()) await read()
    expect(later.editor.state.doc.toJSON()).toEqual(end)
  })
})

describe('a history that is opened again', () => {
  async function written(): Promise<{ readonly store: ReturnType<typeof createStore>; readonly hand: Hand }> {
    const store = createStore()
    const hand = open(createTextLog(store.read), documentOf('Low'))
    await read()
    hand.type(' tide')
    await store.keep(hand.log)
    return { store, hand }
  }

  test('takes what was changed elsewhere for a change as any other', async () => {
    const { store } = await written()
    const later = open(createTextLog(store.read), documentOf('Low tide', 'Restored'))
    await read()
    later.undo()
    expect(later.text()).toBe('Low tide')
    later.undo()
    expect(later.text()).toBe('Low')
    later.redo()
    later.redo()
    expect(later.text()).toBe('Low tide\nRestored')
  })

  test('goes on behind what was typed before it was read, and undoes as soon as it is', async () => {
    const { store } = await written()
    const later = open(createTextLog(store.read), documentOf('Low tide'))
    later.type(' at six')
    later.undo()
    expect(later.text()).toBe('Low tide')
    expect(later.undo()).toBe(true)
    await read()
    expect(later.text()).toBe('Low')
  })

  test('is dropped where it cannot be read, and the text stays', async () => {
    const { store } = await written()
    const stored = store.stored()
    if (stored === null) throw new Error('nothing was stored')
    for (const broken of ['nonsense', '{"undo":[{"stepType":"unknown"}],"redo":[],"before":{},"after":{}}', JSON.stringify({ undo: [{ stepType: 'replace', from: 500, to: 900 }], redo: [], before: {}, after: {} })]) {
      store.set({ ...stored, entries: [{ number: 1, entry: broken }] })
      const later = open(createTextLog(store.read), documentOf('Low tide'))
      await read()
      expect(later.undo()).toBe(false)
      expect(later.text()).toBe('Low tide')
      later.type('!')
      later.undo()
      expect(later.text()).toBe('Low tide')
      expect(later.undo()).toBe(false)
    }
    store.set({ ...stored, head: '{"type":"poster"}' })
    const later = open(createTextLog(store.read), documentOf('Low tide'))
    await read()
    expect(later.undo()).toBe(false)
    later.type('!')
    await store.keep(later.log)
    expect(store.stored()?.entries).toHaveLength(1)
  })

  test('that another window wrote in is read again, with what is in hand as one change', async () => {
    const { store, hand } = await written()
    const other = open(createTextLog(store.read), documentOf('Low tide'))
    await read()
    other.type('!')
    await store.keep(other.log)
    hand.type(' at six')
    await store.keep(hand.log)
    await read()
    await store.keep(hand.log)
    expect(hand.text()).toBe('Low tide at six')
    const seen = []
    while (hand.undo()) seen.push(hand.text())
    expect(seen).toEqual(['Low tide!', 'Low tide', 'Low'])
  })

  test('is read as far as it is needed, however long it is', async () => {
    const store = createStore()
    const many = entriesAtOnce * 2 + 30
    const entry = JSON.stringify({ undo: [{ stepType: 'replace', from: 1, to: 2 }], redo: [{ stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: 'a' }] } }], before: null, after: null })
    const head = JSON.stringify(documentOf('a'.repeat(many)))
    store.set({ edition: 1, first: 1, last: many, position: many, head, entries: Array.from({ length: many }, (_, place) => ({ number: place + 1, entry })) })
    const sizes: number[] = []
    const reader: ReadHistory = async (beyond) => {
      const answer = await store.read(beyond)
      if (answer !== null && answer !== 'failed') sizes.push(answer.entries.length)
      return answer
    }
    const later = open(createTextLog(reader), documentOf('a'.repeat(many)))
    for (let length = many; later.undo(); length = later.text().length) if (later.text().length === length) await read()
    expect([later.text(), sizes]).toEqual(['', [200, 200, 30]])
  })
})
