import { useTranslation } from 'react-i18next'
import previews from './previews.module.css'
import { Marked } from './Marked.tsx'

export interface PreviewTagsProps {
  readonly tags: readonly string[]
  readonly className: string | undefined
  /** Before each of them there. */
  readonly sign?: string
  /** Only searching reads them there. */
  readonly isHidden?: boolean
}

/** The tags that stand with a post apart from its words; nothing where there are none. */
export function PreviewTags({ tags, className, sign = '', isHidden = false }: PreviewTagsProps): React.JSX.Element | null {
  const { t } = useTranslation('tags')
  if (tags.length === 0) return null
  return (
    <div className={className}>
      {isHidden && <p className={previews.tagsNote}>{t('hidden')}</p>}
      <Marked element="tags">
        <ul className={previews.tags} aria-label={t('label')}>
          {tags.map((tag) => <li key={tag}>{sign}{tag}</li>)}
        </ul>
      </Marked>
    </div>
  )
}
