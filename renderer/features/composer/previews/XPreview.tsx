import { BarChart2, Bookmark, Heart, MessageCircle, Repeat2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewText } from './PreviewText.tsx'
import styles from './previews.module.css'

/** A post as x.com shows it in a timeline: round avatar, name and handle in one line, five signs below. */
export function XPreview({ account, text, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <article className={styles.bluesky}>
      <span className={styles.roundAvatar} aria-hidden="true">
        {account.displayName.slice(0, 1).toUpperCase()}
      </span>
      <div className={styles.column}>
        <header className={styles.byline}>
          <strong>{account.displayName}</strong>
          <span>{account.handle}</span>
          <span>· {when ?? t('preview.now')}</span>
        </header>
        <PreviewText text={text} network="x" />
        <PreviewImages images={images} />
        <footer className={styles.actions} aria-hidden="true">
          <MessageCircle />
          <Repeat2 />
          <Heart />
          <BarChart2 />
          <Bookmark />
        </footer>
      </div>
    </article>
  )
}
