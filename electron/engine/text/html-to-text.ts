import { Parser } from 'htmlparser2'
import { isSameAddress } from '../../../shared/text/is-same-address.ts'
import { createTextWriter } from './text-writer.ts'

export interface HtmlToTextOptions {
  /** `after_words`: a link whose words differ from its address is followed by the address in brackets. */
  readonly addresses: 'after_words' | 'left_out'
}

/** The parser's time grows with the square of the nesting, so hostile input needs a bound; what comes after it is not read. */
const maxDepth = 1000
const maxHtml = 2_000_000
const chunk = 2048

const withoutText = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'svg', 'math', 'textarea', 'select'])
/** Apart from their neighbours by an empty line. */
const paragraphs = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'table', 'figure', 'dl', 'hr'])
/** On lines of their own. */
const lines = new Set(['div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'li', 'tr', 'dt', 'dd', 'figcaption', 'address', 'form'])

/**
 * What a person would read in a piece of HTML, as plain text. For strangers' HTML of any quality: never throws, keeps no markup, and works
 * in one pass without recursion. Mastodon's shortened addresses (`invisible` and `ellipsis` spans) come out whole.
 */
export function htmlToText(html: string, { addresses }: HtmlToTextOptions = { addresses: 'after_words' }): string {
  const writer = createTextWriter()
  const lists: { isOrdered: boolean; next: number }[] = []
  let hiddenDepth = 0
  let preDepth = 0
  let depth = 0
  let link: { address: string; from: number } | null = null

  const closeLink = (): void => {
    if (link === null) return
    const words = writer.textSince(link.from).trim()
    if (addresses === 'after_words' && isWorthShowing(words, link.address)) {
      writer.space()
      writer.write(words === '' ? link.address : `(${link.address})`)
    }
    link = null
  }

  const startItem = (): void => {
    const list = lists.at(-1)
    writer.writeMark(list?.isOrdered === true ? `${list.next}. ` : '• ')
    if (list !== undefined) list.next += 1
  }

  const startBlock = (name: string): void => {
    if (paragraphs.has(name)) writer.startBlock(lists.length > 0 ? 1 : 2)
    if (lines.has(name)) writer.startBlock(1)
  }

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'br') writer.breakLine()
    startBlock(name)
    if (name === 'pre') preDepth += 1
    if (name === 'ul' || name === 'ol') lists.push({ isOrdered: name === 'ol', next: 1 })
    if (name === 'li') startItem()
    if (name === 'td' || name === 'th') writer.space()
    if (name === 'a') {
      closeLink()
      link = { address: attributes['href'] ?? '', from: writer.position() }
    }
  }

  const close = (name: string): void => {
    if (name === 'a') closeLink()
    if (name === 'pre') preDepth = Math.max(0, preDepth - 1)
    if (name === 'ul' || name === 'ol') lists.pop()
    startBlock(name)
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (withoutText.has(name)) hiddenDepth += 1
        else if (hiddenDepth === 0) open(name, attributes)
      },
      ontext(text) {
        if (hiddenDepth === 0) writer.writeText(text, preDepth > 0)
      },
      onclosetag(name) {
        depth -= 1
        if (withoutText.has(name)) hiddenDepth = Math.max(0, hiddenDepth - 1)
        else if (hiddenDepth === 0) close(name)
      }
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
  )
  for (let from = 0; from < Math.min(html.length, maxHtml) && depth < maxDepth; from += chunk) parser.write(html.slice(from, from + chunk))
  // A tag cut in two by the bound would be read as text.
  if (depth < maxDepth) parser.end()
  closeLink()
  return writer.finish()
}

/** `@lea` and `#tag` say enough; so does an address that shows itself. Only web addresses are worth a person's eye. */
function isWorthShowing(words: string, address: string): boolean {
  return /^https?:\/\//i.test(address) && !/^[@#＃]\S/u.test(words) && !isSameAddress(words.replace(/…$/, ''), address)
}
