import { getSchema } from '@tiptap/core'
import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { editorExtensions } from '../../../renderer/features/composer/editor/editor-extensions.ts'
import { toRichDocument } from '../../../renderer/features/composer/editor/to-rich-document.ts'
import { richDocumentSchema } from '../../../shared/posts/rich-document.ts'
import { documentToText } from '../../../shared/text/document-to-text.ts'

const schema = getSchema(editorExtensions('', () => false, { find: async () => null, onKey: () => false }, () => false, { log: () => null, isHeld: () => false }))
const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Marée' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'Venez ' }, { type: 'text', text: 'ici', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://a.example/' } }] }, { type: 'hardBreak' }] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'un' }] }] }] },
    { type: 'paragraph' }
  ]
})

test('the document that is read block by block is the document', () => {
  expect(toRichDocument(doc)).toEqual(richDocumentSchema.parse(doc.toJSON()))
})

test('a block that no key touched is the very same block', () => {
  const state = EditorState.create({ doc })
  const after = state.apply(state.tr.insertText('x', 3)).doc
  const [before, now] = [toRichDocument(doc), toRichDocument(after)]
  expect(now).toEqual(richDocumentSchema.parse(after.toJSON()))
  expect(now.content[0]).not.toEqual(before.content[0])
  expect(now.content.slice(1).every((block, place) => block === before.content[place + 1])).toBe(true)
})

test.each([
  ['a link longer than any that is kept: its words stay', { type: 'paragraph', content: [{ type: 'text', text: 'The sale', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: `https://a.example/?${'t'.repeat(4000)}` } }] }] }],
  ['lists in lists without end: their words stay', nested(400)]
])('%s', (_what, block) => {
  const read = toRichDocument(schema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Before' }] }, block] }))
  expect(richDocumentSchema.parse(read)).toEqual(read)
  expect(documentToText(read)).toContain('Before')
  expect(documentToText(read)).toContain('The sale')
})

function nested(depth: number): object {
  let block: object = { type: 'paragraph', content: [{ type: 'text', text: 'The sale' }] }
  for (let level = 0; level < depth; level++) block = { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }, block] }] }
  return block
}
