import { Parser } from 'htmlparser2'
import type { RichDocument } from '../../../../shared/posts/rich-document.ts'
import type { PostThere } from '../../../../shared/reality/post-there.ts'
import { htmlToText } from '../../text/html-to-text.ts'
import { documentToBlocks } from './document-to-blocks.ts'

/** An article as Vigie writes one: its words first, then pictures and videos. */
export interface SplitContent {
  readonly words: string
  readonly rest: string
}

/** As WordPress's own parser finds them: `WP_Block_Parser`, wp-includes/class-wp-block-parser.php (read on 2026-11-22). */
const delimiter = /<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:\{(?:(?!\}\s+\/?-->)[\s\S])*\}\s+)?(\/)?-->/g
const ofWords: ReadonlySet<string> = new Set(['paragraph', 'heading', 'list', 'quote'])
const ofMedia: ReadonlySet<string> = new Set(['image', 'video', 'gallery', 'audio', 'file', 'embed', 'separator', 'spacer'])
const longest = 2_000_000

/** null: it is built in another way, by a person or by a plug-in. */
export function splitContent(raw: string): SplitContent | null {
  const blocks = topBlocksOf(raw)
  if (blocks === null) return null
  const firstMedia = blocks.findIndex(({ name }) => !ofWords.has(name))
  const count = firstMedia === -1 ? blocks.length : firstMedia
  if (blocks.slice(count).some(({ name }) => !ofMedia.has(name))) return null
  const end = blocks[count - 1]?.end ?? 0
  return { words: raw.slice(0, end).trim(), rest: raw.slice(end).trim() }
}

/** null: something stands outside of all blocks. */
function topBlocksOf(raw: string): readonly { readonly name: string; readonly end: number }[] | null {
  const blocks: { name: string; end: number }[] = []
  let depth = 0
  let end = 0
  for (const { 0: { length }, 1: closer, 2: name = '', 3: isVoid, index } of raw.matchAll(delimiter)) {
    if (depth === 0 && (closer !== undefined || raw.slice(end, index).trim() !== '')) return null
    if (closer !== undefined) depth -= 1
    else if (isVoid === undefined) depth += 1
    if (depth === 0) {
      end = index + length
      blocks.push({ name, end })
    }
  }
  return depth !== 0 || raw.length > longest || raw.slice(end).trim() !== '' ? null : blocks
}

/** How the words stand there, held against the document that was sent. */
export function formOf(raw: string, document: RichDocument): NonNullable<PostThere['form']> {
  const there = splitContent(raw)
  if (there === null) return 'other'
  const sent = documentToBlocks(document, [])
  const [own, its] = [tokensOf(sent), tokensOf(there.words)]
  if (own.join('') === its.join('')) return 'as_sent'
  if (!isPlain(its)) return 'other'
  return isPlain(own) && htmlToText(sent) === htmlToText(there.words) ? 'as_sent' : 'plain'
}

const plainTokens: ReadonlySet<string> = new Set(['<!--wp:paragraph-->', '<!--/wp:paragraph-->', '<p>', '</p>', '<br>', '</br>'])
const inline = /^<\/?(?:strong|em|a|br)\b/

function isPlain(tokens: readonly string[]): boolean {
  return tokens.every((token) => plainTokens.has(token) || !token.startsWith('<'))
}

/** Tags, the delimiters of blocks and texts, whatever the space between them and the way signs are written. */
function tokensOf(html: string): readonly string[] {
  const tokens: string[] = []
  const parser = new Parser(
    {
      oncomment: (text) => void tokens.push(`<!--${text.replaceAll(/\s+/g, ' ').trim()}-->`),
      onopentag: (name, attributes) => void tokens.push(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${JSON.stringify(value)}`).toSorted()].join(' ')}>`),
      ontext: (text) => addText(tokens, text.replaceAll(/[ \t\r\n]+/g, ' ').replaceAll('<', '\u0001')),
      onclosetag: (name) => void tokens.push(`</${name}>`)
    },
    { decodeEntities: true }
  )
  parser.end(html)
  return tokens.filter((token, place) => token !== ' ' || (inline.test(tokens[place - 1] ?? '') && inline.test(tokens[place + 1] ?? '')))
}

/** A text comes in pieces, parted at each entity. */
function addText(tokens: string[], text: string): void {
  const last = tokens.at(-1)
  if (last === undefined || last.startsWith('<')) tokens.push(text)
  else tokens[tokens.length - 1] = `${last}${text}`.replaceAll(/ +/g, ' ')
}
