import { memo, type ReactNode } from 'react'
import type { RichNode } from '../../../../shared/posts/rich-document.ts'
import { drawRichNode, type RichDrawing } from '../draw-rich-node.tsx'
import { useOutgoingDocument } from './outgoing-text.ts'

/** The document as a blog shows it. */
export function RichText(): React.JSX.Element {
  // A block has no name of its own but its place.
  return <>{useOutgoingDocument().content.map((node, place) => <Block key={place} node={node} />)}</>
}

/** One that a key did not touch stays as it is. */
const Block = memo(function Block({ node }: { readonly node: RichNode }): ReactNode {
  return drawRichNode(asBlogsDo, node, 0)
})

const asBlogsDo: RichDrawing = {
  heading: (inside, level, key) => (level === 3 ? <h4 key={key}>{inside}</h4> : <h3 key={key}>{inside}</h3>),
  mark(inside, { type }) {
    if (type === 'bold') return <strong>{inside}</strong>
    return type === 'italic' ? <em>{inside}</em> : <u>{inside}</u>
  }
}
