import { BarChart2, Bookmark, Heart, MessageCircle, Repeat2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark } from './Marked.tsx'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './XPreview.module.css'

/** A post as x.com shows it in a timeline: round avatar, name and handle in one line, five signs below. */
export function XPreview({ account, images, framing, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation(['composer', 'framing'])
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <PreviewAvatar account={account} shape={previews.roundAvatar} />
      <div className={previews.column}>
        <header className={previews.byline}>
          <strong>{account.displayName}</strong>
          <span>{account.handle}</span>
          <span>
            · {when ?? t('preview.now')} <Mark element="time" />
          </span>
        </header>
        <PreviewText network="x" />
        <PreviewPoll />
        <PreviewImages images={images} />
        <PreviewCard hasPictures={images.length > 0} shape="sheet" />
        {framing?.isMadeWithAi === true && images.length > 0 && <p className={styles.label}>{t('framing:ai')}</p>}
        {framing?.isPaidPartnership === true && <p className={styles.label}>{t('framing:partnership')}</p>}
        {framing?.replies !== undefined && <p className={styles.label}>{t('framing:repliedBy', { who: t(`framing:repliers.${framing.replies}`) })}</p>}
        <footer className={previews.actions} aria-hidden="true">
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
