import { Bookmark, Globe, Lock, Moon, MoreHorizontal, Repeat2, Reply, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Reach } from '../../../../shared/posts/post-framing.ts'
import type { Icon } from '../../../components/icon.ts'
import { Mark } from './Marked.tsx'
import { PreviewImages } from './PreviewImages.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewPoll } from './PreviewPoll.tsx'
import { PreviewCard } from './PreviewCard.tsx'
import { PreviewQuote } from './PreviewQuote.tsx'
import { PreviewText } from './PreviewText.tsx'
import previews from './previews.module.css'
import styles from './MastodonPreview.module.css'

const audienceIcons: Readonly<Record<Reach, Icon>> = { public: Globe, quiet: Moon, followers: Lock }

/** A post as Mastodon's web client shows it: square avatar with round corners, name over handle, text over the full width. */
export function MastodonPreview({ account, images, framing, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation(['composer', 'framing'])
  const Audience = audienceIcons[framing?.reach ?? 'public']
  return (
    <article className={`${previews.preview} ${styles.post}`}>
      <header className={styles.stackedByline}>
        <PreviewAvatar account={account} shape={styles.squareAvatar} />
        <span className={previews.names}>
          <strong>{account.displayName}</strong>
          <span>{account.handle}</span>
        </span>
        <span className={previews.when}>
          <Audience aria-hidden="true" />
          {when ?? t('preview.now')}
          <Mark element="time" />
        </span>
      </header>
      {framing?.warning !== undefined && (
        <p className={styles.warning}>
          {framing.warning}
          <span>{t('framing:showMore')}</span>
        </p>
      )}
      <PreviewText network="mastodon" />
      <PreviewPoll />
      <PreviewImages images={images} />
      <PreviewCard hasPictures={images.length > 0} shape="sheet" />
      <PreviewQuote />
      <footer className={previews.actions} aria-hidden="true">
        <Reply />
        <Repeat2 />
        <Star />
        <Bookmark />
        <MoreHorizontal />
      </footer>
    </article>
  )
}
