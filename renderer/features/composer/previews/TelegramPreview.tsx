import { Eye } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark } from './Marked.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewPoll } from './PreviewPoll.tsx'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './TelegramPreview.module.css'

/** A post as Telegram shows it in a channel: one bubble, images above the words, the time in its corner. */
export function TelegramPreview({ account, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <div className={styles.bubble}>
        <strong>{account.displayName}</strong>
        <PreviewImages images={images} isMosaic />
        <PreviewText network="telegram" />
        <PreviewPoll />
        <PreviewCard hasPictures={images.length > 0} shape="bar" />
        <footer className={styles.stamp}>
          <Eye aria-hidden="true" />
          <span>{when ?? t('preview.now')}</span>
          <Mark element="time" />
        </footer>
      </div>
    </article>
  )
}
