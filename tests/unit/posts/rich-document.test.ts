import { expect, it } from 'vitest'
import { richDocumentSchema } from '../../../shared/posts/rich-document.ts'

const nested = (depth: number): unknown => {
  let node: Record<string, unknown> = { type: 'paragraph', content: [{ type: 'text', text: 'innermost' }] }
  for (let level = 2; level < depth; level += 1) node = { type: 'blockquote', content: [node] }
  return { type: 'doc', content: [node] }
}

it('keeps what is nested as deep as anybody writes', () => {
  expect(richDocumentSchema.parse(nested(100))).toEqual(nested(100))
})

it.each([101, 100_000])('refuses a document %i deep in place of running out of stack', (depth) => {
  expect(richDocumentSchema.safeParse(nested(depth)).success).toBe(false)
})
