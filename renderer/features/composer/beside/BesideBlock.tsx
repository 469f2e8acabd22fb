import { CornerDownLeft } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RichNode } from '../../../../shared/posts/rich-document.ts'
import { IconButton } from '../../../components/IconButton.tsx'
import { drawRichNode, type RichDrawing } from '../draw-rich-node.tsx'
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
      <div className={styles.words}>{drawRichNode(asEditorDoes, node, 0)}</div>
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

/** As the editor writes its own, so that it reads them back whole. */
const asEditorDoes: RichDrawing = {
  // No heading of this page: only words that were set as one.
  heading: (inside, level, key) => <p key={key} data-heading={level}>{inside}</p>,
  mark(inside, mark) {
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
  }
}
