import { CornerDownLeft } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RichNode } from '../../../../shared/posts/rich-document.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import styles from './Beside.module.css'

export interface BesideBlockProps {
  readonly node: RichNode
  /** Left out where nothing can be written. The same function as long as it does the same. */
  readonly onInsert?: ((block: Element) => void) | undefined
}

/** A paragraph, heading or list to read, and the way into the text in hand. */
export const BesideBlock = memo(function BesideBlock({ node, onInsert }: BesideBlockProps): React.JSX.Element {
  const { t } = useTranslation('beside')
  return (
    <div className={styles.block}>
      <div className={styles.words}>{drawNode(node, 0)}</div>
      {onInsert !== undefined && (
        <span data-tool className={styles.tool}>
          <IconButton size="small" icon={CornerDownLeft} label={t('insertBlock')} tooltipSide="left" onClick={({ currentTarget }) => insertBlockOf(currentTarget, onInsert)} />
        </span>
      )}
    </div>
  )
})

function insertBlockOf(button: Element, onInsert: (block: Element) => void): void {
  const block = button.closest('[data-tool]')?.previousElementSibling?.firstElementChild
  if (block) onInsert(block)
}

/** As the editor writes its own, so that it reads them back whole. Only known nodes; text is text. */
function drawNode(node: RichNode, key: number): ReactNode {
  const inside = node.content?.map(drawNode)
  switch (node.type) {
    case 'text':
      return <span key={key}>{drawMarked(node)}</span>
    case 'hardBreak':
      return <br key={key} />
    case 'heading':
      // No heading of this page: only words that were set as one.
      return <p key={key} data-heading={node.attrs?.['level'] === 3 ? 3 : 2}>{inside}</p>
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
    switch (mark.type) {
      case 'bold':
        return <strong>{inside}</strong>
      case 'italic':
        return <em>{inside}</em>
      case 'mention':
        return <span data-mention={mark.attrs.personId} data-name={mark.attrs.name} data-handles={JSON.stringify(mark.attrs.handles)}>{inside}</span>
      case 'link': {
        const { href, sources } = mark.attrs
        return <span data-href={href} data-sources={typeof sources === 'string' ? sources : undefined}>{inside}</span>
      }
    }
  }, node.text ?? '')
}
