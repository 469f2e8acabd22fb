import { Fragment, Slice, type Mark, type Schema } from '@tiptap/pm/model'

/** Text without any form: an empty line parts paragraphs, every other end of a line is one within its paragraph, as it stood there. */
export function plainTextSlice(schema: Schema, text: string, marks: readonly Mark[]): Slice {
  const { paragraph, hardBreak } = schema.nodes
  if (paragraph === undefined || hardBreak === undefined) throw new Error('the schema has no lines')
  const clean = text.replaceAll(/\r\n?|[\u0085\u2028]/g, '\n').replaceAll('\u2029', '\n\n').replaceAll(/[\u200B\uFEFF\u00AD]/gu, '').replaceAll(/^\n+|\n+$/g, '')
  const blocks = clean.split(/\n(?:[ \t]*\n)+/).map((block) => {
    const lines = block.split('\n')
    return paragraph.create(null, lines.flatMap((line, place) => [...(place === 0 ? [] : [hardBreak.create()]), ...(line === '' ? [] : [schema.text(line, marks)])]))
  })
  return new Slice(Fragment.from(blocks), 1, 1)
}
