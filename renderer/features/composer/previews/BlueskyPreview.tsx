import { Heart, MessageSquare, MoreHorizontal, Repeat2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark } from './Marked.tsx'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './BlueskyPreview.module.css'

/** A post as bsky.app shows it in a timeline: round avatar, name and handle in one line, four actions below. */
export function BlueskyPreview({ account, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
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
        <PreviewText network="bluesky" />
        <PreviewImages images={images} />
        <PreviewCard hasPictures={images.length > 0} shape="sheet" />
        <PreviewQuote />
        <footer className={previews.actions} aria-hidden="true">
          <MessageSquare />
          <Repeat2 />
          <Heart />
          <MoreHorizontal />
        </footer>
      </div>
    </article>
  )
}
