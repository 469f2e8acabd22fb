import { useTranslation } from 'react-i18next'
import { Marked } from './Marked.tsx'
import { PreviewTitle } from './PreviewTitle.tsx'
import previews from './previews.module.css'
import styles from './PreviewTeaser.module.css'

export interface PreviewTeaserProps {
  readonly title: string
  readonly teaser: string | undefined
}

/** The few words that stand for a post in lists and feeds, under its title as there; nothing where there are none. */
export function PreviewTeaser({ title, teaser }: PreviewTeaserProps): React.JSX.Element | null {
  const { t } = useTranslation('previews')
  if (teaser === undefined) return null
  return (
    <section className={styles.list} aria-label={t('element.teaser')}>
      <p className={previews.tagsNote}>{t('inLists')}</p>
      <p className={styles.title}><PreviewTitle title={title} /></p>
      <Marked element="teaser">
        <p className={styles.teaser}>{teaser}</p>
      </Marked>
    </section>
  )
}
