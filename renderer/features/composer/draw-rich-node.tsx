import type { ReactNode } from 'react'
import type { RichMark, RichNode } from '../../../shared/posts/rich-document.ts'

/** What differs from place to place; everything else of a document is drawn alike. */
export interface RichDrawing {
  readonly heading: (inside: ReactNode, level: 2 | 3, key: number) => ReactNode
  readonly mark: (inside: ReactNode, mark: RichMark) => ReactNode
}

/** Only known nodes are drawn, and text is text: no HTML is ever taken over. */
export function drawRichNode(drawing: RichDrawing, node: RichNode, key: number): ReactNode {
  const inside = node.content?.map((child, place) => drawRichNode(drawing, child, place))
  switch (node.type) {
    case 'text':
      return <span key={key}>{(node.marks ?? []).reduce<ReactNode>(drawing.mark, node.text ?? '')}</span>
    case 'hardBreak':
      return <br key={key} />
    case 'heading':
      return drawing.heading(inside, node.attrs?.['level'] === 3 ? 3 : 2, key)
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
