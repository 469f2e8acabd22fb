import { memo, type ReactNode } from 'react'
import type { RichNode } from '../../../../shared/posts/rich-document.ts'
import { useOutgoingDocument } from './outgoing-text.ts'

/** The document as a blog shows it. Only known nodes are drawn, text is text: no HTML is ever taken over. */
export function RichText(): React.JSX.Element {
  // A block has no name of its own but its place.
  return <>{useOutgoingDocument().content.map((node, place) => <Block key={place} node={node} />)}</>
}

/** One that a key did not touch stays as it is. */
const Block = memo(function Block({ node }: { readonly node: RichNode }): ReactNode {
  return drawNode(node, 0)
})

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
