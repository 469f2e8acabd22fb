import { useTranslation } from 'react-i18next'
import type { PreviewProps } from './preview-props.ts'
import { RichText } from './RichText.tsx'
import styles from './previews.module.css'

/** A post as a plain WordPress theme shows it: title, line of author and date, featured image, text. The site's own theme decides the rest. */
export function WordpressPreview({ account, title, document, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [featured] = images
  return (
    <article className={styles.wordpress}>
      <p className={styles.site}>{account.handle}</p>
      <h2>{title.trim() === '' ? <span className={styles.missing}>{t('preview.untitled')}</span> : title}</h2>
      <p className={styles.meta}>
        {account.displayName} · {when ?? t('preview.today')}
      </p>
      {featured && <img className={styles.featured} src={featured.address} alt={featured.altText} draggable={false} />}
      <div className={styles.article}>
        <RichText document={document} />
      </div>
    </article>
  )
}
