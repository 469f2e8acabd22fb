/**
 * A row becomes a line, its cells apart by a bar. A table of one column only holds a page in shape: what is in it stays. Of tables that stand in one another deeper than a page can
 * be, the browser makes something else than was written; then the words alone stay, each cell a paragraph.
 */
export function tablesToLines(body: HTMLElement): void {
  if (body.querySelector('table') === null) return
  const given = body.querySelector('table table') === null ? null : body.cloneNode(true)
  const letters = letterCount(body)
  eachToLines(body)
  if (given instanceof HTMLElement && letterCount(body) < letters) body.replaceChildren(...paragraphsOf(given))
}

function letterCount({ textContent }: HTMLElement): number {
  return (textContent ?? '').replaceAll(/\s+/g, '').length
}

function paragraphsOf(body: HTMLElement): readonly Element[] {
  for (const end of body.querySelectorAll('br, td, th, caption, p, div, li, h1, h2, h3, h4, h5, h6, blockquote')) {
    end.before('\n')
    end.prepend('\n')
    end.append('\n')
  }
  const lines = (body.textContent ?? '').split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => Object.assign(body.ownerDocument.createElement('p'), { textContent: line }))
}

function eachToLines(body: HTMLElement): void {
  // The innermost first: what they become stands in a cell of the outer one.
  for (const table of [...body.querySelectorAll('table')].toReversed()) {
    const rows = [...table.querySelectorAll('caption, tr')].map((row) => (row.tagName === 'CAPTION' ? [row] : [...row.querySelectorAll('td, th')]))
    const made = body.ownerDocument.createElement(rows.every((cells) => cells.length < 2) ? 'div' : 'p')
    if (made.tagName === 'DIV') made.append(...rows.flat().flatMap((cell) => asBlock(cell)))
    else made.append(...linesOf(rows))
    table.replaceWith(made)
  }
}

function asBlock(cell: Element): Element {
  const block = cell.ownerDocument.createElement('div')
  block.append(...cell.childNodes)
  return block
}

function linesOf(rows: readonly (readonly Element[])[]): readonly (Node | string)[] {
  const filled = rows.filter((cells) => cells.some(({ textContent }) => (textContent ?? '').trim() !== ''))
  return filled.flatMap((cells, place) => {
    const [first] = cells
    const line = cells.flatMap((cell, column) => [...(column === 0 ? [] : [' | ']), ...wordsOf(cell)])
    return place === 0 || first === undefined ? line : [first.ownerDocument.createElement('br'), ...line]
  })
}

/** The words of a cell with their links, in one line. */
function wordsOf(cell: Element): readonly (Node | string)[] {
  for (const end of cell.querySelectorAll('br')) end.replaceWith(' ')
  const paragraphs = cell.querySelectorAll('p, div, li, ul, ol, h1, h2, h3, h4, h5, h6')
  for (const paragraph of paragraphs) paragraph.replaceWith(...paragraph.childNodes, ' ')
  cell.normalize()
  const { firstChild, lastChild } = cell
  if (firstChild?.nodeType === 3) firstChild.nodeValue = (firstChild.nodeValue ?? '').trimStart()
  if (lastChild?.nodeType === 3) lastChild.nodeValue = (lastChild.nodeValue ?? '').trimEnd()
  return [...cell.childNodes]
}
