import type { ReactNode } from 'react'
import type { RichDocument, RichNode } from '../../../../shared/posts/rich-document.ts'

/** The document as a blog shows it. Only known nodes are drawn, text is text: no HTML is ever taken over. */
export function RichText({ document }: { readonly document: RichDocument }): React.JSX.Element {
  return <>{document.content.map(drawNode)}</>
}

function drawNode(node: RichNode, key: number): ReactNode {
  const inside = node.content?.map(drawNode)
  switch (node.type) {
    case 'text':
      return <span key={key}>{drawMarked(node)}</span>
    case 'hardBreak':
      return <br key={key} />
    case 'heading':
      return node.attrs?.['level'] === 3 ? <h4 key={key}>{inside}</h4> : <h3 key={key}>{inside}</h3>
    case 'bulletList':
      return <ul key={key}>{inside}</ul>
    case 'orderedList':
      return <ol key={key}>{inside}</ol>
    case 'listItem':
      return <li key={key}>{inside}</li>
    case 'blockquote':
      return <blockquote key={key}>{inside}</blockquote>
    default:
      return <p key={key}>{inside}</p>
  }
}

function drawMarked(node: RichNode): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inside, mark) => {
    if (mark.type === 'bold') return <strong>{inside}</strong>
    return mark.type === 'italic' ? <em>{inside}</em> : <u>{inside}</u>
  }, node.text ?? '')
}
