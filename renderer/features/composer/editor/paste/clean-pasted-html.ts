import { longestAddress } from '../../../../../shared/posts/rich-document.ts'
import { isAllowedLink } from '../is-allowed-link.ts'
import { listWordParagraphs } from './list-word-paragraphs.ts'
import { tablesToLines } from './tables-to-lines.ts'

/** Never words of a text. */
const neverWords = 'script, style, noscript, template, svg, math, button, select, input, textarea, iframe, object, embed, video, audio, canvas, meta, link, title, head > *, xml, hr, [data-style*="mso-element:comment"], [data-style*="mso-hide:all"], a.msocomanchor, .MsoCommentReference, [hidden]'
/** What was deleted there and is still shown (changes that Word tracks), and what is struck out: no network that gets plain words could say so. */
const struck = 'del, s, strike, .msoDel, [data-style*="line-through"]'
const blocks = 'p, div, ul, ol, li, h1, h2, h3, h4, h5, h6, blockquote, table, pre, section, article'

/**
 * What was copied in Word, Google Docs or on a page, as the editor can hold it: paragraphs, lists, links, and stress where a chosen network shows it.
 * What the editor itself put on the clipboard stays as it is.
 */
export function cleanPastedHtml(html: string, keepsFormatting: boolean): string {
  if (html.includes('data-pm-slice')) return html
  const body = parsed(html)
  nameEmoji(body)
  listWordParagraphs(body)
  removeAll(body, neverWords)
  removeHidden(body)
  removeAll(body, struck)
  removeAll(body, 'img, picture, figure:empty')
  breakLines(body)
  tidyLinks(body)
  tablesToLines(body)
  tidyStress(body, keepsFormatting)
  tidyHeadings(body, keepsFormatting)
  tidySpaces(body)
  dropEmpty(body)
  dropAttributes(body)
  return body.innerHTML
}

/** Whether something copied has words; a picture copied on a page comes with the element that shows it, and none. */
export function hasPastedWords(html: string): boolean {
  if (html === '') return false
  const body = parsed(html)
  removeAll(body, neverWords)
  return (body.textContent ?? '').trim() !== ''
}

/** The words that were struck out where they were copied: they are left out, and whoever pasted them should know which. */
export function struckWordsOf(html: string): string {
  if (html === '' || html.includes('data-pm-slice')) return ''
  const body = parsed(html)
  removeAll(body, neverWords)
  removeHidden(body)
  const outermost = [...body.querySelectorAll(struck)].filter((element) => element.parentElement?.closest(struck) === null)
  return outermost.map(({ textContent }) => (textContent ?? '').replaceAll(/\s+/g, ' ').trim()).filter((words) => words !== '').join(' … ')
}

/** Styles are read, never applied: what they say is moved where the page's content policy has nothing to refuse. */
function parsed(html: string): HTMLElement {
  const withoutSheets = html.replaceAll(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, '')
  return new DOMParser().parseFromString(withoutSheets.replaceAll(/(<[a-z][^<>]*?\s)style(?=\s*=)/gi, '$1data-style'), 'text/html').body
}

function removeAll(body: HTMLElement, selector: string): void {
  for (const element of body.querySelectorAll(selector)) element.remove()
}

function removeHidden(body: HTMLElement): void {
  for (const element of body.querySelectorAll('[data-style]')) if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('data-style') ?? '')) element.remove()
}

/** Networks draw emoji as pictures that are called by their sign. */
function nameEmoji(body: HTMLElement): void {
  for (const image of body.querySelectorAll('img[alt]')) {
    const name = image.getAttribute('alt') ?? ''
    if (/^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(name) && /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(name)) image.replaceWith(name)
  }
}

/** Lines of code stay lines; a break between two paragraphs is one that the paragraphs make already. */
function breakLines(body: HTMLElement): void {
  for (const element of body.querySelectorAll('pre')) {
    const lines = (element.textContent ?? '').replace(/\n$/, '').split('\n')
    const paragraph = body.ownerDocument.createElement('p')
    paragraph.append(...lines.flatMap((line, place) => (place === 0 ? [line] : [body.ownerDocument.createElement('br'), line])))
    element.replaceWith(paragraph)
  }
  removeAll(body, 'br.Apple-interchange-newline')
  for (const element of body.querySelectorAll('br')) {
    const isBlock = (neighbour: Element | null): boolean => neighbour?.matches(blocks) === true
    if (isBlock(neighbourOf(element, 'previousSibling')) || isBlock(neighbourOf(element, 'nextSibling'))) element.remove()
  }
}

function neighbourOf(element: Element, side: 'previousSibling' | 'nextSibling'): Element | null {
  let neighbour = element[side]
  while (neighbour !== null && neighbour.nodeType !== 1 && (neighbour.textContent ?? '').trim() === '') neighbour = neighbour[side]
  return neighbour instanceof Element ? neighbour : null
}

function tidyLinks(body: HTMLElement): void {
  for (const link of body.querySelectorAll('a')) {
    const address = withoutRedirect(link.getAttribute('href') ?? '')
    if (/^#_(ftn|edn)/.test(address)) link.remove()
    else if (!/^(https?:|mailto:)/i.test(address) || !isAllowedLink(address) || (link.textContent ?? '').trim() === '') unwrap(withAddress(link, address))
    else link.setAttribute('href', address)
  }
}

/** A link that is too long to be one is not lost: its address stands behind its words. */
function withAddress(link: Element, address: string): Element {
  const words = (link.textContent ?? '').trim()
  if (address.length > longestAddress && words !== '' && words !== address && isAllowedLink(address.slice(0, longestAddress))) link.append(` ${address}`)
  return link
}

/** Google puts an address of its own before that of a link. */
function withoutRedirect(address: string): string {
  const url = URL.parse(address)
  const isRedirect = url !== null && /^(www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
  return isRedirect ? (url.searchParams.get('q') ?? url.searchParams.get('url') ?? address) : address
}

/** Google Docs says stress by styles, and wraps all of a text in a `b` that is none. */
function tidyStress(body: HTMLElement, keeps: boolean): void {
  for (const element of body.querySelectorAll<HTMLElement>('b, strong, i, em, span, font, u, ins, mark, sub, sup, small, big')) {
    const style = element.getAttribute('data-style') ?? ''
    const isNone = /font-weight\s*:\s*(normal|[1-4]00)\b/i.test(style)
    const isBold = keeps && (/^(B|STRONG)$/.test(element.tagName) ? !isNone : /font-weight\s*:\s*(bold|[6-9]00)\b/i.test(style))
    const isItalic = keeps && (/^(I|EM)$/.test(element.tagName) || /font-style\s*:\s*italic/i.test(style))
    if (isBold) wrapContent(element, 'strong')
    if (isItalic) wrapContent(element, 'em')
    unwrap(element)
  }
}

function tidyHeadings(body: HTMLElement, keeps: boolean): void {
  for (const heading of body.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const made = body.ownerDocument.createElement(keeps ? (/^H[12]$/.test(heading.tagName) ? 'h2' : 'h3') : 'p')
    made.append(...heading.childNodes)
    heading.replaceWith(made)
  }
}

/** Pages and Word hold spaces apart with no-break ones. Those of typography stay: before `: ; ! ? » %` and units, behind `«`, within figures. */
function tidySpaces(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, 4)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    node.nodeValue = (node.nodeValue ?? '')
      .replaceAll(/[\u200B\uFEFF\u00AD]/gu, '')
      .replaceAll(/[ \t\r\n\u00A0]{2,}/gu, (run) => (run.includes('\u00A0') ? ' ' : run))
      .replaceAll(/(^|[^«\d])\u00A0(?![:;!?»%€$£\d])/gu, '$1 ')
  }
}

function dropEmpty(body: HTMLElement): void {
  for (const element of body.querySelectorAll('p, div, li, ul, ol, h2, h3, blockquote, a')) if ((element.textContent ?? '').trim() === '' && element.querySelector('br') === null) element.remove()
}

/** Where a link leads and with what a list begins; nothing else of how it looked. */
function dropAttributes(body: HTMLElement): void {
  for (const element of body.querySelectorAll('*')) for (const { name } of [...element.attributes]) if (name !== 'href' && name !== 'start') element.removeAttribute(name)
}

function wrapContent(element: Element, tagName: 'strong' | 'em'): void {
  // Stress goes round words, never round paragraphs.
  if (element.querySelector(blocks) !== null) return
  const made = element.ownerDocument.createElement(tagName)
  made.append(...element.childNodes)
  element.append(made)
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}
