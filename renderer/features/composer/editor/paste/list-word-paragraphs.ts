/** Word's lists are paragraphs with a sign of their own in them (`mso-list`). They become lists, one in the other as deep as Word had them. */
export function listWordParagraphs(body: HTMLElement): void {
  let open: { readonly element: Element; readonly level: number }[] = []
  let last: Element | null = null
  for (const paragraph of body.querySelectorAll('[data-style*="mso-list"]')) {
    const level = levelOf(paragraph)
    if (level === null) continue
    const isOrdered = /^[\s\u00A0]*(\d{1,3}|[a-z]|[ivx]{1,5})[.)]/i.test(takeSign(paragraph))
    // A list goes on as long as nothing stands between its lines.
    if (last === null || previousOf(paragraph) !== last) open = []
    open = open.filter((list) => list.level <= level)
    const item = body.ownerDocument.createElement('li')
    const within = open.at(-1)
    if (within?.level === level) within.element.append(item)
    else {
      const list = body.ownerDocument.createElement(isOrdered ? 'ol' : 'ul')
      list.append(item)
      const parent = within?.element.lastElementChild ?? null
      if (parent === null) {
        paragraph.before(list)
        last = list
      } else parent.append(list)
      open.push({ element: list, level })
    }
    const words = body.ownerDocument.createElement('p')
    words.append(...paragraph.childNodes)
    item.append(words)
    paragraph.remove()
  }
  for (const sign of body.querySelectorAll('[data-style*="mso-list:Ignore" i]')) sign.remove()
}

function levelOf(paragraph: Element): number | null {
  const level = /mso-list\s*:[^;]*\blevel(\d)/i.exec(paragraph.getAttribute('data-style') ?? '')?.[1]
  return level === undefined ? null : Number(level)
}

/** The bullet or number that Word drew, taken out of the text. */
function takeSign(paragraph: Element): string {
  const sign = paragraph.querySelector('[data-style*="mso-list:Ignore" i]')
  sign?.remove()
  return sign?.textContent ?? ''
}

function previousOf(element: Element): Element | null {
  let node = element.previousSibling
  while (node !== null && node.nodeType !== 1 && (node.nodeType === 8 || (node.textContent ?? '').trim() === '')) node = node.previousSibling
  return node instanceof Element ? node : null
}
