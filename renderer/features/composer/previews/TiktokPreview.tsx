import { Bookmark, Heart, MessageCircle, Share2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Mark } from './Marked.tsx'
import type { PreviewProps } from './preview-props.ts'
import { PreviewAvatar } from './PreviewAvatar.tsx'
import { PreviewText } from './PreviewText.tsx'
import { VideoScreen } from './VideoScreen.tsx'
import previews from './previews.module.css'
import styles from './TiktokPreview.module.css'
import upright from './upright-screen.module.css'

/** The telephone's whole screen: the video, what can be done with it at its side, and name and words over its foot, where nothing of it should matter. */
export function TiktokPreview({ account, images, when }: PreviewProps): React.JSX.Element {
  const { t } = useTranslation('composer')
  const [frame] = images
  return (
    <article className={`${previews.preview} ${upright.page}`}>
      <div className={`${upright.screen} ${styles.screen}`}>
        <VideoScreen frame={frame} screen={upright.film} play={styles.play} />
        <div className={styles.side} aria-hidden="true">
          <PreviewAvatar account={account} shape={previews.roundAvatar} />
          <Heart /> <MessageCircle /> <Bookmark /> <Share2 />
        </div>
        <div className={styles.foot}>
          <p>
            <strong>{account.displayName}</strong>{' '}
            <span className={previews.when}>
              {when ?? t('preview.now')} <Mark element="time" />
            </span>
          </p>
          <PreviewText network="tiktok" />
        </div>
      </div>
    </article>
  )
}
