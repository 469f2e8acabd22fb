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

/** One comment, as WordPress's own parser takes it for a delimiter: `WP_Block_Parser`, wp-includes/class-wp-block-parser.php (read on 2026-11-22). */
const delimiter = /^<!--\s+(\/)?wp:([a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:\{[\s\S]*\}\s+)?(\/)?-->$/
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
  if (raw.length > longest) return null
  const blocks: { name: string; end: number }[] = []
  let depth = 0
  let end = 0
  for (const { name, isCloser, isVoid, from, to } of delimitersOf(raw)) {
    if (depth === 0 && (isCloser || raw.slice(end, from).trim() !== '')) return null
    if (isCloser) depth -= 1
    else if (!isVoid) depth += 1
    if (depth === 0) {
      end = to
      blocks.push({ name, end })
    }
  }
  return depth !== 0 || raw.slice(end).trim() !== '' ? null : blocks
}

interface Delimiter {
  readonly name: string
  readonly isCloser: boolean
  readonly isVoid: boolean
  readonly from: number
  readonly to: number
}

/** By the end of each comment, and each sign once, however the content is made: WordPress writes neither `<` nor `--` inside of one (`serialize_block_attributes`, wp-includes/blocks.php). */
function* delimitersOf(raw: string): Generator<Delimiter> {
  let after = 0
  for (let close = raw.indexOf('-->'); close !== -1; close = raw.indexOf('-->', after)) {
    const to = close + 3
    const piece = raw.slice(after, to)
    const begin = piece.lastIndexOf('<!--')
    const [found, closer, name = '', isVoid] = begin === -1 ? [] : (delimiter.exec(piece.slice(begin)) ?? [])
    if (found !== undefined) yield { name, isCloser: closer !== undefined, isVoid: isVoid !== undefined, from: after + begin, to }
    after = to
  }
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
  // A text comes in pieces, parted at each entity.
  const pieces: string[] = []
  const endText = (): void => {
    if (pieces.length > 0) tokens.push(pieces.splice(0).join('').replaceAll(/[ \t\r\n]+/g, ' ').replaceAll('<', '\u0001'))
  }
  const add = (token: string): void => {
    endText()
    tokens.push(token)
  }
  const parser = new Parser(
    {
      oncomment: (text) => add(`<!--${text.replaceAll(/\s+/g, ' ').trim()}-->`),
      onopentag: (name, attributes) => add(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${JSON.stringify(value)}`).toSorted()].join(' ')}>`),
      ontext: (text) => void pieces.push(text),
      onclosetag: (name) => add(`</${name}>`)
    },
    { decodeEntities: true }
  )
  parser.end(html)
  endText()
  return tokens.filter((token, place) => token !== ' ' || (inline.test(tokens[place - 1] ?? '') && inline.test(tokens[place + 1] ?? '')))
}
