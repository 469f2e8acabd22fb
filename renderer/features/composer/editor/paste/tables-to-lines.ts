/** A row becomes a line, its cells apart by a bar. A table of one column only holds a page in shape: what is in it stays. */
export function tablesToLines(body: HTMLElement): void {
  // The innermost first: what they become stands in a cell of the outer one.
  for (const table of [...body.querySelectorAll('table')].toReversed()) {
    const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')])
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
